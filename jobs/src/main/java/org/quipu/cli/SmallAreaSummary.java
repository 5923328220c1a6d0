package org.quipu.cli;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.quipu.smallarea.AreaLevel;
import org.quipu.store.SmallAreaRow;
import org.quipu.survey.quality.QualityMark;

/** What the terminal says of estimated areas: how many, the highest, and what can be told apart. */
final class SmallAreaSummary {
  private SmallAreaSummary() {}

  /** One sentence of all areas, and one or two of each indicator. */
  static List<String> of(List<SmallAreaRow> rows) {
    Map<String, List<SmallAreaRow>> indicators =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    SmallAreaRow::indicator, LinkedHashMap::new, Collectors.toList()));
    List<String> sentences = new ArrayList<>();
    indicators.forEach(
        (indicator, areas) -> {
          if (sentences.isEmpty()) {
            sentences.add(counted(areas));
          }
          List<SmallAreaRow> last = ofTheLastTime(areas);
          sentences.add(highest(indicator, last) + " " + apart(last));
        });
    return sentences;
  }

  private static String counted(List<SmallAreaRow> areas) {
    long without = areas.stream().filter(row -> row.quality().has(QualityMark.NO_SAMPLE)).count();
    return "%d %s are estimated, %d of them without interviews of their own."
        .formatted(
            areas.size(),
            switch (areas.get(0).level()) {
              case PROVINCE -> "provinces";
              case DISTRICT -> "districts";
              case AREA -> areas.get(0).time() == null ? "areas" : "areas and times";
            },
            without);
  }

  private static List<SmallAreaRow> ofTheLastTime(List<SmallAreaRow> areas) {
    Integer last =
        areas.stream()
            .map(SmallAreaRow::time)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return areas.stream().filter(row -> Objects.equals(row.time(), last)).toList();
  }

  private static String highest(String indicator, List<SmallAreaRow> areas) {
    SmallAreaRow first =
        areas.stream().max(Comparator.comparingDouble(SmallAreaRow::benchmarked)).orElseThrow();
    String format = first.level() == AreaLevel.AREA ? "%.4g" : "%.1f %%";
    return "%s%s: highest in %s, %s (95 %% interval %s to %s)."
        .formatted(
            indicator,
            first.time() == null ? "" : " in " + first.time(),
            first.label().equals(first.area())
                ? first.area()
                : first.label() + " (" + first.area() + ")",
            String.format(ROOT, format, first.benchmarked()),
            String.format(ROOT, format, first.ciLow()),
            String.format(ROOT, format, first.ciHigh()));
  }

  private static String apart(List<SmallAreaRow> areas) {
    int groups = areas.stream().mapToInt(SmallAreaRow::rankGroup).max().orElseThrow();
    if (groups == 1) {
      return "The sample tells no two areas apart.";
    }

    int top = areas.get(0).top();
    return "The sample tells %d groups of areas apart%s."
        .formatted(
            groups,
            top < areas.size()
                ? "; any of %d areas may be among the %d highest"
                    .formatted(areas.stream().filter(SmallAreaRow::mayBeInTop).count(), top)
                : "");
  }
}

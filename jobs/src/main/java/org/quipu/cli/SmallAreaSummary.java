package org.quipu.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.quipu.Provenance;
import org.quipu.smallarea.AreaLevel;
import org.quipu.store.SmallAreaRow;
import org.quipu.survey.quality.QualityMark;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.workbook.SheetWords;

/**
 * What the terminal says of estimated areas: a line for each of several indicators, and the answer
 * in words for the first of them.
 */
final class SmallAreaSummary {
  private final Messages texts;
  private final Language language;
  private final SheetWords words;

  private SmallAreaSummary(Console console) {
    this.texts = console.texts();
    this.language = console.language();
    this.words = new SheetWords(language);
  }

  static List<String> lines(List<SmallAreaRow> rows, Console console) {
    Map<String, List<SmallAreaRow>> indicators =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    SmallAreaRow::indicator, LinkedHashMap::new, Collectors.toList()));
    SmallAreaSummary summary = new SmallAreaSummary(console);
    List<String> lines = new ArrayList<>();
    if (indicators.size() > 1) {
      lines.addAll(summary.table(indicators.values()));
    }
    indicators.values().stream().findFirst().map(summary::answer).ifPresent(lines::addAll);
    return lines;
  }

  private List<String> table(Iterable<List<SmallAreaRow>> indicators) {
    AlignedTable printed =
        AlignedTable.of(texts, "indicator", "most", "percent", "interval", "groups", "candidates");
    for (List<SmallAreaRow> areas : indicators) {
      List<SmallAreaRow> last = ofTheLastTime(areas);
      SmallAreaRow highest = highest(last);
      printed.row(
          List.of(
              words.indicator(highest.indicator()),
              name(highest),
              value(highest, highest.benchmarked()),
              value(highest, highest.ciLow()) + " – " + value(highest, highest.ciHigh()),
              language.count(groups(last)),
              language.count(candidates(last))));
    }

    return printed.lines();
  }

  /** Where it is highest, among how many areas, what can be told apart, and of what it is. */
  private List<String> answer(List<SmallAreaRow> areas) {
    List<SmallAreaRow> last = ofTheLastTime(areas);
    SmallAreaRow highest = highest(last);
    long without = areas.stream().filter(row -> row.quality().has(QualityMark.NO_SAMPLE)).count();
    return List.of(
        texts.of(
            "answer.areas",
            words.indicator(highest.indicator())
                + (highest.time() == null ? "" : texts.of("answer.areas.in", highest.time())),
            name(highest),
            value(highest, highest.benchmarked()),
            value(highest, highest.ciLow()),
            value(highest, highest.ciHigh())),
        texts.of("answer.areas.size." + kind(highest), areas.size(), without),
        apart(last),
        texts.of(
            areas.stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC)
                ? "answer.synthetic"
                : "answer.areas.limit"));
  }

  private static String kind(SmallAreaRow row) {
    return row.level() == AreaLevel.AREA && row.time() != null ? "time" : row.level().code();
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

  private static SmallAreaRow highest(List<SmallAreaRow> areas) {
    return areas.stream().max(Comparator.comparingDouble(SmallAreaRow::benchmarked)).orElseThrow();
  }

  private static String name(SmallAreaRow row) {
    return row.label().equals(row.area()) ? row.area() : row.label() + " (" + row.area() + ")";
  }

  /** Percent of a store's areas; three digits and more of those of a file. */
  private String value(SmallAreaRow row, double value) {
    if (row.level() != AreaLevel.AREA) {
      return language.percent(value);
    }

    double size = Math.abs(value);
    int whole = size < 1 ? 0 : (int) Math.log10(size) + 1;
    return language.decimal(value, Math.max(0, 4 - whole));
  }

  private static int groups(List<SmallAreaRow> areas) {
    return areas.stream().mapToInt(SmallAreaRow::rankGroup).max().orElseThrow();
  }

  private static long candidates(List<SmallAreaRow> areas) {
    return areas.stream().filter(SmallAreaRow::mayBeInTop).count();
  }

  private String apart(List<SmallAreaRow> areas) {
    int groups = groups(areas);
    if (groups == 1) {
      return texts.of("answer.areas.alike");
    }

    int top = areas.get(0).top();
    return top < areas.size()
        ? texts.of("answer.areas.apart.top", groups, candidates(areas), top)
        : texts.of("answer.areas.apart", groups);
  }
}

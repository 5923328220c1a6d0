package org.quipu.bulletin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quipu.smallarea.AreaLevel;
import org.quipu.store.SmallAreaRow;
import org.quipu.survey.quality.QualityMark;
import org.quipu.text.Language;

/** What a page says of a region's provinces: estimates of a model, with how sure they are. */
final class AreaEstimates {
  private final List<SmallAreaRow> rows;
  private final Labels labels;
  private final Language language;

  AreaEstimates(Evidence evidence, Labels labels) {
    this.rows =
        evidence.smallAreas().stream()
            .filter(row -> row.level() == AreaLevel.PROVINCE)
            .filter(row -> row.indicator().equals(FigureBuilder.ANY))
            .toList();
    this.labels = labels;
    this.language = labels.language();
  }

  /** The provinces of a region, the highest estimate first. */
  List<PageParts.AreaEstimate> of(String region) {
    return rows.stream()
        .filter(row -> region.equals(row.region()))
        .sorted(Comparator.comparingDouble(SmallAreaRow::benchmarked).reversed())
        .map(this::part)
        .toList();
  }

  /** How many provinces the country has among the estimates, and years of the interviews. */
  String caption(String region) {
    return labels.text(
        "areas.caption",
        labels.region(region),
        labels.names().list(years().stream().map(String::valueOf).toList()),
        language.count(rows.size()));
  }

  /** The survey that the estimates are of; empty where there are none. */
  Optional<String> survey() {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(labels.source(years(), List.of(rows.get(0).source())));
  }

  private List<Integer> years() {
    return years(rows.get(0));
  }

  /** The years whose interviews were pooled. */
  static List<Integer> years(SmallAreaRow row) {
    return Stream.of(row.years().split(" ", -1)).map(Integer::valueOf).toList();
  }

  private PageParts.AreaEstimate part(SmallAreaRow row) {
    return new PageParts.AreaEstimate(
        row.label(),
        language.percent(row.benchmarked()),
        language.interval(row.ciLow(), row.ciHigh()),
        row.quality().marks().contains(QualityMark.NO_SAMPLE)
            ? labels.text("areas.none")
            : language.count(row.n()),
        labels.text("areas.rank", row.rankSetLow(), row.rankSetHigh()));
  }
}

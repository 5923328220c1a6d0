package org.quipu.bulletin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quipu.YearRange;
import org.quipu.association.Method;
import org.quipu.charts.AssociationFigure;
import org.quipu.charts.EventStudyFigure;
import org.quipu.charts.Figure;
import org.quipu.endes.Dimensions;
import org.quipu.store.AssociationPointRow;
import org.quipu.store.AssociationRow;
import org.quipu.store.EventStudyRow;
import org.quipu.text.narrative.AssociationSentences;

/** Associations and event studies of strategies as figures. */
record StudyFigures(Evidence evidence, Labels labels) {

  /** The regions' change against a measure of coverage, with the line of a meta-regression. */
  Optional<Figure> association(AssociationRow row, String highlighted) {
    List<AssociationPointRow> rows =
        evidence.points(row).stream()
            .filter(point -> !Double.isNaN(point.standardError()))
            .filter(point -> !Double.isNaN(point.coverage()))
            .toList();
    if (rows.isEmpty() || row.fromYear() == null || row.coverageFrom() == null) {
      return Optional.empty();
    }

    YearRange span = new YearRange(row.fromYear(), row.toYear());
    YearRange window = new YearRange(row.coverageFrom(), row.coverageTo());
    FigureSources sources = new FigureSources(labels);
    rows.forEach(point -> sources.add(point, span, window));
    AssociationSentences sentences = new AssociationSentences(labels.names());

    return Optional.of(
        AssociationFigure.of(
            sources.about(row.indicator(), highlighted),
            new AssociationFigure.Axes(
                span.from(),
                span.to(),
                labels.measure(row.measure()),
                labels.names().years(window)),
            rows.stream().map(this::point).toList(),
            PlottedValues.line(row),
            sentences.brief(row),
            Stream.of(
                    sentences.power(row),
                    evidence
                        .association(row, Method.META_REGRESSION_ADJUSTED)
                        .map(equal -> sentences.atEqualLevelsInBrief(row, equal)))
                .flatMap(Optional::stream)
                .toList()));
  }

  private AssociationFigure.Point point(AssociationPointRow row) {
    boolean hidden = row.quality().isHidden();

    return new AssociationFigure.Point(
        labels.region(row.region()),
        row.coverage(),
        hidden ? Double.NaN : row.change(),
        row.ciLow(),
        row.ciHigh());
  }

  /** The regions of a strategy against the others, around its start. */
  Optional<Figure> strategy(String strategy, String indicator) {
    return StrategyEffect.of(evidence, strategy, indicator, labels)
        .map(
            effect -> {
              FigureSources sources = new FigureSources(labels);
              EventStudyRow found = effect.effect();
              evidence.prevalence().stream()
                  .filter(
                      row ->
                          row.by().equals(Dimensions.REGION) && row.indicator().equals(indicator))
                  .filter(row -> row.year() >= found.fromYear() && row.year() <= found.toYear())
                  .filter(row -> row.standardError() > 0)
                  .forEach(row -> sources.add(row.source(), row.quality(), row.year()));

              return EventStudyFigure.of(
                  sources.about(indicator, ""), effect.start(), effect.runs(), effect.statement());
            });
  }
}

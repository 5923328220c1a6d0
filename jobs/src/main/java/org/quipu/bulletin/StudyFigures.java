package org.quipu.bulletin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quipu.YearRange;
import org.quipu.association.AssociationVerdict;
import org.quipu.association.Method;
import org.quipu.charts.About;
import org.quipu.charts.AnswersFigure;
import org.quipu.charts.AssociationFigure;
import org.quipu.charts.EventStudyFigure;
import org.quipu.charts.Finding;
import org.quipu.endes.Dimensions;
import org.quipu.store.AssociationPointRow;
import org.quipu.store.AssociationRow;
import org.quipu.store.EventStudyRow;
import org.quipu.store.Table;
import org.quipu.text.narrative.AssociationSentences;

/** Associations and event studies of strategies as figures. */
record StudyFigures(Evidence evidence, Labels labels) {

  /** The regions' change against a measure of coverage, with the answer's line. */
  Optional<Drawing> association(AssociationRow row, String highlighted) {
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
    sources.show(Table.ASSOCIATION, List.of(row));
    beside(row).ifPresent(other -> sources.show(Table.ASSOCIATION, List.of(other)));
    AssociationSentences sentences = new AssociationSentences(labels.names());
    About about = sources.about(row.indicator(), highlighted);

    return Optional.of(
        sources.drawing(
            FigureName.of(row),
            about,
            AssociationFigure.of(
                about,
                new AssociationFigure.Axes(
                    span.from(),
                    span.to(),
                    labels.measure(row.measure()),
                    labels.names().years(window),
                    row.coverageLow(),
                    row.coverageHigh()),
                points(rows),
                lines(row),
                new Finding(sentences.headline(row), sentences.brief(row)),
                notes(row))));
  }

  /** The line of the answer, and that without regard to first levels where it is another. */
  private AssociationFigure.Lines lines(AssociationRow row) {
    return new AssociationFigure.Lines(
        Optional.of(row).filter(answer -> !Double.isNaN(answer.estimate())).map(this::line),
        beside(row).map(this::line));
  }

  private AssociationFigure.Line line(AssociationRow row) {
    return new AssociationFigure.Line(
        labels.text("association.line." + row.method().code()), PlottedValues.line(row));
  }

  private Optional<AssociationRow> beside(AssociationRow row) {
    return row.method() == Method.META_REGRESSION_TRUNCATED
        ? Optional.empty()
        : evidence.association(row, Method.META_REGRESSION_TRUNCATED);
  }

  private List<String> notes(AssociationRow row) {
    AssociationSentences sentences = new AssociationSentences(labels.names());
    return Stream.of(
            sentences.power(row).stream(),
            beside(row).flatMap(other -> sentences.besideInBrief(row, other)).stream(),
            Stream.of(String.join(" ", sentences.limits(row))))
        .flatMap(notes -> notes)
        .toList();
  }

  /** A leverage is high from twice the mean on (Hoaglin and Welsch 1978). */
  private List<AssociationFigure.Point> points(List<AssociationPointRow> rows) {
    double mean =
        rows.stream().mapToDouble(AssociationPointRow::leverage).average().orElse(Double.NaN);

    return rows.stream().map(row -> point(row, row.leverage() > 2 * mean)).toList();
  }

  private AssociationFigure.Point point(AssociationPointRow row, boolean leverage) {
    boolean hidden = row.quality().isHidden();

    return new AssociationFigure.Point(
        labels.region(row.region()),
        row.coverage(),
        hidden ? Double.NaN : row.change(),
        row.ciLow(),
        row.ciHigh(),
        leverage);
  }

  /** The regions of a strategy against the others, around its start. */
  Optional<Drawing> strategy(String strategy, String indicator) {
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

              sources.show(Table.EVENT_STUDY, effect.rows());
              About about = sources.about(indicator, "");

              return sources.drawing(
                  FigureName.of(found),
                  about,
                  EventStudyFigure.of(
                      about,
                      effect.start(),
                      effect.runs(),
                      new Finding(effect.headline(), effect.statement())));
            });
  }

  /** The answers to all questions about the change between two years. */
  Optional<Drawing> answers(YearRange span) {
    List<AssociationRow> rows =
        evidence.associations().stream()
            .filter(AssociationRow::headline)
            .filter(row -> !row.method().isCorrelation())
            .filter(row -> Integer.valueOf(span.from()).equals(row.fromYear()))
            .filter(row -> Integer.valueOf(span.to()).equals(row.toYear()))
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }

    FigureSources sources = new FigureSources(labels);
    sources.show(Table.ASSOCIATION, rows);
    for (AssociationRow row : rows) {
      evidence
          .points(row)
          .forEach(
              point ->
                  sources.tell(point, span, new YearRange(row.coverageFrom(), row.coverageTo())));
    }
    About about = sources.about(rows.get(0).indicator(), "");
    return Optional.of(
        sources.drawing(
            new FigureName(FigureKind.ANSWERS, List.of(), List.of(span.from(), span.to())),
            about,
            AnswersFigure.of(
                about,
                span.from(),
                span.to(),
                rows.stream()
                    .map(AssociationRow::indicator)
                    .distinct()
                    .map(indicator -> answers(indicator, rows))
                    .toList())));
  }

  private AnswersFigure.Group answers(String indicator, List<AssociationRow> rows) {
    return new AnswersFigure.Group(
        labels.brief(indicator),
        rows.stream()
            .filter(row -> row.indicator().equals(indicator))
            .map(
                row ->
                    new AnswersFigure.Answer(
                        labels.shortMeasure(row.measure()),
                        row.estimate() * row.coverageStep(),
                        row.ciLow() * row.coverageStep(),
                        row.ciHigh() * row.coverageStep(),
                        labels.names().p(row.pAdjusted()),
                        row.verdict() == AssociationVerdict.NEGATIVE
                            || row.verdict() == AssociationVerdict.POSITIVE))
            .toList());
  }
}

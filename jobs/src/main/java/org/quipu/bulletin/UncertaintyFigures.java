package org.quipu.bulletin;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.Regions;
import org.quipu.charts.About;
import org.quipu.charts.ExceedanceFigure;
import org.quipu.charts.ModelFigure;
import org.quipu.charts.PlottedLevel;
import org.quipu.charts.RanksFigure;
import org.quipu.charts.RidgesFigure;
import org.quipu.math.Distributions;
import org.quipu.smallarea.IntervalDensity;
import org.quipu.store.SmallAreaDiagnosticRow;
import org.quipu.store.SmallAreaRow;
import org.quipu.store.Table;
import org.quipu.target.SelectionBand;

/** How sure the estimates of provinces and districts are, as figures. */
record UncertaintyFigures(Evidence evidence, Labels labels, AreaFigures areas) {
  /** So many areas of either end are shown. */
  private static final int EACH = 10;

  private static final double PERCENT = 100;

  /** Half of the last digit of a percentage that people read. */
  private static final double SAME = 0.05;

  /** The areas with the highest and the lowest estimates; empty where there are too few. */
  Optional<Drawing> ridges(AreaFigures.Study study) {
    List<SmallAreaRow> rows =
        areas.rows(study).stream().filter(row -> !density(row).isEmpty()).toList();
    if (rows.size() < 2 * EACH) {
      return Optional.empty();
    }

    List<SmallAreaRow> highest = rows.subList(0, EACH);
    List<SmallAreaRow> lowest = rows.subList(rows.size() - EACH, rows.size());
    FigureSources sources =
        areas.sources(Stream.concat(highest.stream(), lowest.stream()).toList());
    PlottedLevel nation = areas.nation(study, sources);
    About about = sources.about(study.indicator(), "");

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.RIDGES, study),
            about,
            RidgesFigure.of(
                about,
                areas.years(study),
                new RidgesFigure.Among(
                    study.level().kind(), labels.region(Regions.NATIONAL), nation),
                highest.stream().map(this::ridge).toList(),
                lowest.stream().map(this::ridge).toList())));
  }

  private RidgesFigure.Area ridge(SmallAreaRow row) {
    return new RidgesFigure.Area(
        areas.name(row),
        PlottedValues.estimate(row),
        density(row),
        row.rankGroup() > 1,
        AreaFigures.unsampled(row));
  }

  /** The curve of the estimate and its interval, in percent. */
  private static List<Point2D> density(SmallAreaRow row) {
    PlottedLevel level = PlottedValues.estimate(row);

    return IntervalDensity.of(
            row.scale(), level.percent() / PERCENT, level.low() / PERCENT, level.high() / PERCENT)
        .stream()
        .<Point2D>map(
            point -> new Point2D.Double(PERCENT * point.value(), point.density() / PERCENT))
        .toList();
  }

  /** How probable it is that areas are above the threshold; empty without one. */
  Optional<Drawing> exceedance(AreaFigures.Study study) {
    List<SmallAreaRow> rows =
        areas.rows(study).stream().filter(row -> !Double.isNaN(row.exceedance())).toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }

    FigureSources sources = areas.sources(rows);
    double threshold = rows.get(0).threshold();
    PlottedLevel nation = areas.nation(study, sources);
    About about = sources.about(study.indicator(), "");

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.EXCEEDANCE, study),
            about,
            ExceedanceFigure.of(
                about,
                areas.years(study),
                study.level().kind(),
                new ExceedanceFigure.Threshold(
                    threshold, Math.abs(nation.percent() - threshold) < SAME),
                rows.stream()
                    .map(
                        row ->
                            new ExceedanceFigure.Area(
                                areas.name(row),
                                PERCENT * row.exceedance(),
                                band(SelectionBand.of(row.exceedance()))))
                    .toList())));
  }

  private static ExceedanceFigure.Band band(SelectionBand band) {
    return switch (band) {
      case VERY_UNLIKELY -> ExceedanceFigure.Band.VERY_UNLIKELY;
      case UNLIKELY -> ExceedanceFigure.Band.UNLIKELY;
      case ABOUT_AS_LIKELY_AS_NOT -> ExceedanceFigure.Band.UNCERTAIN;
      case LIKELY -> ExceedanceFigure.Band.LIKELY;
    };
  }

  /** The ranks that each area may have. */
  Drawing ranks(AreaFigures.Study study) {
    List<SmallAreaRow> rows = areas.rows(study);
    FigureSources sources = areas.sources(rows);
    About about = sources.about(study.indicator(), "");

    return sources.drawing(
        FigureName.of(FigureKind.RANKS, study),
        about,
        RanksFigure.of(
            about,
            areas.years(study),
            study.level().kind(),
            rows.get(0).top(),
            rows.stream()
                .map(
                    row ->
                        new RanksFigure.Area(
                            areas.name(row),
                            new RanksFigure.Span(row.rankLow(), row.rankHigh()),
                            new RanksFigure.Span(row.rankSetLow(), row.rankSetHigh()),
                            row.mayBeInTop()))
                .toList()));
  }

  /** The model against the survey; empty where no direct estimate may be shown. */
  Optional<Drawing> model(AreaFigures.Study study) {
    List<SmallAreaRow> all = areas.rows(study);
    List<SmallAreaRow> shown = all.stream().filter(row -> !Double.isNaN(row.direct())).toList();
    if (shown.isEmpty()) {
      return Optional.empty();
    }

    List<SmallAreaDiagnosticRow> checks =
        evidence.diagnostics().stream()
            .filter(row -> MapLevel.of(row.level()).filter(study.level()::equals).isPresent())
            .filter(row -> row.indicator().equals(study.indicator()))
            .filter(CheckWords::isBounded)
            .toList();
    FigureSources sources = areas.sources(shown);
    sources.show(Table.SMALL_AREA_DIAGNOSTICS, checks);
    About about = sources.about(study.indicator(), "");

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.MODEL, study),
            about,
            ModelFigure.of(
                about,
                areas.years(study),
                new ModelFigure.Content(
                    study.level().kind(),
                    shown.stream()
                        .map(row -> new ModelFigure.Point(row.model(), row.direct()))
                        .toList(),
                    againstNormal(shown),
                    checks.stream().map(this::check).toList(),
                    all.size()))));
  }

  /** The residuals in order, each over the quantile that it would be of a normal distribution. */
  private static List<ModelFigure.Point> againstNormal(List<SmallAreaRow> rows) {
    double[] residuals =
        rows.stream()
            .mapToDouble(SmallAreaRow::residual)
            .filter(residual -> !Double.isNaN(residual))
            .sorted()
            .toArray();

    return IntStream.range(0, residuals.length)
        .mapToObj(
            i ->
                new ModelFigure.Point(
                    Distributions.normalQuantile((i + 0.5) / residuals.length), residuals[i]))
        .toList();
  }

  private ModelFigure.Check check(SmallAreaDiagnosticRow row) {
    CheckWords words = new CheckWords(labels);

    return new ModelFigure.Check(
        labels.text("checks.brief." + row.diagnostic().code()),
        words.value(row),
        words.should(row),
        !CheckWords.isDoubtful(row));
  }
}

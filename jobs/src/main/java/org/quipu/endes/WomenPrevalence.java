package org.quipu.endes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.spark.Sessions;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.Interval;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.calibration.CalibrationReport;
import org.quipu.survey.calibration.Calibrations;
import org.quipu.survey.quality.Assessment;
import org.quipu.survey.quality.Publication;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;
import org.quipu.survey.quality.QualityScheme;
import org.quipu.survey.quality.ReviewedEstimate;

/** Prevalence from women's answers: rows of the table {@code prevalence}, fit for readers. */
public final class WomenPrevalence {
  private final WomenEstimates women;
  private final Method method;
  private final Progress progress;

  /**
   * How estimates are made; all of one table are made alike.
   *
   * @param quality by which estimates are graded and hidden
   * @param calibration of the weights to totals of the population in each year; null for weights as
   *     they are
   */
  public record Method(
      LonelyPsu lonely,
      IntervalMethod interval,
      QualityScheme quality,
      Weighting weighting,
      Calibrations calibration) {
    public static final Method DEFAULT =
        new Method(
            LonelyPsu.CERTAINTY, IntervalMethod.LOGIT, QualityScheme.INEI, Weighting.INEI, null);

    /** The same with another treatment of strata with a single cluster. */
    public Method lonely(LonelyPsu other) {
      return new Method(other, interval, quality, weighting, calibration);
    }

    /** The same with other intervals. */
    public Method interval(IntervalMethod other) {
      return new Method(lonely, other, quality, weighting, calibration);
    }

    /** The same with another scheme of quality. */
    public Method quality(QualityScheme other) {
      return new Method(lonely, interval, other, weighting, calibration);
    }

    /** The same with other calibrated weights; null for weights as they are. */
    public Method calibrated(Calibrations other) {
      return new Method(lonely, interval, quality, weighting, other);
    }
  }

  /** Estimates of these women, made one way. */
  public WomenPrevalence(WomenEstimates women, Method method, Progress progress) {
    this.women = women.weighted(method);
    this.method = method;
    this.progress = progress;
  }

  /**
   * Estimates indicators in all domains of the tables and in all years, in one pass over the women.
   *
   * @param tables such as {@code region:residence}; all tables and indicators of a universe and
   *     year should come together, so that none gives away what another hides
   * @param wanted which of the estimates become rows
   */
  public List<PrevalenceRow> rows(
      List<Integer> years,
      List<String> indicators,
      List<String> tables,
      Predicate<Estimate> wanted) {
    progress.progress(
        Notice.of("prevalence.estimating", indicators.size(), String.join(", ", tables), years));
    Sessions.spark("prevalence"); // started before the clock
    long start = System.nanoTime();
    Estimates estimates = women.estimate(years, indicators, tables, method.lonely);
    progress.progress(
        Notice.of(
            "prevalence.estimated",
            (long) estimates.all().size(),
            (System.nanoTime() - start) / 1e9));
    CalibrationReport.tellAll(estimates.calibrations(), progress);
    warnOfLonelyClusters(estimates);
    return publish(
        estimates.all().stream()
            .filter(wanted)
            .filter(estimate -> women.has(year(estimate), estimate.outcome().name()))
            .toList());
  }

  private void warnOfLonelyClusters(Estimates estimates) {
    estimates
        .lonelyStrata()
        .forEach(
            (year, strata) -> {
              if (!strata.isEmpty()) {
                progress.warn(
                    Notice.of(
                        "prevalence.lonely",
                        year,
                        method.lonely.code(),
                        String.join(", ", strata)));
              }
            });
  }

  private List<PrevalenceRow> publish(List<Estimate> estimates) {
    List<Assessment> assessments =
        new Publication(method.quality, Dimensions.NESTINGS)
            .assess(estimates.stream().map(WomenPrevalence::cell).toList());
    return IntStream.range(0, estimates.size())
        .mapToObj(i -> row(estimates.get(i)).published(assessments.get(i)))
        .toList();
  }

  private static Publication.Cell cell(Estimate estimate) {
    return new Publication.Cell(
        estimate.group(),
        Indicator.universeOf(estimate.outcome().name()),
        estimate.outcome().name(),
        estimate.table().name(),
        estimate.domain(),
        ReviewedEstimate.proportion(
            estimate.estimate(),
            estimate.standardError(),
            (double) estimate.n(),
            (double) estimate.cases(),
            estimate.deff(),
            estimate.df()));
  }

  private static int year(Estimate estimate) {
    return Integer.parseInt(estimate.group());
  }

  private PrevalenceRow row(Estimate estimate) {
    int year = year(estimate);
    String table = estimate.table().name();
    String indicator = estimate.outcome().name();
    Interval interval = estimate.interval(method.interval);
    List<QualityMark> marks = new ArrayList<>(women.marks(year, indicator));
    if (estimate.sample().lonelyStrata() > 0) {
      marks.add(QualityMark.LONELY_CLUSTERS);
    }

    if (interval.boundary()) {
      marks.add(QualityMark.BOUNDARY);
    }

    if (estimate.n() > 0 && !estimate.hasPrecision()) {
      marks.add(QualityMark.ONE_CLUSTER);
    }

    // A variance of 0 that tells nothing would weigh infinitely in whatever is made of the row.
    boolean spread = estimate.standardError() > 0 || interval.boundary();
    double none = Double.NaN;
    return new PrevalenceRow(
        year,
        indicator,
        table,
        estimate.domain(),
        Dimensions.label(table, estimate.domain()),
        100 * estimate.estimate(),
        spread ? 100 * estimate.standardError() : none,
        100 * interval.low(),
        100 * interval.high(),
        spread ? 100 * estimate.cv() : none,
        spread ? estimate.deff() : none,
        estimate.df(),
        estimate.n(),
        estimate.weightedN(),
        estimate.psus(),
        estimate.strata(),
        Quality.marked(marks),
        women.source(year),
        "");
  }
}

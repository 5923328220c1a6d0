package org.quipu.endes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.Estimate;
import org.quipu.survey.Interval;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.quality.Assessment;
import org.quipu.survey.quality.Publication;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;
import org.quipu.survey.quality.QualityScheme;
import org.quipu.survey.quality.ReviewedEstimate;

/** Estimates from women's answers as rows of the table {@code prevalence}, fit for readers. */
public final class WomenPrevalence {
  private final WomenEstimates women;
  private final IntervalMethod interval;
  private final Publication publication;

  /**
   * Rows of one kind.
   *
   * @param women what is known of each year
   * @param scheme by which estimates are graded and hidden
   */
  public WomenPrevalence(WomenEstimates women, IntervalMethod interval, QualityScheme scheme) {
    this.women = women;
    this.interval = interval;
    this.publication = new Publication(scheme, Dimensions.NESTINGS);
  }

  /**
   * A row for each estimate, in the same order. All tables of an indicator and year should come
   * together, so that none gives away what another hides.
   *
   * @param estimates of indicators by year, from {@link WomenEstimates#estimate}
   */
  public List<PrevalenceRow> rows(List<Estimate> estimates) {
    List<Assessment> assessments =
        publication.assess(estimates.stream().map(WomenPrevalence::cell).toList());
    return IntStream.range(0, estimates.size())
        .mapToObj(i -> row(estimates.get(i)).published(assessments.get(i)))
        .toList();
  }

  private static Publication.Cell cell(Estimate estimate) {
    return new Publication.Cell(
        estimate.group(),
        estimate.outcome().name(),
        estimate.table().name(),
        estimate.domain(),
        ReviewedEstimate.proportion(
            estimate.estimate(),
            estimate.standardError(),
            estimate.n(),
            estimate.cases(),
            estimate.deff(),
            estimate.df()));
  }

  private PrevalenceRow row(Estimate estimate) {
    int year = Integer.parseInt(estimate.group());
    String table = estimate.table().name();
    String indicator = estimate.outcome().name();
    Interval ends = estimate.interval(interval);
    List<QualityMark> marks = new ArrayList<>(women.marks(year, indicator));
    if (estimate.lonelyStrata() > 0) {
      marks.add(QualityMark.LONELY_CLUSTERS);
    }

    if (ends.boundary()) {
      marks.add(QualityMark.BOUNDARY);
    }

    return new PrevalenceRow(
        year,
        indicator,
        table,
        estimate.domain(),
        Dimensions.label(table, estimate.domain()),
        100 * estimate.estimate(),
        100 * estimate.standardError(),
        100 * ends.low(),
        100 * ends.high(),
        100 * estimate.cv(),
        estimate.deff(),
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

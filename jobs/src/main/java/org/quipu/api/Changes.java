package org.quipu.api;

import java.util.List;
import org.quipu.Progress;
import org.quipu.YearRange;
import org.quipu.endes.SampleOverlap;
import org.quipu.endes.WomenChanges;
import org.quipu.endes.WomenEstimates;
import org.quipu.math.Adjustment;
import org.quipu.store.ChangeRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Table;
import org.quipu.survey.LonelyPsu;

/**
 * Changes of prevalence between two years in percentage points, tested together in each table of
 * domains, equal to the table {@code change}. Immutable, as {@link Prevalence}.
 */
public final class Changes extends ResultTable<ChangeRow> {
  private static final List<String> PRINTED =
      List.of(
          "indicator",
          "domain",
          "label",
          "from_year",
          "to_year",
          "percent_from",
          "percent_to",
          "change",
          "standard_error",
          "ci_low",
          "ci_high",
          "p_adjusted",
          "verdict",
          "source");

  private final WomenEstimates women;
  private final Prevalence levels;
  private final YearRange years;
  private final WomenChanges.Method method;

  private Changes(
      WomenEstimates women, Prevalence levels, YearRange years, WomenChanges.Method method) {
    super(Table.CHANGE, PRINTED);
    this.women = women;
    this.levels = levels;
    this.years = years;
    this.method = method;
  }

  Changes(WomenEstimates women, Prevalence levels, YearRange years, LonelyPsu lonely) {
    this(
        women,
        levels,
        years,
        new WomenChanges.Method(lonely, SampleOverlap.COUNTED, Adjustment.HOLM, ""));
  }

  /** With p-values corrected for the number of tests in this way; Holm's without it. */
  public Changes adjusted(Adjustment adjustment) {
    return with(method.overlap(), adjustment);
  }

  /** With the samples of the two years taken as independent, or not. */
  public Changes overlap(SampleOverlap overlap) {
    return with(overlap, method.adjustment());
  }

  private Changes with(SampleOverlap overlap, Adjustment adjustment) {
    return new Changes(
        women,
        levels,
        years,
        new WomenChanges.Method(method.lonely(), overlap, adjustment, method.groups()));
  }

  @Override
  List<ChangeRow> compute() {
    List<PrevalenceRow> both =
        levels.rows().stream()
            .filter(row -> row.year() == years.from() || row.year() == years.to())
            .toList();
    Progress progress = Progress.ofWarnings(message -> warn(List.of(message)));
    return WomenChanges.tables(women, both, years, method, progress).changes();
  }
}

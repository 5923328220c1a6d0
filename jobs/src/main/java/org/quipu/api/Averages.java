package org.quipu.api;

import java.util.ArrayList;
import java.util.List;
import org.quipu.Progress;
import org.quipu.YearRange;
import org.quipu.endes.SampleOverlap;
import org.quipu.endes.WomenAverages;
import org.quipu.endes.WomenEstimates;
import org.quipu.math.Adjustment;
import org.quipu.store.AverageChangeRow;
import org.quipu.store.AverageRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Table;
import org.quipu.survey.LonelyPsu;

/**
 * Averages of prevalence over periods of years, with the covariances of all pairs of years, equal
 * to the table {@code average}; {@link #changes} has the change from the first period to each other
 * one. Immutable.
 */
public final class Averages extends ResultTable<AverageRow> {
  private static final List<String> PRINTED =
      List.of(
          "indicator",
          "domain",
          "label",
          "from_year",
          "to_year",
          "percent",
          "standard_error",
          "ci_low",
          "ci_high",
          "quality");

  private static final List<String> PRINTED_CHANGES =
      List.of(
          "indicator",
          "domain",
          "label",
          "first_from_year",
          "first_to_year",
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
  private final List<YearRange> periods;
  private final Method method;
  private Made made;

  /** How the changes are tested. */
  private record Method(LonelyPsu lonely, SampleOverlap overlap, Adjustment adjustment) {}

  /** The tables, and what a reader should know before using them. */
  private record Made(WomenAverages.Tables tables, List<String> warnings) {}

  private Averages(
      WomenEstimates women, Prevalence levels, List<YearRange> periods, Method method) {
    super(Table.AVERAGE, PRINTED);
    this.women = women;
    this.levels = levels;
    this.periods = periods;
    this.method = method;
  }

  Averages(WomenEstimates women, Prevalence levels, List<YearRange> periods, LonelyPsu lonely) {
    this(women, levels, periods, new Method(lonely, SampleOverlap.COUNTED, Adjustment.HOLM));
  }

  /** With p-values of the changes corrected in this way; Holm's without it. */
  public Averages adjusted(Adjustment adjustment) {
    return new Averages(
        women, levels, periods, new Method(method.lonely, method.overlap, adjustment));
  }

  /** With the samples of the years taken as independent, or not. */
  public Averages overlap(SampleOverlap overlap) {
    return new Averages(
        women, levels, periods, new Method(method.lonely, overlap, method.adjustment));
  }

  /** From the first period to each of the others, equal to the table {@code average_change}. */
  public ResultTable<AverageChangeRow> changes() {
    return new Differences(this);
  }

  @Override
  List<AverageRow> compute() {
    warn(made().warnings);
    return made().tables.averages();
  }

  private synchronized Made made() {
    if (made == null) {
      List<PrevalenceRow> rows =
          levels.rows().stream()
              .filter(
                  row -> periods.stream().anyMatch(period -> period.years().contains(row.year())))
              .toList();
      List<String> warnings = new ArrayList<>();
      made =
          new Made(
              WomenAverages.tables(
                  women,
                  rows,
                  periods,
                  method.lonely,
                  method.overlap,
                  method.adjustment,
                  Progress.ofWarnings(warnings::add)),
              warnings);
    }

    return made;
  }

  private static final class Differences extends ResultTable<AverageChangeRow> {
    private final Averages averages;

    Differences(Averages averages) {
      super(Table.AVERAGE_CHANGE, PRINTED_CHANGES);
      this.averages = averages;
    }

    @Override
    List<AverageChangeRow> compute() {
      warn(averages.made().warnings);
      return averages.made().tables.changes();
    }
  }
}

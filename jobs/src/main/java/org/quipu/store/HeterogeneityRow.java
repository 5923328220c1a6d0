package org.quipu.store;

import org.quipu.math.WaldTest;

/**
 * One row of the {@code change_heterogeneity} table: the Wald test that all domains changed alike.
 *
 * @param statistic chi-squared
 * @param domains how many domains were compared
 */
public record HeterogeneityRow(
    String indicator,
    String by,
    int fromYear,
    int toYear,
    double statistic,
    double df,
    double pValue,
    int domains)
    implements DomainTableRow {

  /**
   * The test of the changes between two years.
   *
   * @param from any estimate of the first year, {@code to} of the last
   */
  public static HeterogeneityRow of(PrevalenceRow from, PrevalenceRow to, WaldTest test) {
    return new HeterogeneityRow(
        to.indicator(),
        to.by(),
        from.year(),
        to.year(),
        test.statistic(),
        test.df1(),
        test.pValue(),
        (int) test.df1() + 1);
  }
}

package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.quipu.UserException;
import org.quipu.math.RubinRules;
import org.quipu.math.WaldTest;

/** The fits of one regression to several imputations of its data as one, by Rubin's rules. */
public final class PooledFit {
  private final List<RegressionFit> fits;

  private PooledFit(List<RegressionFit> fits) {
    this.fits = fits;
  }

  /**
   * Pools fits. Tests of terms are Wald's alone: Rao and Scott's have no rule.
   *
   * @param fits one of each imputation; a single one stays as it is
   * @return counts of rows, clusters and strata are the fewest of an imputation
   * @throws UserException if the imputations do not have the same coefficients
   */
  public static RegressionFit of(List<RegressionFit> fits) {
    return fits.size() == 1 ? fits.get(0) : new PooledFit(fits).fit();
  }

  private RegressionFit fit() {
    RegressionFit first = fits.get(0);
    RubinRules rules = rules(RegressionFit::coefficients, RegressionFit::covariance);
    double df = least(RegressionFit::df);
    return new RegressionFit(
        estimates(rules, RegressionFit::coefficients),
        RegressionFit.table(rules.covariance()),
        first.tests().stream().map(test -> test(test, rules, df)).toList(),
        (long) least(RegressionFit::rows),
        fits.stream().mapToDouble(RegressionFit::weightedRows).sum() / fits.size(),
        (long) least(RegressionFit::clusters),
        (int) least(RegressionFit::strata),
        df,
        fits.stream().flatMap(fit -> fit.lonelyStrata().stream()).distinct().toList(),
        fits.stream().mapToInt(RegressionFit::iterations).max().orElseThrow(),
        first.margins().map(each -> margins()),
        first.calibration(),
        first.references());
  }

  private double least(Function<RegressionFit, Number> count) {
    return fits.stream().mapToDouble(fit -> count.apply(fit).doubleValue()).min().orElseThrow();
  }

  private Margins margins() {
    Function<RegressionFit, Margins> margins = fit -> fit.margins().orElseThrow();
    RubinRules predictions =
        rules(
            margins.andThen(Margins::predictions), margins.andThen(Margins::predictionCovariance));
    RubinRules effects =
        rules(margins.andThen(Margins::effects), margins.andThen(Margins::effectCovariance));
    return new Margins(
        estimates(predictions, margins.andThen(Margins::predictions)),
        RegressionFit.table(predictions.covariance()),
        estimates(effects, margins.andThen(Margins::effects)),
        RegressionFit.table(effects.covariance()));
  }

  private RubinRules rules(
      Function<RegressionFit, List<TermEstimate>> estimates,
      Function<RegressionFit, List<List<Double>>> covariance) {
    List<double[]> values = new ArrayList<>();
    List<double[][]> covariances = new ArrayList<>();
    List<String> names = names(estimates.apply(fits.get(0)));
    for (int i = 0; i < fits.size(); i++) {
      List<TermEstimate> of = estimates.apply(fits.get(i));
      if (!names(of).equals(names)) {
        throw UserException.input(
            "imputation " + (i + 1),
            "other levels of a factor than the first imputation has",
            "the same levels in all",
            "Join rare levels before imputing");
      }

      values.add(of.stream().mapToDouble(TermEstimate::estimate).toArray());
      covariances.add(
          covariance.apply(fits.get(i)).stream()
              .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
              .toArray(double[][]::new));
    }

    return RubinRules.of(values, covariances);
  }

  private static List<String> names(List<TermEstimate> estimates) {
    return estimates.stream().map(each -> each.term() + "\n" + each.level()).toList();
  }

  private List<TermEstimate> estimates(
      RubinRules rules, Function<RegressionFit, List<TermEstimate>> estimates) {
    List<TermEstimate> first = estimates.apply(fits.get(0));
    return IntStream.range(0, first.size())
        .mapToObj(
            i -> {
              double df = rules.df(i, least(fit -> estimates.apply(fit).get(i).df()));
              return new TermEstimate(
                  first.get(i).term(),
                  first.get(i).level(),
                  rules.estimate(i),
                  Math.sqrt(rules.variance(i)),
                  df,
                  rules.missingInformation(i, df));
            })
        .toList();
  }

  /** The denominator degrees of freedom without missing values are those of the single tests. */
  private TermTest test(TermTest test, RubinRules rules, double df) {
    List<TermEstimate> coefficients = fits.get(0).coefficients();
    int[] at =
        IntStream.range(0, coefficients.size())
            .filter(j -> coefficients.get(j).term().equals(test.term()))
            .toArray();
    double complete = Double.isNaN(test.wald().df2()) ? df : test.wald().df2();
    return new TermTest(test.term(), rules.test(at, complete), WaldTest.none(at.length));
  }
}

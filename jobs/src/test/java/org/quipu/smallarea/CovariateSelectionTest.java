package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Milk expenditure by the dummies of three major areas and the number of the area / 10. */
class CovariateSelectionTest {
  private static final AreaData MILK = Milk.data(1);
  private static final AreaCovariates ALL =
      new AreaCovariates(
          List.of("m2", "m3", "m4", "n"),
          IntStream.range(0, MILK.size())
              .mapToObj(
                  i -> {
                    double[] row = Arrays.copyOfRange(MILK.design()[i], 1, 5);
                    row[3] = (i + 1) / 10.0;
                    return row;
                  })
              .toList());

  private static AreaData with(AreaCovariates some) {
    return new AreaData(MILK.areas(), MILK.direct(), MILK.variances(), some.terms(), some.design());
  }

  private static List<ModelTerm> terms(SelectionCriterion criterion) {
    CovariateSelection selection =
        new CovariateSelection(criterion, ALL, CovariateSelectionTest::with);
    return selection.marked(
        EblupPredictor.coefficients(
            selection.covariates(),
            new double[selection.covariates().terms().size()],
            new double[selection.covariates().terms().size()]
                [selection.covariates().terms().size()]));
  }

  /**
   * R 4.2: the maximum of the likelihood by optimize and uniroot; the conditional criterion with
   * the derivatives of each predicted area by differences of refitted models, h = 1e-5.
   */
  @ParameterizedTest
  @CsvSource({
    // columns as bits, A, conditional AIC, BIC
    "0, 0.0526216485358, -19.32221662, 16.2808247505",
    "4, 0.0200762947838, -27.91445543, -8.0685765639",
    "6, 0.0156497335041, -27.96957554, -8.8094261426",
    "7, 0.0155175087124, -28.63539130, -6.7363480450",
    "9, 0.034342500223, -22.18700582, 10.1147962541",
    "11, 0.0157271904096, -28.90051920, -6.7669137062",
    "15, 0.0154066522217, -27.88393606, -3.2781295138",
  })
  void criteriaEqualR(long columns, double a, double conditional, double bic) {
    AreaData data = with(ALL.only(BitSet.valueOf(new long[] {columns})));
    FayHerriotFit fit = FayHerriot.fit(data, VarianceEstimator.ML, 50);

    assertThat(fit.variance()).isCloseTo(a, within(1e-12));
    assertThat(SelectionCriterion.BIC.of(fit)).isCloseTo(bic, within(1e-9));
    assertThat(SelectionCriterion.AIC.of(fit)).isCloseTo(conditional, within(1e-6));
  }

  @Test
  void theBestOfAllSubsetsIsChosen() {
    List<ModelTerm> aic = terms(SelectionCriterion.AIC);
    List<ModelTerm> bic = terms(SelectionCriterion.BIC);

    assertThat(aic)
        .extracting(ModelTerm::term)
        .containsExactly("(Intercept)", "m2", "m3", "m4", "n", "selection_aic");
    assertThat(aic)
        .extracting(ModelTerm::selected)
        .containsExactly(null, true, true, false, true, null);
    assertThat(bic)
        .extracting(ModelTerm::selected)
        .containsExactly(null, false, true, true, false, null);
    // From the values of R: {3, 4} against {2, 3, 4}, {4}, {3} and {3, 4, n}.
    assertThat(bic.get(1).criterionChange()).isCloseTo(8.8094261426 - 6.7363480450, within(1e-9));
    assertThat(bic.get(2).criterionChange()).isCloseTo(8.8094261426 - 8.0685765639, within(1e-9));
    assertThat(bic.get(3).criterionChange()).isCloseTo(8.8094261426 + 5.6197083124, within(1e-9));
    assertThat(bic.get(4).criterionChange()).isCloseTo(8.8094261426 - 5.0600804574, within(1e-9));
    assertThat(bic.get(5).estimate()).isCloseTo(-8.8094261426, within(1e-9));
    assertThat(bic.get(1).estimate()).isNaN();
  }

  @Test
  void ofManyCovariatesThoseThatMatterAreChosenStepByStep() {
    // 60 areas, 14 covariates of which the third and the last matter; the fourth repeats the third.
    SplittableRandom random = new SplittableRandom(4);
    int areas = 60;
    List<double[]> values = new ArrayList<>();
    double[] direct = new double[areas];
    double[] variances = new double[areas];
    for (int i = 0; i < areas; i++) {
      double[] row = new double[14];
      Arrays.setAll(row, j -> random.nextGaussian());
      row[3] = 2 * row[2] + 1;
      values.add(row);
      variances[i] = 0.2 + 0.3 * random.nextDouble();
      direct[i] =
          row[2]
              - row[13]
              + 0.3 * random.nextGaussian()
              + Math.sqrt(variances[i]) * random.nextGaussian();
    }
    List<String> names = IntStream.range(0, 14).mapToObj(j -> "x" + j).toList();
    List<String> keys = IntStream.range(0, areas).mapToObj(i -> "a" + i).toList();
    CovariateSelection selection =
        new CovariateSelection(
            SelectionCriterion.BIC,
            new AreaCovariates(names, values),
            some -> new AreaData(keys, direct, variances, some.terms(), some.design()));

    assertThat(selection.covariates().terms()).containsExactly("(Intercept)", "x2", "x13");
  }
}

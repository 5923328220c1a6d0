package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreaCovariatesTest {
  @Test
  void coefficientsAreInTheUnitsOfTheColumns() {
    AreaData milk = Milk.data(1);
    AreaCovariates covariates =
        new AreaCovariates(
            List.of("major 2", "major 3", "major 4"),
            Arrays.stream(milk.design()).map(row -> Arrays.copyOfRange(row, 1, 4)).toList());
    FayHerriotFit raw = FayHerriot.fit(milk, VarianceEstimator.REML);
    FayHerriotFit standardized =
        FayHerriot.fit(
            new AreaData(
                milk.areas(),
                milk.direct(),
                milk.variances(),
                covariates.terms(),
                covariates.design()),
            VarianceEstimator.REML);

    assertThat(standardized.variance()).isCloseTo(raw.variance(), within(1e-14));
    assertThat(standardized.mse(5)).isCloseTo(raw.mse(5), within(1e-15));
    assertThat(covariates.coefficients(standardized.coefficients()))
        .containsExactly(raw.coefficients(), within(1e-12));
    double[] errors = covariates.standardErrors(standardized.covariance());
    for (int j = 0; j < errors.length; j++) {
      assertThat(errors[j]).isCloseTo(Math.sqrt(raw.covariance()[j][j]), within(1e-13));
    }
  }

  @Test
  void aColumnThatDoesNotVaryIsNamed() {
    assertThatThrownBy(
            () -> new AreaCovariates(List.of("same"), List.of(new double[] {3}, new double[] {3})))
        .hasMessage("the covariate same is the same in all areas");
    assertThat(AreaCovariates.none(2).terms()).containsExactly("(Intercept)");
  }
}

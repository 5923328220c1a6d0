package org.quipu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.association.BcgQuestion;
import org.quipu.association.CorrectedAnalysis;
import org.quipu.association.Method;
import org.quipu.charts.RegressionLine;
import org.quipu.store.AssociationRow;

class AssociationLineTest {
  private static final AssociationRow ROW =
      AssociationRow.of(CorrectedAnalysis.of(List.of(BcgQuestion.analysis())).get(0)).stream()
          .filter(row -> row.method() == Method.META_REGRESSION)
          .findFirst()
          .orElseThrow();

  // metafor 3.8-1, dat.bcg, log risk ratio on latitude: predict(fit, newmods = c(10, 35, 60));
  // jobs/src/test/r/fitted-line.R
  @ParameterizedTest
  @CsvSource({
    "10, -0.0395490401094751, 0.428598385237212",
    "35, -0.7670921654005465, -0.491621424134423",
    "60, -1.4946352906916180, -0.911614335768801",
  })
  void theLineAndItsBandAreThoseOfTheRegression(double x, double y, double high) {
    RegressionLine line = PlottedValues.line(ROW);

    assertThat(line.at(x)).isCloseTo(y, within(1e-10));
    assertThat(line.at(x) + line.halfWidth(x)).isCloseTo(high, within(1e-10));
  }
}

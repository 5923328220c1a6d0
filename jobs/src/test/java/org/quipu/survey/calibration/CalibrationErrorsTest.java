package org.quipu.survey.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.quipu.UserException;
import org.quipu.survey.Design;
import org.quipu.survey.calibration.PopulationTotals.Total;

/** What calibrations refuse, and with what words. */
class CalibrationErrorsTest {
  private static Total total(String variable, String level, double total) {
    return new Total(variable, level, total);
  }

  private static PopulationTotals totals(Total... rows) {
    return PopulationTotals.of("totals.csv", List.of(rows));
  }

  private static AbstractThrowableAssert<?, ?> refused(Runnable what) {
    return assertThatThrownBy(what::run).isInstanceOf(UserException.class);
  }

  private static final Total YOUNG = total("age", "young", 60);
  private static final Total OLD = total("age", "old", 40);

  /** Rows of a young and an old person in town, and an old one in the country. */
  private static DistinctRows sample(Calibration calibration, double... weights) {
    DistinctRows rows = new DistinctRows(calibration, Design.simple());
    String[][] people = {{"young", "town"}, {"old", "town"}, {"old", "country"}};
    for (int i = 0; i < weights.length; i++) {
      String[] person = people[i % 3];
      rows.add(
          Arrays.copyOf(person, calibration.texts().size()),
          new double[0],
          weights[i],
          new double[0],
          "",
          "");
    }

    return rows;
  }

  @Test
  void tablesOfTotals() {
    refused(() -> totals()).hasMessageContaining("no rows");
    refused(() -> totals(YOUNG, YOUNG)).hasMessageContaining("level young twice");
    refused(() -> totals(YOUNG, total("age", "", 5))).hasMessageContaining("one has no level");
    refused(() -> totals(YOUNG, total("age", "old", -1))).hasMessageContaining("level old: found");
    refused(() -> totals(total("income", "", Double.NaN))).hasMessageContaining("missing");
    refused(() -> totals(total("age:sex", "", 5))).hasMessageContaining("joined by colons");
    refused(() -> totals(YOUNG, OLD, total("residence", "town", 90)))
        .hasMessageContaining("100 people by age and 90 by residence");
    refused(() -> totals(YOUNG, OLD, total("population", "", 90)))
        .hasMessageContaining("90 by population");
  }

  @Test
  void methods() {
    PopulationTotals margins = totals(YOUNG, OLD, total("residence", "town", 100));
    refused(() -> Calibration.of(margins, CalibrationMethod.POSTSTRATIFY))
        .hasMessageContaining("2 variables of levels")
        .hasMessageContaining("Cross the variables");
    PopulationTotals numbers = totals(YOUNG, OLD, total("income", "", 1000));
    refused(() -> Calibration.of(numbers, CalibrationMethod.RAKE))
        .hasMessageContaining("linear or logit");
    refused(() -> Calibration.of(numbers, CalibrationMethod.LOGIT))
        .hasMessageContaining("a lower bound under 1");
    refused(() -> Calibration.of(margins, CalibrationMethod.RAKE).bounds(0.5, 2))
        .hasMessageContaining("linear and logit alone");
    refused(() -> new Trim(5, 5, false)).hasMessageContaining("smaller");
  }

  @Test
  void rowsWithoutLevel() {
    Calibration calibration = Calibration.of(totals(YOUNG, OLD), CalibrationMethod.RAKE);
    DistinctRows missing = sample(calibration, 1, 1, 1);
    missing.add(new String[] {null}, new double[0], 2, new double[0], "", "");
    missing.add(new String[] {null}, new double[0], 0, new double[0], "", "");
    refused(() -> missing.solve(null))
        .hasMessageContaining("column age: found 1 rows with a weight and without a value");
    DistinctRows unknown = sample(calibration, 1, 1, 1);
    unknown.add(new String[] {"ancient"}, new double[0], 2, new double[0], "", "");
    refused(() -> unknown.solve(null))
        .hasMessageContaining("no total in totals.csv")
        .hasMessageContaining("young, old")
        .hasMessageNotContaining("ancient");
    refused(() -> sample(calibration).solve(null)).hasMessageContaining("no row of the sample");
    refused(() -> sample(calibration, 1).solve(null))
        .hasMessageContaining(
            "totals.csv, age old: found a total of 40 where the sample has no row");
    Calibration nobody =
        Calibration.of(totals(YOUNG, total("age", "old", 0)), CalibrationMethod.LINEAR);
    refused(() -> sample(nobody, 1, 1).solve(null)).hasMessageContaining("a total of 0 where");
  }

  @Test
  void totalsThatCannotBeMet() {
    // All who live in the country are old: 45 of them cannot be 40 old people.
    PopulationTotals margins =
        totals(YOUNG, OLD, total("residence", "town", 55), total("residence", "country", 45));
    refused(() -> sample(Calibration.of(margins, CalibrationMethod.RAKE), 30, 20, 20).solve(null))
        .hasMessageContaining("totals that no weights meet: ");
    Calibration linear = Calibration.of(margins, CalibrationMethod.LINEAR);
    refused(() -> sample(linear.bounds(0.5, 1.1), 43, 29, 28).solve(null))
        .hasMessageContaining("between the bounds")
        .hasMessageContaining("Widen the bounds");
    refused(() -> sample(linear.bounds(0.5, 1.1), 3, 2, 2).solve(null))
        .hasMessageContaining("The weights sum to 7 for 100 people");
    CalibrationReport report = sample(linear, 30, 20, 20).solve(null).report();
    assertThat(report.negative()).isEqualTo(1);
    assertThat(report.smallest()).isCloseTo(-0.25, within(1e-12));
  }

  @Test
  void trimmingWithNothingBetween() {
    Calibration calibration =
        Calibration.of(totals(YOUNG, OLD), CalibrationMethod.POSTSTRATIFY)
            .trim(new Trim(70, 80, false));
    refused(() -> sample(calibration, 30, 20, 20).solve(null)).hasMessageContaining("too few lie");
  }

  @Test
  void totalsThatOthersImplyAreChecked() {
    Calibration calibration =
        Calibration.of(
            totals(
                YOUNG,
                OLD,
                total("age:residence", "young:town", 59),
                total("age:residence", "old:town", 21),
                total("age:residence", "old:country", 20)),
            CalibrationMethod.LINEAR);
    DistinctRows rows = sample(calibration, 30, 20, 20);
    refused(() -> rows.solve(null)).hasMessageContaining("age:residence young:town");
  }

  @Test
  void kindsOfRowsAreTheSameInAnyOrderAndParts() {
    Calibration calibration = Calibration.of(totals(YOUNG, OLD), CalibrationMethod.RAKE);
    DistinctRows one = sample(calibration, 0.1, 0.2, 0.3, 0.7, 0.6, 0.5);
    DistinctRows part = sample(calibration, 0.7, 0.2, 0.5, 0.1);
    DistinctRows other = new DistinctRows(calibration, Design.simple());
    other.add(new String[] {"old"}, new double[0], 0.6, new double[0], "", "");
    other.add(new String[] {"old"}, new double[0], 0.3, new double[0], "", "");
    other.merge(part);
    assertThat(other.solve(null).report()).isEqualTo(one.solve(null).report());
  }
}

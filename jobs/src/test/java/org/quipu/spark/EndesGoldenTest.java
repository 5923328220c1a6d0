package org.quipu.spark;

import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.TestSpark;
import org.quipu.cli.RealSurveys;
import org.quipu.store.Store;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.Outcome;

/**
 * ENDES 2018 (real design, simulated answers) and real ENDES 2020 in every domain, against R's
 * survey package: {@code jobs/src/test/r/survey.R}.
 */
class EndesGoldenTest {
  private static final double RELATIVE = 1e-9;

  @TempDir private Path folder;

  private record Golden(
      String year,
      String indicator,
      String by,
      String domain,
      long n,
      double percent,
      double standardError,
      double deff,
      int df) {
    static Golden of(String line) {
      String[] cells = line.split(",", -1);
      return new Golden(
          cells[0],
          cells[1],
          cells[2],
          cells[3],
          Long.parseLong(cells[4]),
          number(cells[5]),
          number(cells[6]),
          number(cells[7]),
          Integer.parseInt(cells[8]));
    }

    private static double number(String cell) {
      return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
  }

  @Test
  void equalsR() throws IOException {
    Path store = RealSurveys.copy(folder.resolve("store"), 2018, 2020);
    List<Golden> golden = golden();
    Estimates estimates = estimates(store.toString(), golden);
    SoftAssertions all = new SoftAssertions();
    golden.forEach(expected -> check(all, expected, estimates));
    all.assertAll();
  }

  private static void check(SoftAssertions all, Golden expected, Estimates estimates) {
    Estimate estimate =
        estimates
            .find(expected.year(), expected.indicator(), expected.by(), expected.domain())
            .orElseThrow(() -> new AssertionError("missing: " + expected));
    all.assertThat(estimate.n()).as("n of " + expected).isEqualTo(expected.n());
    all.assertThat(estimate.df()).as("df of " + expected).isEqualTo(expected.df());
    close(all, 100 * estimate.estimate(), expected.percent(), "percent of " + expected);
    close(all, 100 * estimate.standardError(), expected.standardError(), "se of " + expected);
    if (expected.standardError() > 0) {
      close(all, estimate.deff(), expected.deff(), "deff of " + expected);
    }
  }

  private static void close(SoftAssertions all, double actual, double expected, String what) {
    // R's standard error at 0 % or 100 % is what rounding leaves of 0.
    double tolerance = Math.max(RELATIVE * Math.abs(expected), 1e-12);
    all.assertThat(actual).as(what).isEqualTo(expected, within(tolerance));
  }

  private static Estimates estimates(String store, List<Golden> golden) throws IOException {
    Dataset<Row> women = TestSpark.session().read().parquet(Store.existing(store).path("women"));
    return SurveyEngine.estimate(
        women,
        "year",
        Design.clusters("cluster")
            .strata("stratum")
            .weights("weight")
            .weightScale(1e6)
            .lonelyPsu(LonelyPsu.CERTAINTY),
        golden.stream().map(Golden::indicator).distinct().map(Outcome::proportion).toList(),
        golden.stream().map(Golden::by).distinct().map(DomainTable::of).toList());
  }

  private static List<Golden> golden() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                EndesGoldenTest.class.getResourceAsStream("/org/quipu/survey/endes-golden.csv"),
                StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(Golden::of).toList();
    }
  }
}

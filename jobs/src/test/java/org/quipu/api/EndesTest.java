package org.quipu.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Folders;
import org.quipu.GoldenFile;
import org.quipu.Progress;
import org.quipu.Provenance;
import org.quipu.TestSpark;
import org.quipu.UserException;
import org.quipu.YearRange;
import org.quipu.change.ChangeVerdict;
import org.quipu.cli.RealSurveys;
import org.quipu.endes.IncompleteModules;
import org.quipu.endes.MadeUpSurvey;
import org.quipu.endes.SampleOverlap;
import org.quipu.endes.WomenPrevalence;
import org.quipu.job.AverageJob;
import org.quipu.job.ChangeJob;
import org.quipu.job.ChartsJob;
import org.quipu.job.IngestJob;
import org.quipu.job.PrevalenceJob;
import org.quipu.math.Adjustment;
import org.quipu.store.AverageChangeRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.CompareRow;
import org.quipu.store.EstimateRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.RegressionRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.survey.GroupTest;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.calibration.Calibration;
import org.quipu.survey.calibration.CalibrationMethod;
import org.quipu.survey.calibration.PopulationTotals;
import org.quipu.survey.quality.QualityMark;
import org.quipu.survey.quality.QualityScheme;
import org.quipu.survey.regression.Family;

/** The women of a store through the facade. */
class EndesTest {
  private static final String PHYSICAL = "partner_violence_physical_ever";
  private static final String SEXUAL = "partner_violence_sexual_ever";
  private static final String ANY = "partner_violence_any_ever";

  @TempDir static Path shared;
  private static Path store;

  @TempDir Path dir;

  @BeforeAll
  static void ingestTheMadeUpSurvey() throws IOException {
    TestSpark.session();
    store = shared.resolve("store");
    String endes = MadeUpSurvey.write(shared.resolve("endes")).toString();
    new IngestJob(Store.open(store.toString()), Progress.ofWarnings(message -> {}))
        .run(new IngestJob.Request(endes, null, IncompleteModules.REFUSED, List.of(), null, null));
  }

  @Test
  void prevalenceAndChangeAreThoseOfTheTables() {
    Women women = Endes.open(store.toString()).women(2018, 2019);
    Prevalence prevalence = women.proportion(PHYSICAL, ANY).by("national", "region");

    assertEqualsTheTables(prevalence, prevalence.change(2018, 2019), 2018, 2019);
    assertThat(Store.existing(store.toString()).has("prevalence"))
        .as("a facade that is looked at writes nothing")
        .isFalse();
  }

  // R survey: svycontrast on svytotal of both years as one design, src/test/r/change.R
  @Test
  void changeEqualsR() {
    Changes change =
        Endes.open(store.toString()).women().proportion(PHYSICAL).by("region").change(2018, 2019);

    Map<String, ChangeRow> rows = byDomain(change.rows(), ChangeRow::domain);
    assertThat(rows.get("01").change()).isCloseTo(-3.78733711918744, within(1e-9));
    assertThat(rows.get("01").standardError()).isCloseTo(8.95007516499379, within(1e-8));
    assertThat(rows.get("03").change()).isCloseTo(4.15618799372209, within(1e-9));
    assertThat(rows.get("03").standardError()).isCloseTo(9.58497198672738, within(1e-8));
    assertThat(change.toString().lines().findFirst().orElseThrow())
        .matches("indicator +domain +label +from_year +to_year +percent_from .*verdict +source");
    assertThat(change.toString()).contains("Amazonas").contains("no_clear_change");
    assertThat(change.toDataset().where("domain = '02'").head().<Double>getAs("change"))
        .isCloseTo(-2.10185608907003, within(1e-9));
  }

  // calibrated-years.R: calibrate() to the margins of each year, of one design
  @Test
  void calibratedLevelsAndChangesEqualR() {
    Map<Integer, Calibration> totals = new HashMap<>();
    for (int year : new int[] {2018, 2019}) {
      List<PopulationTotals.Total> rows =
          new GoldenFile("calibrated-years/margins.csv")
              .rows().stream()
                  .filter(row -> row.get("year").equals(String.valueOf(year)))
                  .map(
                      row ->
                          new PopulationTotals.Total(
                              row.get("variable"),
                              row.get("level"),
                              Double.parseDouble(row.get("total"))))
                  .toList();
      totals.put(
          year,
          Calibration.of(PopulationTotals.of("totals of " + year, rows), CalibrationMethod.LINEAR));
    }

    Prevalence levels =
        Endes.open(store.toString()).women().proportion(PHYSICAL).by("region").calibrated(totals);

    PrevalenceRow level =
        levels.rows().stream()
            .filter(row -> row.year() == 2018 && row.domain().equals("01"))
            .findFirst()
            .orElseThrow();
    assertThat(level.percent()).isCloseTo(30.1240732269512, within(1e-9));
    assertThat(level.standardError()).isCloseTo(4.3813757294767, within(1e-8));
    ChangeRow change = byDomain(levels.change(2018, 2019).rows(), ChangeRow::domain).get("01");
    assertThat(change.change()).isCloseTo(-3.46693304860203, within(1e-9));
    assertThat(change.standardError()).isCloseTo(7.73056334735994, within(1e-8));
    Averages averages = levels.average(new YearRange(2018, 2018), new YearRange(2019, 2019));
    AverageChangeRow of = byDomain(averages.changes().rows(), AverageChangeRow::domain).get("01");
    assertThat(of.change()).isCloseTo(-3.46693304860203, within(1e-9));
    assertThat(of.standardError()).isCloseTo(7.73056334735994, within(1e-8));
  }

  @Test
  void methodsAreChosen() {
    Prevalence logit = Endes.open(store.toString()).women(2018, 2019).proportion(PHYSICAL);

    assertThat(logit.rows().get(0).ciLow())
        .isNotEqualTo(logit.interval(IntervalMethod.WILSON).rows().get(0).ciLow());
    assertThat(logit.quality(QualityScheme.CHILE).rows().get(0).quality())
        .isNotEqualTo(logit.rows().get(0).quality());
    Changes change = logit.by("region").change(2018, 2019);
    assertThat(change.overlap(SampleOverlap.IGNORED).rows().get(0).covariance()).isZero();
    assertThat(change.adjusted(Adjustment.BENJAMINI_HOCHBERG).rows().get(0).pAdjusted())
        .isLessThan(change.rows().get(0).pAdjusted());
    assertThat(logit.lonelyPsu(LonelyPsu.AVERAGE).rows()).hasSize(2);
  }

  @Test
  void theWomenOfAYearAreASurveyOfTheirOwn() {
    Women women = Endes.open(store.toString()).women();
    SurveyData of2018 = women.in(2018);

    List<EstimateRow> shares = of2018.proportion(PHYSICAL).by("region").rows();
    List<PrevalenceRow> prevalence =
        women.proportion(PHYSICAL).by("region").rows().stream()
            .filter(row -> row.year() == 2018)
            .toList();
    assertThat(shares).hasSameSizeAs(prevalence);
    for (int i = 0; i < shares.size(); i++) {
      assertThat(100 * shares.get(i).estimate()).isEqualTo(prevalence.get(i).percent());
      assertThat(100 * shares.get(i).standardError()).isEqualTo(prevalence.get(i).standardError());
    }

    assertThat(of2018.mean("age").rows().get(0).estimate()).isEqualTo(30);
    assertThatThrownBy(() -> of2018.mean("agee"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("women of 2018: found no column agee")
        .hasMessageContaining("the nearest are age,");
  }

  @Test
  void averagesAreThoseOfTheTables() {
    Women women = Endes.open(store.toString()).women();
    Prevalence levels = women.proportion(PHYSICAL).by("region");
    YearRange first = new YearRange(2018, 2018);
    YearRange both = new YearRange(2018, 2019);
    Averages averages = levels.average(first, both);

    Path copy = Folders.copy(store, dir.resolve("copy"));
    AverageJob.Result made =
        new AverageJob(Store.existing(copy.toString()), Progress.ofWarnings(message -> {}))
            .run(
                new AverageJob.Request(
                    List.of(first, both),
                    List.of("region"),
                    List.of(PHYSICAL),
                    SampleOverlap.COUNTED,
                    Adjustment.HOLM));
    assertThat(averages.rows()).hasSize(6).isEqualTo(made.averages());
    assertThat(averages.changes().rows()).hasSize(3).isEqualTo(made.changes());
    assertThat(averages.changes().toString()).contains("Amazonas", "verdict", "first_from_year");

    assertThat(averages.overlap(SampleOverlap.IGNORED).changes().rows().get(0).covariance())
        .isNotEqualTo(made.changes().get(0).covariance());
    assertThat(averages.adjusted(Adjustment.BENJAMINI_HOCHBERG).changes().rows().get(0).family())
        .hasToString(PHYSICAL + " by region: 3 tests, bh, averages");
    assertThatThrownBy(() -> levels.average(new YearRange(2017, 2018)))
        .hasMessage("no average of 2017 to 2018: the years are [2018, 2019]");
    assertThatThrownBy(() -> levels.average(first, first))
        .hasMessage("one period at least, and each another");
  }

  // R survey 4.1: svyglm(y ~ factor(group)), svychisq(~group + y), both years of change/rows.csv
  // as one design with strata = interaction(year, stratum)
  @Test
  void theWomenOfSeveralYearsAreOneSurvey() {
    SurveyData women = Endes.open(store.toString()).women().pooled();

    CompareRow ancash = women.compare(PHYSICAL, "region").by(GroupTest.T).rows().get(0);
    assertThat(ancash.estimate()).isCloseTo(0.150830811889203, within(1e-10));
    assertThat(ancash.standardError()).isCloseTo(0.0585736588679756, within(1e-10));
    assertThat(ancash.source()).isEqualTo(Provenance.MICRODATA);
    assertThat(women.crosstab("region", PHYSICAL).tests().rows().get(0).statistic())
        .isCloseTo(25.2972890222306, within(1e-8));
    RegressionRow term = women.regression(PHYSICAL + " ~ region", Family.LINEAR).rows().get(1);
    assertThat(term.estimate()).isCloseTo(ancash.estimate(), within(1e-12));
    assertThat(term.source()).isEqualTo(Provenance.MICRODATA);
  }

  @Test
  void tablesOfTheStoreArePrintedAsOneChoosesAndDrawn() {
    Path copy = Folders.copy(store, dir.resolve("copy"));
    Progress silent = Progress.ofWarnings(message -> {});
    List<ChangeRow> made =
        new ChangeJob(Store.existing(copy.toString()), silent)
            .run(ChangeJob.Request.of(new YearRange(2018, 2019)))
            .changes();
    Endes endes = Endes.open(copy.toString());

    ResultTable<ChangeRow> changes = endes.table(Table.CHANGE);
    assertThat(changes.rows()).containsExactlyInAnyOrderElementsOf(made);
    // the change that R gives, see changeEqualsR
    assertThat(
            changes
                .where(row -> row.indicator().equals(PHYSICAL) && row.domain().equals("01"))
                .select("label", "change", "verdict")
                .digits(4))
        .hasToString(
            """
            label     change  verdict
            Amazonas  -3.787  no_clear_change
            """);
    assertThatThrownBy(() -> changes.select("chance"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("table change: found no column chance")
        .hasMessageContaining("the nearest are change");
    assertThatThrownBy(() -> changes.digits(0)).isInstanceOf(IllegalArgumentException.class);

    assertThat(endes.figures()).contains("cambio-violencia-fisica-2018-2019");
    ChartsJob.Drawn figure = endes.figure("cambio-violencia-fisica-2018-2019");
    assertThat(figure.title()).isEqualTo("En ninguna de 3 regiones hay un cambio claro");
    assertThat(figure.description()).contains("2018", "2019");
    assertThat(figure.svg()).contains("<svg", figure.title());
    assertThat(figure.image().getWidth()).isEqualTo(1440);
    assertThatThrownBy(() -> endes.figure("cambio-violensia-fisica-2018-2019"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("cambio-violencia-fisica-2018-2019");
  }

  @Test
  void whatTheStoreLacksIsNamed() {
    Endes endes = Endes.open(store.toString());
    Women women = endes.women(2018);

    assertThat(endes.years()).containsExactly(2018, 2019);
    assertThatThrownBy(() -> endes.women(2017))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no microdata of 2017; expected one of [2018, 2019]");
    assertThatThrownBy(() -> women.proportion("partner_violence"))
        .hasMessageContaining("no indicator 'partner_violence' in data/indicators.yaml; it has");
    assertThatThrownBy(() -> women.proportion(PHYSICAL).by("regions"))
        .hasMessageContaining("no dimension 'regions'; they are national, region");
    assertThatThrownBy(() -> women.proportion(PHYSICAL).change(2018, 2019))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no change from 2018 to 2019: the years are [2018]");
    assertThatThrownBy(() -> women.in(2019)).hasMessageContaining("none of 2019");
  }

  // R survey: svycontrast on svytotal of both years as one design, lonely clusters "certainty"
  @Test
  void realDesignsGiveRsChangesAndTheTables() {
    Path copy = RealSurveys.copy(dir.resolve("store"), 2018, 2020);
    Women women = Endes.open(copy.toString()).women(2018, 2020);
    Prevalence prevalence = women.proportion(SEXUAL, PHYSICAL).by("national", "region");
    Changes change = prevalence.change(2018, 2020);

    Map<String, ChangeRow> sexual =
        byDomain(
            change.rows().stream().filter(row -> row.indicator().equals(SEXUAL)).toList(),
            ChangeRow::domain);
    assertThat(sexual.get("00").change()).isCloseTo(-1.9729982239944, within(1e-9));
    assertThat(sexual.get("00").standardError()).isCloseTo(0.424304676528184, within(1e-9));
    assertThat(sexual.get("19").change()).isCloseTo(-2.447956218726573, within(1e-9));
    assertThat(sexual.get("19").standardError()).isCloseTo(1.669672426845229, within(1e-9));
    assertThat(sexual.get("19").covariance()).isCloseTo(0.315489960612436, within(1e-9));
    assertThat(change.rows())
        .filteredOn(row -> row.indicator().equals(PHYSICAL))
        .isNotEmpty()
        .allMatch(row -> row.verdict() == ChangeVerdict.NOT_TESTED)
        .allMatch(row -> row.quality().has(QualityMark.NOT_COMPARABLE));
    assertThat(change.toString()).contains("do not have the same items for 1 indicator");
    assertThat(change.select("label", "change").toString()).contains("for 1 indicator");
    assertEqualsTheTables(prevalence, change, 2018, 2020);
  }

  /** The facade's rows are those that the jobs make of a copy of the store. */
  private void assertEqualsTheTables(Prevalence prevalence, Changes change, int from, int to) {
    List<PrevalenceRow> levels = prevalence.rows();
    Path origin = dir.resolve("store").toFile().exists() ? dir.resolve("store") : store;
    Store copy = Store.existing(Folders.copy(origin, dir.resolve("copy")).toString());
    Progress silent = Progress.ofWarnings(message -> {});
    List<String> indicators = levels.stream().map(PrevalenceRow::indicator).distinct().toList();
    List<String> tables = List.of("national", "region");
    List<PrevalenceRow> table =
        new PrevalenceJob(copy, silent)
            .run(
                new PrevalenceJob.Request(
                    List.of(from, to), tables, indicators, WomenPrevalence.Method.DEFAULT))
            .rows();
    assertThat(levels).isNotEmpty().containsExactlyInAnyOrderElementsOf(table);
    ChangeJob.Request request =
        new ChangeJob.Request(
            new YearRange(from, to),
            tables,
            indicators,
            SampleOverlap.COUNTED,
            Adjustment.HOLM,
            "");
    assertThat(change.rows())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(new ChangeJob(copy, silent).run(request).changes());
  }

  private static <R> Map<String, R> byDomain(List<R> rows, Function<R, String> domain) {
    return rows.stream().collect(Collectors.toMap(domain, row -> row));
  }
}

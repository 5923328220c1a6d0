package org.quipu.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.GoldenFile;
import org.quipu.TestSpark;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.TableCopy;
import org.quipu.store.EstimateContrastRow;
import org.quipu.store.EstimateRow;
import org.quipu.store.RegressionMarginRow;
import org.quipu.store.RegressionRow;
import org.quipu.store.RegressionTestRow;
import org.quipu.survey.Design;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.ReplicateWeights;
import org.quipu.survey.Replication;
import org.quipu.survey.SurveyTable;
import org.quipu.survey.WorkedExamples;
import org.quipu.survey.regression.EstimateKind;
import org.quipu.survey.regression.Family;

/**
 * The facade on the published examples of R's package survey (its documentation and {@code
 * tests/testoutput/api.Rout.saved}), with the numbers printed there.
 */
class SurveyDataTest {
  private static final Design CLUSTERS = Design.clusters("dnum").weights("pw").fpc("fpc");
  private static final Design STRATA = Design.simple().strata("stype").weights("pw").fpc("fpc");

  private static SurveyData read(String name, Design design) {
    return SurveyData.read(WorkedExamples.file(name).toString(), design);
  }

  // R: svyby(~api00, ~stype, dclus1, svymean, deff = TRUE), confint with degf of each subset
  @Test
  void aMeanInDomainsPrintsAnAlignedTable() {
    SurveyData api = read("apiclus1", CLUSTERS);

    assertThat(api.mean("api00").by("stype"))
        .hasToString(
            """
            outcome  statistic  by     domain  estimate  standard_error    ci_low   ci_high      deff  df    n
            api00    mean       stype  E       648.8681        22.36241  600.9055  696.8307  6.583674  14  144
            api00    mean       stype  H       618.5714        38.02025  528.6678  708.4750  2.228259   7   14
            api00    mean       stype  M       631.4400        31.60947  561.8680  701.0120  2.163900  11   25
            """);
  }

  // R: svyby(~api00, ~stype, dclus1, svymean) and svymean(~api00, dclus1)
  @Test
  void aMeanEqualsR() {
    SurveyData api = read("apiclus1", CLUSTERS);

    Map<String, EstimateRow> domains =
        api.mean("api00").by("national", "stype").rows().stream()
            .collect(Collectors.toMap(EstimateRow::domain, row -> row));
    assertEstimate(domains.get("E"), 648.8680556, 22.36240889);
    assertEstimate(domains.get("H"), 618.5714286, 38.02024936);
    assertEstimate(domains.get("M"), 631.44, 31.60946523);
    EstimateRow country = domains.get("00");
    assertEstimate(country, 644.169399, 23.542241);
    assertThat(country.df()).isEqualTo(14);
    assertThat(country.ciLow()).isCloseTo(593.6763145, within(5e-8));
    assertThat(country.ciHigh()).isCloseTo(694.6624834, within(5e-8));
  }

  // R: svyglm(api00 ~ ell + stype, dclus1), regTermTest
  @Test
  void aLinearRegressionEqualsR() {
    Regressed fit = read("apiclus1", CLUSTERS).regression("api00 ~ ell + stype", Family.LINEAR);

    assertThat(fit.rows())
        .extracting(RegressionRow::term, RegressionRow::level)
        .containsExactly(
            tuple("(Intercept)", ""), tuple("ell", ""), tuple("stype", "H"), tuple("stype", "M"));
    assertCoefficient(fit.rows().get(0), 771.86968218345, 26.220537548439, 8.19042796825e-12);
    assertCoefficient(fit.rows().get(1), -4.14224374051, 0.454121482942, 1.83816956064e-06);
    assertCoefficient(fit.rows().get(2), -91.16459750439, 19.791111596921, 7.57051930156e-04);
    assertCoefficient(fit.rows().get(3), -46.48359414870, 13.599241827055, 5.74245498084e-03);
    assertThat(fit.rows()).allMatch(row -> row.df() == 11 && Double.isNaN(row.ratio()));
    RegressionTestRow type = fit.tests().rows().get(1);
    assertThat(type.f()).isCloseTo(14.4077835390, within(2e-9));
    assertThat(type.pValue()).isCloseTo(8.45996931048e-04, within(1e-13));
    assertThat(type.raoScottF()).isCloseTo(15.0039887309, within(2e-9));
    assertThat(type.raoScottP()).isCloseTo(7.33914998162e-04, within(1e-13));
    assertThat(fit.toString()).startsWith("term         level");
    assertThat(fit.covariances().rows()).hasSize(10);
    // A linear model's effects are its coefficients, and so are their errors.
    assertThat(fit.margins().where(row -> row.kind() == EstimateKind.EFFECT).rows())
        .extracting(RegressionMarginRow::term, RegressionMarginRow::level)
        .containsExactly(tuple("stype", "H"), tuple("stype", "M"), tuple("ell", ""));
    RegressionMarginRow effect = fit.margins().rows().get(5);
    assertThat(effect.estimate()).isCloseTo(-4.14224374051, within(4e-9));
    assertThat(effect.standardError()).isCloseTo(0.454121482942, within(4e-10));
  }

  // R: svyglm(HI_CHOL ~ factor(agecat) + factor(RIAGENDR), nhanes, family = quasibinomial())
  @Test
  void aLogisticRegressionOfNhanesEqualsR() {
    Design design = Design.clusters("SDMVPSU").strata("SDMVSTRA").weights("WTMEC2YR");
    Regressed fit =
        read("nhanes", design).regression("HI_CHOL ~ agecat + factor(RIAGENDR)", Family.LOGISTIC);

    assertCoefficient(fit.rows().get(0), -4.84590612192, 0.2861565646334, 9.63691796356e-10);
    assertCoefficient(fit.rows().get(2), 3.21203252001, 0.3575704880270, 1.12643694437e-06);
    assertCoefficient(fit.rows().get(4), 0.20561594038, 0.0863239266326, 3.46420132775e-02);
    RegressionTestRow age = fit.tests().rows().get(0);
    assertThat(age.f()).isCloseTo(31.0863725243, within(3e-9));
    assertThat(age.raoScottF()).isCloseTo(40.9714769683, within(4e-9));
    assertThat(fit.smallSample().rows().get(0).df()).isLessThan(31);
    assertThat(age.raoScottDf1()).isCloseTo(2.63716514577, within(3e-10));
    assertThat(fit.where("race", "2", "3").rows().get(1).df()).isEqualTo(12);
    assertThatThrownBy(() -> fit.where("sex", "1"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no column sex");
  }

  // R: svyglm(HI_CHOL ~ factor(race) * factor(RIAGENDR), nhanes, family = quasipoisson())
  @Test
  void prevalenceRatiosOfNhanesEqualR() {
    Design design = Design.clusters("SDMVPSU").strata("SDMVSTRA").weights("WTMEC2YR");
    Regressed fit =
        read("nhanes", design)
            .regression("HI_CHOL ~ factor(race) * factor(RIAGENDR)", Family.POISSON);

    assertCoefficient(fit.rows().get(5), 0.6286098514307, 0.1537190808737, 2.71971345195e-03);
    assertThat(fit.rows().get(5).ratio()).isCloseTo(Math.exp(0.6286098514307), within(1e-9));
    RegressionTestRow interaction = fit.tests().rows().get(2);
    assertThat(interaction.f()).isCloseTo(6.2521972681357, within(6e-9));
    assertThat(interaction.raoScottP()).isCloseTo(0.0417363446605, within(4e-10));
  }

  // R: svydesign(~dnum + snum, fpc = ~fpc1 + fpc2): svyglm(api00 ~ enroll + stype); of a subset
  // The sample of regression.R; R 4.2, survey: svycontrast(svyglm(violence ~ age + wealth, design,
  // family = quasibinomial()), list(gap = quote(wealthpoorest - wealthrich), odds =
  // quote(exp(wealthpoorest)), per = quote(wealthpoor / age)))
  @Test
  void contrastsEqualR() {
    Regressed fit =
        SurveyData.of(
                new GoldenFile("regression/sample.csv").table(),
                Design.clusters("psu")
                    .strata("stratum")
                    .weights("w")
                    .lonelyPsu(LonelyPsu.CERTAINTY))
            .regression("violence ~ age + wealth", Family.LOGISTIC);
    Contrasted contrasts =
        fit.contrast(
            "gap = 'wealth=poorest' - 'wealth=rich'",
            "odds = exp('wealth=poorest')",
            "per = 'wealth=poor' / age");

    EstimateContrastRow gap = contrasts.rows().get(0);
    assertThat(gap.name()).isEqualTo("gap");
    assertThat(gap.estimate()).isCloseTo(0.3864930006541287, within(1e-8));
    assertThat(gap.standardError()).isCloseTo(0.315287133633213, within(1e-8));
    assertThat(gap.df()).isEqualTo(34);
    assertThat(contrasts.rows().get(2).estimate()).isCloseTo(28.666269039361364, within(1e-7));
    assertThat(contrasts.covariances().rows()).hasSize(6);
    assertThat(contrasts.covariances().rows().get(1).covariance())
        .isCloseTo(0.0318121374280218, within(1e-8));
    assertThat(contrasts.joint().statistic()).isCloseTo(4.592286736516775, within(1e-7));
    assertThat(contrasts.toString()).contains("gap", "per");
    assertThatThrownBy(() -> fit.contrast("a = age", "a = 2 * age"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fit.contrast("gap = wealthpoor").rows())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("wealth=poor");
  }

  @Test
  void aRegressionOfATwoStageSampleEqualsR() {
    SurveyData api =
        read("apiclus2", Design.clusters("dnum", "snum").weights("pw").fpc("fpc1", "fpc2"));
    Regressed fit = api.regression("api00 ~ enroll + stype", Family.LINEAR);

    assertCoefficient(fit.rows().get(0), 713.80676923933, 38.21102312273, 1.876862766783e-19);
    assertCoefficient(fit.rows().get(1), -0.05272827976, 0.09906370645, 5.980029398427e-01);
    assertCoefficient(fit.rows().get(2), -60.70054846924, 81.31015969177, 4.604779898008e-01);
    assertThat(fit.rows().get(0).df()).isEqualTo(34);
    assertThat(fit.covariances().rows().get(1).covariance())
        .isCloseTo(-2.308445823967, within(1e-8));
    Regressed part = api.regression("api00 ~ enroll", Family.LINEAR).where("stype", "E", "H");
    assertCoefficient(part.rows().get(1), -0.10155670623, 0.04638720234, 3.513875734386e-02);
    assertThat(part.rows().get(1).df()).isEqualTo(36);
  }

  private static void assertCoefficient(
      RegressionRow row, double estimate, double standardError, double p) {
    assertThat(row.estimate()).isCloseTo(estimate, within(1e-9 * Math.abs(estimate)));
    assertThat(row.standardError()).isCloseTo(standardError, within(1e-9 * standardError));
    assertThat(row.pValue()).isCloseTo(p, within(1e-8 * p));
  }

  // R: svytotal(~enroll), svyratio(~api.stu, ~enroll), svyquantile(~api00), in dstrat and dclus1
  @Test
  void totalsRatiosAndQuantilesEqualR() {
    SurveyData strata = read("apistrat", STRATA);

    assertEstimate(only(strata.total("enroll")), 3687177.5, 114641.72);
    EstimateRow ratio = only(strata.ratio("api.stu", "enroll"));
    assertThat(ratio.estimate()).isCloseTo(0.8369568869, within(5e-11));
    assertThat(ratio.standardError()).isCloseTo(0.007757103167, within(5e-13));
    assertThat(read("apiclus1", CLUSTERS).quantile("api00", 0.25, 0.5, 0.75).rows())
        .extracting(
            row -> row.statistic().toString(),
            EstimateRow::estimate,
            EstimateRow::ciLow,
            EstimateRow::ciHigh)
        .containsExactly(
            tuple("quantile_0.25", 552.0, 492.0, 627.0),
            tuple("quantile_0.5", 652.0, 561.0, 714.0),
            tuple("quantile_0.75", 719.0, 696.0, 777.0));
  }

  // R: svyciprop(~I(ell == 0), dclus1) by each method
  @Test
  void theIntervalOfAProportionIsChosen() {
    SurveyTable schools = WorkedExamples.read("apiclus1");
    double[] ell = schools.numbers("ell");
    for (int row = 0; row < ell.length; row++) {
      ell[row] = ell[row] == 0 ? 1 : 0;
    }

    Estimation none = SurveyData.of(schools.with("none", ell), CLUSTERS).proportion("none");
    assertInterval(none, 0.002304691, 0.177747767);
    assertInterval(none.interval(IntervalMethod.BETA), 0.000216147, 0.137507764);
    assertThat(only(none.interval(IntervalMethod.WALD)).ciLow()).isCloseTo(-0.0267, within(5e-5));
  }

  // R: dclus2 (two stages), as.svrepdesign(dclus1, "JK1"), svrepdesign of scd (BRR), lonely.psu.R
  @Test
  void theDesignMayHaveTwoStagesReplicatesAndLonelyClusters() {
    SurveyData stages =
        read("apiclus2", Design.clusters("dnum", "snum").weights("pw").fpc("fpc1", "fpc2"));
    assertEstimate(only(stages.mean("api00")), 670.81181, 30.09903);
    assertEstimate(
        only(read("apiclus1", CLUSTERS).mean("api00").replicated(Replication.jk1())),
        644.169399,
        26.32936);

    SurveyTable ambulances =
        WorkedExamples.read("scd")
            .with("brr1", 2, 0, 2, 0, 2, 0)
            .with("brr2", 2, 0, 0, 2, 0, 2)
            .with("brr3", 0, 2, 2, 0, 0, 2)
            .with("brr4", 0, 2, 0, 2, 2, 0);
    Design halves =
        Design.simple()
            .strata("ESA")
            .replicates(ReplicateWeights.brr(List.of("brr1", "brr2", "brr3", "brr4")));
    EstimateRow ratio = only(SurveyData.of(ambulances, halves).ratio("alive", "arrests"));
    assertThat(ratio.standardError()).isCloseTo(0.00941840067, within(5e-12));

    Design lonely = Design.clusters("snum").strata("dnum").weights("pw");
    Estimation adjusted = read("apiclus1", lonely.lonelyPsu(LonelyPsu.ADJUST)).mean("api00");
    assertEstimate(only(adjusted), 644.1694, 5.8281);
    assertThat(adjusted.toString())
        .contains("warning: strata with a single cluster, treated by 'adjust': 413");
    assertThatThrownBy(read("apiclus1", lonely).mean("api00")::rows)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("one cluster in stratum 413");
  }

  @Test
  void severalOutcomesAndTablesAreOneResult() {
    List<EstimateRow> rows =
        read("apiclus1", CLUSTERS).mean("api99", "api00").by("national", "stype").rows();

    assertThat(rows)
        .extracting(EstimateRow::outcome, EstimateRow::domain)
        .hasSize(8)
        .contains(tuple("api99", "00"), tuple("api00", "M"));
    assertThat(read("apiclus1", CLUSTERS).proportion("stype").rows())
        .extracting(EstimateRow::outcome)
        .containsExactly("stype=E", "stype=H", "stype=M");
  }

  @Test
  void aSparkTableGivesTheSameAndResultsBecomeOne() {
    Dataset<Row> table =
        TestSpark.session()
            .read()
            .option("header", true)
            .csv(WorkedExamples.file("apiclus1").toString());

    Estimation mean = SurveyData.of(table, CLUSTERS).mean("api00").by("stype");
    assertThat(mean.rows()).isEqualTo(read("apiclus1", CLUSTERS).mean("api00").by("stype").rows());
    Dataset<Row> result = mean.toDataset();
    assertThat(result.columns()).startsWith("outcome", "by", "domain", "statistic", "estimate");
    assertThat(result.where("domain = 'M'").head().<Double>getAs("estimate"))
        .isCloseTo(631.44, within(1e-9));
  }

  /** Beside R's svycontrast of svyby(covmat = TRUE): contrast.R, set "clusters". */
  @Test
  void contrastsAreThoseOfR() {
    Design design = Design.clusters("dnum").weights("pw").fpc("fpc");
    SurveyData api = SurveyData.of(new GoldenFile("contrast/apiclus1.csv").table(), design);
    Map<String, String> golden = new GoldenFile("contrast/contrasts.csv").rows().get(4);
    assertThat(golden).containsEntry("set", "clusters").containsEntry("name", "ratios");

    EstimateContrastRow ratios =
        api.mean("api00")
            .by("stype:sch.wide")
            .contrasts("ratios = " + golden.get("expression"))
            .rows()
            .get(0);

    assertThat(ratios.name()).isEqualTo("ratios");
    assertThat(ratios.estimate())
        .isCloseTo(Double.parseDouble(golden.get("estimate")), within(1e-10));
    assertThat(ratios.standardError())
        .isCloseTo(Double.parseDouble(golden.get("standard_error")), within(1e-10));
    assertThat(ratios.df()).isEqualTo(Double.parseDouble(golden.get("df")));
  }

  @Test
  void anIntervalThatDoesNotFitIsRefused() {
    SurveyData api = read("apiclus1", CLUSTERS);

    assertThatThrownBy(() -> api.mean("api00").interval(IntervalMethod.LOGIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no logit interval of a mean");
    assertThatThrownBy(() -> api.quantile("api00", 0.5).interval(IntervalMethod.WALD))
        .hasMessageContaining("Woodruff's interval");
    assertThatThrownBy(() -> api.quantile("api00", 0.5).replicated(Replication.jk1()))
        .hasMessageContaining("no variance from replicates");
    assertThatThrownBy(() -> api.quantile("api00", 0.5).covariances())
        .hasMessageContaining("give no covariances");
  }

  @Test
  void aMisspeltColumnIsAnsweredWithThoseThereAre() {
    SurveyData api = read("apiclus1", CLUSTERS);

    Stream.<Runnable>of(
            () -> api.mean("api0"),
            () -> api.ratio("api0", "enroll"),
            () -> api.quantile("api0", 0.5),
            () -> api.mean("api00").by("stype:api0"),
            () -> read("apiclus1", CLUSTERS.strata("api0")),
            () -> read("apiclus1", CLUSTERS.weights("api0")),
            () -> SurveyData.of(WorkedExamples.read("apiclus1"), Design.clusters("api0")))
        .forEach(
            use ->
                assertThatThrownBy(use::run)
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("found no column api0")
                    .hasMessageContaining("expected one of stype, dnum, snum, pw, fpc, api00")
                    .hasMessageContaining("the nearest are api00, api99"));
  }

  private static EstimateRow only(Estimation estimation) {
    assertThat(estimation.rows()).hasSize(1);
    return estimation.rows().get(0);
  }

  /** Equal in the eight digits that R prints, or as many as the numbers here have. */
  private static void assertEstimate(EstimateRow row, double estimate, double standardError) {
    assertThat(row.estimate()).isCloseTo(estimate, within(5e-8 * estimate));
    assertThat(row.standardError()).isCloseTo(standardError, within(1e-5 * standardError));
  }

  private static void assertInterval(Estimation estimation, double low, double high) {
    assertThat(only(estimation).ciLow()).isCloseTo(low, within(5e-10));
    assertThat(only(estimation).ciHigh()).isCloseTo(high, within(5e-10));
  }

  // fpc twice: 10 of which 4 clusters are drawn, 1000 in the column of other letter case.
  @Test
  void letterCaseTellsColumnsApart(@TempDir Path folder) throws IOException {
    String rows = "1,10,1000,5\n2,10,1000,6\n3,10,1000,8\n4,10,1000,9\n";
    Path both = Files.writeString(folder.resolve("both.csv"), "id,Nh,nh,y\n" + rows);
    Path one = Files.writeString(folder.resolve("one.csv"), "id,x,nh,y\n" + rows);
    Design upper = Design.clusters("id").fpc("Nh");
    Design lower = Design.clusters("id").fpc("nh");

    Path parquet = folder.resolve("both.parquet");
    TableCopy.toParquet(Source.file(both), parquet, "1");

    double error = only(SurveyData.read(both.toString(), upper).mean("y")).standardError();
    double same = only(SurveyData.read(parquet.toString(), upper).mean("y")).standardError();
    double other = only(SurveyData.read(both.toString(), lower).mean("y")).standardError();

    assertThat(same).isEqualTo(error);
    assertThat(error / other)
        .isCloseTo(Math.sqrt((1 - 4 / 10.0) / (1 - 4 / 1000.0)), within(1e-12));
    assertThatThrownBy(() -> SurveyData.read(one.toString(), upper))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("one.csv: found no column Nh", "the nearest are nh");
    assertThatThrownBy(
            () -> {
              Dataset<Row> data =
                  TestSpark.session().range(3).selectExpr("id", "id as Nh", "id as nh", "id as y");
              SurveyData.of(data, upper).mean("y").rows();
            })
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("columns Nh and nh", "Rename one of them");
  }
}

package org.quipu.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.UserException;

/** Published examples, to the digits that their sources print. */
class WorkedExamplesTest {
  private static final Design NHANES =
      Design.clusters("SDMVPSU").strata("SDMVSTRA").weights("WTMEC2YR");
  private static final Design CLUS1 = Design.clusters("dnum").weights("pw").fpc("fpc");
  private static final Design CLUS2 =
      Design.clusters("dnum", "snum").weights("pw").fpc("fpc1", "fpc2");
  private static final Design STRAT =
      Design.clusters("snum").strata("stype").weights("pw").fpc("fpc");

  private static Estimate national(SurveyTable table, Design design, Outcome outcome) {
    return InMemoryEstimator.estimate(
            table, null, design, List.of(outcome), List.of(DomainTable.NATIONAL))
        .all()
        .get(0);
  }

  private static Estimates by(SurveyTable table, Design design, Outcome outcome, String by) {
    return InMemoryEstimator.estimate(
        table, null, design, List.of(outcome), List.of(DomainTable.of(by)));
  }

  /** SAS, R and Python on NHANES 2009-10 (CAMIS, r-sas-python_survey-stats-summary). */
  @Test
  void nhanesNational() {
    SurveyTable nhanes = WorkedExamples.read("nhanes");
    Estimate mean = national(nhanes, NHANES, Outcome.mean("HI_CHOL"));
    assertThat(mean.estimate()).isEqualTo(0.112143, within(5e-7));
    assertThat(mean.standardError()).isEqualTo(0.005446, within(5e-7));
    assertThat(mean.df()).isEqualTo(16);
    assertThat(mean.deff()).isEqualTo(2.336725, within(5e-7));
    Interval wald = mean.interval(IntervalMethod.WALD);
    assertThat(wald.low()).isEqualTo(0.10059829, within(5e-9));
    assertThat(wald.high()).isEqualTo(0.12368762, within(5e-9));
    Interval logit =
        national(nhanes, NHANES, Outcome.proportion("HI_CHOL")).interval(IntervalMethod.LOGIT);
    assertThat(logit.low()).isEqualTo(0.1011069593, within(5e-11));
    assertThat(logit.high()).isEqualTo(0.1242170892, within(5e-11));
    Estimate total = national(nhanes, NHANES, Outcome.total("HI_CHOL"));
    assertThat(total.estimate()).isEqualTo(28_635_245, within(0.5));
    assertThat(total.standardError()).isEqualTo(2_020_711, within(0.5));
    Estimate ratio = national(nhanes, NHANES, Outcome.ratio("HI_CHOL", "RIAGENDR"));
    assertThat(ratio.estimate()).isEqualTo(0.074222, within(5e-7));
    assertThat(ratio.standardError()).isEqualTo(0.003715, within(5e-7));
    assertThat(ratio.interval(IntervalMethod.WALD).low()).isEqualTo(0.06634722, within(5e-9));
    assertThat(ratio.interval(IntervalMethod.WALD).high()).isEqualTo(0.08209696, within(5e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.101492, 0.006246, 1.082734, 16",
    "2, 0.121649, 0.006604, 1.407822, 16",
    "3, 0.078640, 0.010385, 2.091156, 15",
    "4, 0.099679, 0.024666, 3.098290, 15"
  })
  void nhanesByRace(String race, double mean, double standardError, double deff, int df) {
    Estimate estimate =
        by(WorkedExamples.read("nhanes"), NHANES, Outcome.mean("HI_CHOL"), "race")
            .find(null, "HI_CHOL", "race", race)
            .orElseThrow();
    assertThat(estimate.estimate()).isEqualTo(mean, within(5e-7));
    assertThat(estimate.standardError()).isEqualTo(standardError, within(5e-7));
    assertThat(estimate.deff()).isEqualTo(deff, within(5e-7));
    assertThat(estimate.df()).isEqualTo(df);
  }

  /** The same page: races 1 and 2 share clusters, so that their difference needs a covariance. */
  @Test
  void nhanesContrastOfRacesUsesTheirCovariance() {
    Estimates byRace = by(WorkedExamples.read("nhanes"), NHANES, Outcome.mean("HI_CHOL"), "race");
    Estimate one = byRace.find(null, "HI_CHOL", "race", "1").orElseThrow();
    Estimate two = byRace.find(null, "HI_CHOL", "race", "2").orElseThrow();
    double covariance = byRace.covariance(one, two);
    assertThat(covariance).isEqualTo(5.26864083e-06, within(5e-15));
    assertThat(one.estimate() - two.estimate()).isEqualTo(-0.02015754, within(5e-9));
    assertThat(Math.sqrt(one.variance() + two.variance() - 2 * covariance))
        .isEqualTo(0.00849, within(5e-6));
  }

  /** Where each domain is made of whole strata, as a region is, the design ties none to another. */
  @Test
  void domainsOfWholeStrataHaveNoCovariance() {
    Estimates types = by(WorkedExamples.read("apistrat"), STRAT, Outcome.mean("api00"), "stype");
    double[][] covariances = types.covariances(types.all());
    for (int i = 0; i < covariances.length; i++) {
      for (int j = 0; j < covariances.length; j++) {
        if (i == j) {
          assertThat(covariances[i][j]).isPositive();
        } else {
          assertThat(covariances[i][j]).isZero();
        }
      }
    }
  }

  /** R survey on the Academic Performance Index: help pages and tests/testoutput/api.Rout.saved. */
  @Test
  void apiStratified() {
    SurveyTable api = WorkedExamples.read("apistrat");
    Estimate mean = national(api, STRAT, Outcome.mean("api00"));
    assertThat(mean.estimate()).isEqualTo(662.2873632, within(5e-8));
    assertThat(mean.standardError()).isEqualTo(9.4089408, within(5e-8));
    assertThat(mean.deff()).isEqualTo(1.20446, within(5e-6));
    Estimate total = national(api, STRAT, Outcome.total("enroll"));
    assertThat(total.estimate()).isEqualTo(3_687_177.5, within(0.05));
    assertThat(total.standardError()).isEqualTo(114_641.72, within(0.005));
    Estimate ratio = national(api, STRAT, Outcome.ratio("api.stu", "enroll"));
    assertThat(ratio.estimate()).isEqualTo(0.8369568869, within(5e-11));
    assertThat(ratio.standardError()).isEqualTo(0.007757103167, within(5e-13));
  }

  @Test
  void apiOneStage() {
    SurveyTable api = WorkedExamples.read("apiclus1");
    Estimate mean = national(api, CLUS1, Outcome.mean("api00"));
    assertThat(mean.estimate()).isEqualTo(644.169399, within(5e-7));
    assertThat(mean.standardError()).isEqualTo(23.542241, within(5e-7));
    assertThat(mean.deff()).isEqualTo(9.34587, within(5e-6));
    assertThat(mean.df()).isEqualTo(14);
    assertThat(mean.interval(IntervalMethod.WALD).low()).isEqualTo(593.6763145, within(5e-8));
    assertThat(mean.interval(IntervalMethod.WALD).high()).isEqualTo(694.6624834, within(5e-8));
    Estimate total = national(api, CLUS1, Outcome.total("enroll"));
    assertThat(total.estimate()).isEqualTo(3_404_940.1, within(0.05));
    assertThat(total.standardError()).isEqualTo(932_235.03, within(0.005));
    Estimate replaced = national(api, Design.clusters("dnum").weights("pw"), Outcome.mean("api00"));
    assertThat(replaced.standardError()).isEqualTo(23.779011, within(5e-7));
  }

  @Test
  void apiTwoStages() {
    Estimate mean = national(WorkedExamples.read("apiclus2"), CLUS2, Outcome.mean("api00"));
    assertThat(mean.estimate()).isEqualTo(670.81181, within(5e-6));
    assertThat(mean.standardError()).isEqualTo(30.09903, within(5e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "E, 648.8680556, 22.36240889",
    "H, 618.5714286, 38.02024936",
    "M, 631.44, 31.60946523"
  })
  void apiBySchoolType(String type, double mean, double standardError) {
    Estimate estimate =
        by(WorkedExamples.read("apiclus1"), CLUS1, Outcome.mean("api00"), "stype")
            .find(null, "api00", "stype", type)
            .orElseThrow();
    assertThat(estimate.estimate()).isEqualTo(mean, within(5e-8));
    assertThat(estimate.standardError()).isEqualTo(standardError, within(5e-9));
  }

  /** Two outcomes of the same schools: independence would give 33.8 instead of 3.09. */
  @Test
  void apiChangeIsPaired() {
    Estimates both =
        InMemoryEstimator.estimate(
            WorkedExamples.read("apiclus1"),
            null,
            CLUS1,
            List.of(Outcome.mean("api00"), Outcome.mean("api99")),
            List.of(DomainTable.NATIONAL));
    double[][] v = both.covariances(both.all());
    assertThat(both.all().get(0).estimate() - both.all().get(1).estimate())
        .isEqualTo(37.191257, within(5e-7));
    assertThat(v[0][0]).isEqualTo(554.2370969, within(5e-8));
    assertThat(v[1][1]).isEqualTo(586.8526069, within(5e-8));
    assertThat(v[0][1]).isEqualTo(565.7856317, within(5e-8));
    assertThat(Math.sqrt(v[0][0] + v[1][1] - 2 * v[0][1])).isEqualTo(3.0852, within(5e-5));
  }

  @Test
  void apiRareProportion() {
    SurveyTable api = WorkedExamples.read("apiclus1");
    double[] ell = api.numbers("ell");
    double[] none = new double[ell.length];
    for (int i = 0; i < ell.length; i++) {
      none[i] = ell[i] == 0 ? 1 : 0;
    }

    Estimate rare = national(api.with("none", none), CLUS1, Outcome.proportion("none"));
    assertThat(rare.estimate()).isEqualTo(0.0218579, within(5e-8));
    assertThat(rare.interval(IntervalMethod.LOGIT).low()).isEqualTo(0.002304691, within(5e-10));
    assertThat(rare.interval(IntervalMethod.LOGIT).high()).isEqualTo(0.177747767, within(5e-10));
    assertThat(rare.interval(IntervalMethod.BETA).low()).isEqualTo(0.000216147, within(5e-10));
    assertThat(rare.interval(IntervalMethod.BETA).high()).isEqualTo(0.137507764, within(5e-10));
    assertThat(rare.interval(IntervalMethod.WALD).low()).isEqualTo(-0.0267, within(5e-5));
    assertThat(rare.interval(IntervalMethod.WALD).high()).isEqualTo(0.0704, within(5e-5));
  }

  /** tests/lonely.psu.R: every school district of apiclus1 as a stratum of its schools. */
  @ParameterizedTest
  @CsvSource({"CERTAINTY, 5.8058", "ADJUST, 5.8281", "AVERAGE, 6.0096"})
  void lonelyClusters(LonelyPsu treatment, double standardError) {
    Design design = Design.clusters("snum").strata("dnum").weights("pw").lonelyPsu(treatment);
    Estimate mean = national(WorkedExamples.read("apiclus1"), design, Outcome.mean("api00"));
    assertThat(mean.estimate()).isEqualTo(644.17, within(0.005));
    assertThat(mean.standardError()).isEqualTo(standardError, within(5e-5));
    assertThat(mean.sample().lonelyStrata()).isEqualTo(1);
  }

  @Test
  void lonelyClusterIsRefusedByName() {
    Design design = Design.clusters("snum").strata("dnum").weights("pw");
    SurveyTable api = WorkedExamples.read("apiclus1");
    assertThatThrownBy(() -> national(api, design, Outcome.mean("api00")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("stratum 413");
  }

  /** Stata's manual of surveys, and R survey's example(fpc). */
  @Test
  void stataFpc() {
    SurveyTable fpc = WorkedExamples.read("fpc");
    Design design = Design.clusters("psuid").strata("stratid").weights("weight");
    Estimate mean = national(fpc, design, Outcome.mean("x"));
    assertThat(mean.estimate()).isEqualTo(5.448148, within(5e-7));
    assertThat(mean.standardError()).isEqualTo(0.7412683, within(5e-8));
    assertThat(national(fpc, design.fpc("Nh"), Outcome.mean("x")).standardError())
        .isEqualTo(0.6160407, within(5e-8));
    Estimate total = national(fpc, design, Outcome.total("x"));
    assertThat(total.estimate()).isEqualTo(147.1, within(0.05));
    assertThat(total.standardError()).isEqualTo(20.01424, within(5e-6));
  }

  @Test
  void stataFpcDomains() {
    SurveyTable fpc =
        WorkedExamples.read("fpc")
            .with("over4", "no", "yes", "yes", "yes", "yes", "no", "yes", "yes");
    Estimates domains =
        by(
            fpc,
            Design.clusters("psuid").strata("stratid").weights("weight"),
            Outcome.mean("x"),
            "over4");
    Estimate over = domains.find(null, "x", "over4", "yes").orElseThrow();
    assertThat(over.estimate()).isEqualTo(6.195, within(5e-4));
    assertThat(over.standardError()).isEqualTo(0.7555129, within(5e-8));
    Estimate under = domains.find(null, "x", "over4", "no").orElseThrow();
    assertThat(under.estimate()).isEqualTo(3.314286, within(5e-7));
    assertThat(under.standardError()).isEqualTo(0.3117042, within(5e-8));
  }

  /** UCLA's page on Lehtonen and Pahkinen's Province'91 (Stata). */
  @Test
  void province91() {
    Design design = Design.clusters("clu").strata("str").weights("wt").fpc("fpc");
    Estimate total = national(WorkedExamples.read("province91"), design, Outcome.total("ue91"));
    assertThat(total.estimate()).isEqualTo(23_580);
    assertThat(total.standardError()).isEqualTo(11_801.49, within(0.005));
    assertThat(total.deff()).isEqualTo(0.758641, within(5e-7));
    assertThat(100 * total.cv()).isEqualTo(50.0487, within(5e-5));
    assertThat(total.df()).isEqualTo(6);
    Estimate ratio =
        national(WorkedExamples.read("province91"), design, Outcome.ratio("ue91", "lab91"));
    assertThat(ratio.estimate()).isEqualTo(0.1233754, within(5e-8));
    assertThat(ratio.standardError()).isEqualTo(0.00333247965, within(5e-12));
    assertThat(ratio.interval(IntervalMethod.WALD).low()).isEqualTo(0.115221116, within(5e-10));
    assertThat(ratio.interval(IntervalMethod.WALD).high()).isEqualTo(0.131529684, within(5e-10));
  }

  /** R survey's tests/deff.R. */
  @Test
  void designEffectSaysItsReference() {
    Design srs = Design.simple().weights("srs.w");
    Estimate mean =
        national(
            WorkedExamples.read("firms"),
            srs.deffReference(DeffReference.WITHOUT_REPLACEMENT),
            Outcome.mean("uriage"));
    assertThat(mean.estimate()).isEqualTo(113.700, within(5e-4));
    assertThat(mean.standardError()).isEqualTo(35.626, within(5e-4));
    assertThat(mean.deff()).isEqualTo(1.0101, within(5e-5));
    Estimate pps =
        national(
            WorkedExamples.read("firms"), Design.simple().weights("pps.w"), Outcome.mean("uriage"));
    assertThat(pps.estimate()).isEqualTo(243.914, within(5e-4));
    assertThat(pps.standardError()).isEqualTo(48.752, within(5e-4));
    assertThat(pps.deff()).isEqualTo(1.974067, within(5e-7));
  }

  /** CAMIS: SAS's PROC SURVEYFREQ, in percent. */
  @ParameterizedTest
  @CsvSource({
    "0-19, 20.7749, 0.6130",
    "20-39, 29.3408, 0.9561",
    "40-59, 30.3290, 0.4519",
    "60+, 19.5553, 0.8093"
  })
  void nhanesAgeCategories(String category, double percent, double standardError) {
    SurveyTable nhanes = WorkedExamples.read("nhanes");
    double[] inCategory = new double[nhanes.rows()];
    for (int row = 0; row < inCategory.length; row++) {
      inCategory[row] = nhanes.text("agecat", row).equals(category) ? 1 : 0;
    }

    Estimate share = national(nhanes.with("in", inCategory), NHANES, Outcome.proportion("in"));
    assertThat(100 * share.estimate()).isEqualTo(percent, within(5e-5));
    assertThat(100 * share.standardError()).isEqualTo(standardError, within(5e-5));
  }

  @Test
  void nhanesRaoScott() {
    SurveyTable nhanes = WorkedExamples.read("nhanes");
    double[] chol = nhanes.numbers("HI_CHOL");
    List<Outcome> cells = new ArrayList<>();
    for (int high = 0; high <= 1; high++) {
      for (int race = 1; race <= 4; race++) {
        double[] cell = new double[chol.length];
        for (int row = 0; row < cell.length; row++) {
          boolean in = chol[row] == high && nhanes.text("race", row).equals("" + race);
          cell[row] = Double.isNaN(chol[row]) ? Double.NaN : in ? 1 : 0;
        }

        nhanes.with("cell" + high + race, cell);
        cells.add(Outcome.proportion("cell" + high + race));
      }
    }

    Estimates table =
        InMemoryEstimator.estimate(nhanes, null, NHANES, cells, List.of(DomainTable.NATIONAL));
    RaoScott test =
        RaoScott.test(
            2,
            table.all().stream().mapToDouble(Estimate::estimate).toArray(),
            table.covariances(table.all()),
            16);
    assertThat(test.pearson().statistic()).isEqualTo(3.1513386, within(5e-8));
    assertThat(test.pearson().df1()).isEqualTo(1.9229767, within(5e-8));
    assertThat(test.pearson().df2()).isEqualTo(30.7676269, within(5e-8));
    assertThat(test.pearson().pValue()).isEqualTo(0.05867474, within(5e-9));
  }

  @Test
  void jackknives() {
    assertThat(replicated("nhanes", NHANES, Outcome.mean("HI_CHOL"), Replication.jkn()))
        .isEqualTo(0.005449661267, within(5e-13));
    assertThat(replicated("apiclus1", CLUS1, Outcome.mean("api00"), Replication.jk1()))
        .isEqualTo(26.32936, within(5e-6));
    assertThat(replicated("apistrat", STRAT, Outcome.mean("api00"), Replication.jkn()))
        .isEqualTo(9.40894, within(5e-6));
  }

  /** No published figure: 2,000 replicates lie within their own error of the linearized 9.4089. */
  @Test
  void bootstrapIsSeededAndNearTheLinearised() {
    double se =
        replicated("apistrat", STRAT, Outcome.mean("api00"), Replication.bootstrap(2000, 1));
    assertThat(se).isEqualTo(9.4089, within(0.5));
    assertThat(replicated("apistrat", STRAT, Outcome.mean("api00"), Replication.bootstrap(2000, 1)))
        .isEqualTo(se);
    assertThat(replicated("apistrat", STRAT, Outcome.mean("api00"), Replication.bootstrap(2000, 2)))
        .isNotEqualTo(se);
  }

  private static double replicated(
      String file, Design design, Outcome outcome, Replication replicates) {
    return InMemoryEstimator.estimate(
            WorkedExamples.read(file),
            null,
            design,
            List.of(outcome),
            List.of(DomainTable.NATIONAL))
        .replicated(replicates)
        .all()
        .get(0)
        .standardError();
  }

  @Test
  void jk1RefusesStrata() {
    assertThatThrownBy(
            () -> replicated("apistrat", STRAT, Outcome.mean("api00"), Replication.jk1()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("without strata");
  }

  @ParameterizedTest
  @CsvSource({"0.25, 552, 492, 627", "0.5, 652, 561, 714", "0.75, 719, 696, 777"})
  void apiQuartiles(double share, double value, double low, double high) {
    List<Quantile> quantiles =
        Quantile.estimate(
            WorkedExamples.read("apiclus1"), CLUS1, "api00", share, DomainTable.NATIONAL);
    assertThat(quantiles)
        .singleElement()
        .satisfies(
            quantile -> {
              assertThat(quantile.value()).isEqualTo(value);
              assertThat(quantile.interval().low()).isEqualTo(low);
              assertThat(quantile.interval().high()).isEqualTo(high);
            });
  }

  /** R survey 4.1: svyby(~api00, ~stype, dclus1, svyquantile, quantiles = 0.5). */
  @ParameterizedTest
  @CsvSource({"E, 652, 36.36725", "H, 608, 52.01672", "M, 642, 43.61683"})
  void apiMediansBySchoolType(String type, double value, double standardError) {
    Quantile median =
        Quantile.estimate(
                WorkedExamples.read("apiclus1"), CLUS1, "api00", 0.5, DomainTable.of("stype"))
            .stream()
            .filter(each -> each.below().domain().equals(type))
            .findFirst()
            .orElseThrow();
    assertThat(median.value()).isEqualTo(value);
    assertThat(median.standardError()).isEqualTo(standardError, within(5e-6));
  }

  /** Levy and Lemeshow's half-samples, as in R survey's help of svrepdesign. */
  @Test
  void balancedReplication() {
    SurveyTable scd = WorkedExamples.read("scd");
    String[] halves = {"101010", "100101", "011001", "010110"};
    for (String half : halves) {
      scd.with(half, half.chars().mapToDouble(c -> c == '1' ? 2 : 0).toArray());
    }

    Design design = Design.clusters("ambulance").strata("ESA");
    Outcome ratio = Outcome.ratio("alive", "arrests");
    Estimate taylor = national(scd, design, ratio);
    assertThat(taylor.estimate()).isEqualTo(0.1535063501, within(5e-11));
    assertThat(taylor.standardError()).isEqualTo(0.0098073036, within(5e-11));
    Estimate brr = national(scd, design.replicates(ReplicateWeights.brr(List.of(halves))), ratio);
    assertThat(brr.estimate()).isEqualTo(0.1535063501, within(5e-11));
    assertThat(brr.standardError()).isEqualTo(0.00941840067, within(5e-12));
    assertThat(brr.df()).isEqualTo(3);
  }
}

package org.quipu.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quipu.UserException;

/** Faults that survey software has shipped and later fixed, one test each. */
class ShippedFaultsTest {
  private static final Design DESIGN =
      Design.clusters("cluster").strata("stratum").weights("weight");

  /** Two strata of three clusters; the third cluster of each has no answer to {@code y}. */
  private static SurveyTable sample() {
    return new SurveyTable("sample", 12)
        .with("stratum", 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2)
        .with("cluster", 1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3)
        .with("weight", 2, 3, 1, 4, 2, 2, 5, 1, 3, 3, 2, 4)
        .with("y", 1, 0, 1, 1, Double.NaN, Double.NaN, 0, 1, 0, 0, Double.NaN, Double.NaN)
        .with("sex", 1, 2, 1, 2, 1, 2, 1, 2, 1, 1, 2, 2);
  }

  private static Estimate national(SurveyTable table, Design design, Outcome outcome) {
    return InMemoryEstimator.estimate(
            table, null, design, List.of(outcome), List.of(DomainTable.NATIONAL))
        .all()
        .get(0);
  }

  /**
   * R survey 4.1: {@code svymean(~y, subset(svydesign(~cluster, strata = ~stratum, weights =
   * ~weight, nest = TRUE), !is.na(y)))}; a design without the third clusters gives 0.1437.
   */
  @Test
  void rowsWithAMissingAnswerStayInTheDesign() {
    Estimate estimate = national(sample(), DESIGN, Outcome.proportion("y"));
    assertThat(estimate.n()).isEqualTo(8);
    assertThat(estimate.psus()).isEqualTo(6);
    assertThat(estimate.standardError()).isEqualTo(0.164875515233554, within(1e-14));
    assertThat(estimate.df()).isEqualTo(4);
  }

  /**
   * R survey 4.1: {@code degf(subset(svydesign(~cluster, strata = ~stratum, weights = ~weight, nest
   * = TRUE), !is.na(y)))} is 2; the variance is that of the whole design.
   */
  @Test
  void rowsThatWereNotAskedAreNoMembersOfTheDomain() {
    Outcome asked = Outcome.proportion("y").missing(Missing.NOT_ASKED);
    Estimate estimate = national(sample(), DESIGN, asked);
    assertThat(estimate.n()).isEqualTo(8);
    assertThat(estimate.sample().rows()).isEqualTo(8);
    assertThat(estimate.psus()).isEqualTo(4);
    assertThat(estimate.strata()).isEqualTo(2);
    assertThat(estimate.df()).isEqualTo(2);
    assertThat(estimate.standardError()).isEqualTo(0.164875515233554, within(1e-14));
  }

  @Test
  void percentIsAHundredTimesTheProportionWithItsError() {
    SurveyTable table = sample();
    double[] percent = Arrays.stream(table.numbers("y")).map(y -> 100 * y).toArray();
    Estimate proportion = national(table, DESIGN, Outcome.proportion("y"));
    Estimate mean = national(table.with("percent", percent), DESIGN, Outcome.mean("percent"));
    assertThat(mean.estimate()).isEqualTo(100 * proportion.estimate(), within(1e-12));
    assertThat(mean.standardError()).isEqualTo(100 * proportion.standardError(), within(1e-12));
    assertThat(mean.deff()).isEqualTo(proportion.deff(), within(1e-12));
  }

  @Test
  void degreesOfFreedomAreTheDomainsOwn() {
    SurveyTable table =
        sample().with("in", "a", "b", "a", "b", "b", "b", "b", "b", "b", "b", "b", "b");
    Estimates domains =
        InMemoryEstimator.estimate(
            table, null, DESIGN, List.of(Outcome.proportion("y")), List.of(DomainTable.of("in")));
    assertThat(domains.find(null, "y", "in", "a").orElseThrow().df()).isEqualTo(1);
    assertThat(domains.find(null, "y", "in", "b").orElseThrow().df()).isEqualTo(4);
  }

  @Test
  void rowsOfNoWeightCountNowhere() {
    SurveyTable table =
        new SurveyTable("zero", 6).with("weight", 1, 2, 1, 2, 0, 0).with("y", 1, 0, 1, 1, 1, 0);
    Estimate with = national(table, Design.simple().weights("weight"), Outcome.proportion("y"));
    assertThat(with.n()).isEqualTo(4);
    assertThat(with.cases()).isEqualTo(3);
    assertThat(with.psus()).isEqualTo(4);
    double p = 4 / 6.0;
    double simple = p * (1 - p) / 3;
    assertThat(with.deff()).isEqualTo(with.variance() / simple, within(1e-12));
  }

  @Test
  void designEffectSaysWhichReferenceItUses() {
    Estimate replaced = national(sample(), DESIGN, Outcome.proportion("y"));
    Estimate without =
        national(
            sample(),
            DESIGN.deffReference(DeffReference.WITHOUT_REPLACEMENT),
            Outcome.proportion("y"));
    double weights = replaced.weightedN();
    assertThat(without.deff() / replaced.deff())
        .isEqualTo(weights / (weights - replaced.n()), within(1e-12));
  }

  @Test
  void clusterNumbersAreNestedInStrata() {
    SurveyTable repeated = sample();
    SurveyTable unique = sample().with("cluster", 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6);
    assertThat(national(repeated, DESIGN, Outcome.proportion("y")))
        .isEqualTo(national(unique, DESIGN, Outcome.proportion("y")));
  }

  @Test
  void codesThatArriveAsFloatingNumbersAreTheSame() {
    String[] stratum = {"1.0", "1", "1.0", "1", "1", "1.0", "2", "2.0", "2", "2", "2.0", "2"};
    SurveyTable floating = sample().with("stratum", stratum).with("sex", stratum);
    Estimates domains =
        InMemoryEstimator.estimate(
            floating,
            null,
            DESIGN,
            List.of(Outcome.proportion("y")),
            List.of(DomainTable.NATIONAL, DomainTable.of("sex")));
    assertThat(domains.all()).hasSize(3);
    assertThat(domains.all().get(0).standardError())
        .isEqualTo(national(sample(), DESIGN, Outcome.proportion("y")).standardError());
  }

  /** Weights whose sums depend on the order in which doubles are added. */
  @Test
  void sameBitsForAnyOrderOfRows() {
    Random random = new Random(1);
    int rows = 400;
    double[] weight = random.doubles(rows).map(u -> Math.exp(6 * u)).toArray();
    double[] y = random.doubles(rows).toArray();
    double[] cluster = random.ints(rows, 0, 12).asDoubleStream().toArray();
    double[] stratum = Arrays.stream(cluster).map(id -> Math.floor(id / 4)).toArray();
    Integer[] order = IntStream.range(0, rows).boxed().toArray(Integer[]::new);
    SurveyTable straight = table(order, stratum, cluster, weight, y);
    Collections.shuffle(Arrays.asList(order), random);
    SurveyTable shuffled = table(order, stratum, cluster, weight, y);
    for (Design design : List.of(DESIGN, Design.simple().weights("weight"))) {
      for (Outcome outcome : List.of(Outcome.mean("y"), Outcome.total("y"))) {
        assertThat(national(shuffled, design, outcome))
            .isEqualTo(national(straight, design, outcome));
      }
    }
  }

  private static SurveyTable table(
      Integer[] order, double[] stratum, double[] cluster, double[] weight, double[] y) {
    return new SurveyTable("shuffled", order.length)
        .with("stratum", pick(order, stratum))
        .with("cluster", pick(order, cluster))
        .with("weight", pick(order, weight))
        .with("y", pick(order, y));
  }

  private static double[] pick(Integer[] order, double[] values) {
    return Arrays.stream(order).mapToDouble(row -> values[row]).toArray();
  }

  /** A table that changes between two calls gives the new numbers, though it is the same object. */
  @Test
  void nothingIsRememberedBetweenCalls() {
    SurveyTable table = sample();
    Estimate before = national(table, DESIGN, Outcome.proportion("y"));
    table.with("y", 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0);
    Estimate after = national(table, DESIGN, Outcome.proportion("y"));
    assertThat(after.n()).isEqualTo(12);
    assertThat(after.estimate()).isNotEqualTo(before.estimate());
  }

  /** Doubling the replicates doubles the draws, no more: 40,000 end in seconds. */
  @Test
  void replicatesCostInProportionToTheirNumber() {
    Estimates estimates =
        InMemoryEstimator.estimate(
            sample(),
            null,
            DESIGN,
            List.of(Outcome.proportion("y")),
            List.of(DomainTable.NATIONAL));
    long start = System.nanoTime();
    double se = estimates.replicated(Replication.bootstrap(40_000, 1)).all().get(0).standardError();
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(20);
    assertThat(se).isGreaterThan(0);
  }

  @Test
  void intervalsOfTotalsUseT() {
    Estimate total = national(sample(), DESIGN, Outcome.total("y"));
    Interval interval = total.interval(IntervalMethod.WALD);
    // R: qt(0.975, 4)
    assertThat((interval.high() - interval.low()) / 2 / total.standardError())
        .isEqualTo(2.7764451051977987, within(1e-12));
  }

  /** The variance of years near 2000 would drown in rounding without an offset. */
  @Test
  void valuesFarFromZeroKeepTheirDigits() {
    double[] small = {1, 3, 2, 5, 4, 4, 2, 1, 0, 3, 5, 2};
    double[] far = Arrays.stream(small).map(x -> x + 1e9).toArray();
    Estimate near = national(sample().with("x", small), DESIGN, Outcome.mean("x"));
    Estimate moved = national(sample().with("x", far), DESIGN, Outcome.mean("x"));
    assertThat(moved.estimate()).isEqualTo(near.estimate() + 1e9);
    assertThat(moved.standardError()).isEqualTo(near.standardError(), within(1e-12));
    assertThat(moved.deff()).isEqualTo(near.deff(), within(1e-12));
  }

  private static Estimate part(String outcome, String part, double... values) {
    SurveyTable table = sample().with("part", 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2);
    return InMemoryEstimator.estimate(
            table.with(outcome, values),
            null,
            DESIGN,
            List.of(Outcome.proportion(outcome)),
            List.of(DomainTable.of("part")))
        .find(null, outcome, "part", part)
        .orElseThrow();
  }

  /**
   * At 0 % the linearized variance is 0: Clopper-Pearson on what unequal weights and few clusters
   * leave of the answers. R, with the weights 2, 3, 1, 4 of the answers, 6 rows and 2 degrees of
   * freedom: {@code qbeta(.975, 1, sum(w)^2 / sum(w^2) * (qt(.975, 5) / qt(.975, 2))^2)}.
   */
  @Test
  void boundaryHasAnIntervalOfTheEffectiveSample() {
    Estimate none = part("rare", "1", 0, 0, 0, 0, Double.NaN, Double.NaN, 0, 0, 1, 0, 0, 0);
    assertThat(none.standardError()).isZero();
    for (IntervalMethod method : IntervalMethod.values()) {
      Interval interval = none.interval(method);
      assertThat(interval.boundary()).isTrue();
      assertThat(interval.low()).isZero();
      assertThat(interval.high()).isEqualTo(0.9549712927798952, within(1e-12));
    }
  }

  /**
   * INEI's intervals have the degrees of freedom of the whole design in every domain. R survey 4.1:
   * {@code confint(svymean(~y, subset(x, part == 1), na.rm = TRUE), df = degf(x))}, 4 of the design
   * and 2 of the domain.
   */
  @Test
  void ineiIntervalsHaveTheDegreesOfFreedomOfTheWholeDesign() {
    Interval interval = part("y", "1", sample().numbers("y")).interval(IntervalMethod.INEI);
    assertThat(interval.low()).isEqualTo(-0.02134159799427404, within(1e-14));
    assertThat(interval.high()).isEqualTo(1.421341597994274, within(1e-14));
  }

  /** The whole of a domain in one cluster: R's standard error is 0, and no t has 0 degrees. */
  @Test
  void aDomainInOneClusterHasNoInterval() {
    SurveyTable table = sample().with("place", 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
    for (Outcome outcome :
        List.of(Outcome.proportion("y"), Outcome.mean("y"), Outcome.total("y"))) {
      Estimate one =
          InMemoryEstimator.estimate(
                  table, null, DESIGN, List.of(outcome), List.of(DomainTable.of("place")))
              .find(null, outcome.name(), "place", "1")
              .orElseThrow();
      assertThat(one.df()).isZero();
      assertThat(one.hasPrecision()).isFalse();
      for (IntervalMethod method : List.of(IntervalMethod.WALD, IntervalMethod.INEI)) {
        assertThat(one.interval(method).low()).isNaN();
        assertThat(one.interval(method).high()).isNaN();
      }
    }
  }

  /** Each cluster has one answer of each kind: a variance of 0 that is no certainty. */
  @Test
  void clustersThatDoNotDifferTellNoPrecision() {
    Estimate same =
        national(
            sample()
                .with("weight", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
                .with("y", 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0),
            DESIGN,
            Outcome.proportion("y"));
    assertThat(same.standardError()).isZero();
    assertThat(same.df()).isEqualTo(4);
    assertThat(same.interval(IntervalMethod.LOGIT).low()).isNaN();
    assertThat(same.interval(IntervalMethod.LOGIT).boundary()).isFalse();
  }

  /** R gives Inf for the total of a constant, NaN for its mean. */
  @Test
  void aDesignEffectWithoutReferenceVarianceIsEmpty() {
    SurveyTable table =
        sample().with("tenth", DoubleStream.generate(() -> 0.1).limit(12).toArray());
    assertThat(national(table, DESIGN, Outcome.total("tenth")).deff()).isNaN();
    assertThat(national(table, DESIGN, Outcome.mean("tenth")).deff()).isNaN();
  }

  @Test
  void weightsThatAreNoNumbersAreRefused() {
    SurveyTable table = sample().with("weight", 2, 3, 1, 4, 2, Double.NaN, 5, 1, 3, 3, 2, 4);
    assertThatThrownBy(() -> national(table, DESIGN, Outcome.proportion("y")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("stratum 1: found a row whose weight is missing");
  }
}

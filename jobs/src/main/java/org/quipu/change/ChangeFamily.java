package org.quipu.change;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.math.Adjustment;
import org.quipu.math.TestedEstimate;
import org.quipu.store.ChangeRow;
import org.quipu.store.ContrastRow;
import org.quipu.store.HeterogeneityRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.SensitivityRow;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;

/**
 * The changes of one indicator in all domains of one table, tested together: the family over which
 * p-values are adjusted.
 */
public final class ChangeFamily {
  /** Adjusted p-values under this are called a change. */
  private static final double SIGNIFICANT = 0.05;

  private final List<Pair> pairs;
  private final List<TestedEstimate> tests;
  private final double[] adjusted;
  private final Adjustment adjustment;

  /** Whether an indicator means the same in both years. */
  public enum Definition {
    SAME,
    /** One year's files lack items that the other's have: the levels are no change apart. */
    OTHER_ITEMS
  }

  /**
   * One domain in two years.
   *
   * @param covariance of the two estimates in squared points; 0 for independent samples
   */
  public record Pair(
      PrevalenceRow from, PrevalenceRow to, double covariance, Definition definition) {
    TestedEstimate test() {
      return definition == Definition.SAME
          ? Level.of(from).changeTo(Level.of(to), covariance)
          : TestedEstimate.NONE;
    }

    RelativeChange relative() {
      return definition == Definition.SAME
          ? RelativeChange.of(Level.of(from), Level.of(to), covariance)
          : RelativeChange.NONE;
    }

    Quality quality() {
      Quality merged = from.quality().merge(to.quality());
      return definition == Definition.SAME ? merged : merged.with(QualityMark.NOT_COMPARABLE);
    }
  }

  private ChangeFamily(List<Pair> pairs, Adjustment adjustment) {
    this.pairs = List.copyOf(pairs);
    this.adjustment = adjustment;
    this.tests = pairs.stream().map(Pair::test).toList();
    this.adjusted = adjustment.adjust(tests.stream().mapToDouble(TestedEstimate::pValue).toArray());
  }

  /** Tests the changes of one indicator and one table of domains. */
  public static ChangeFamily of(List<Pair> pairs, Adjustment adjustment) {
    return new ChangeFamily(pairs, adjustment);
  }

  /** How many of the domains could be tested. */
  public int tested() {
    return (int) tests.stream().filter(TestedEstimate::isTested).count();
  }

  private String verdict(int domain) {
    return verdict(
        tests.get(domain).estimate(), adjusted[domain], "decrease", "increase", "no_clear_change");
  }

  private static String verdict(
      double estimate, double pAdjusted, String below, String above, String unclear) {
    if (Double.isNaN(pAdjusted)) {
      return "not_tested";
    } else if (pAdjusted >= SIGNIFICANT) {
      return unclear;
    }

    return estimate < 0 ? below : above;
  }

  /** The family in words: {@code partner_violence_any_ever by region: 25 tests, holm}. */
  static String name(String indicator, String by, int tests, Adjustment adjustment) {
    String counted = tests == 1 ? "1 test" : tests + " tests";
    return String.format("%s by %s: %s, %s", indicator, by, counted, adjustment);
  }

  /** The rows of the table {@code change}, in the order of the domains. */
  public List<ChangeRow> rows() {
    List<ChangeRow> rows = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      rows.add(row(i));
    }

    return rows;
  }

  private ChangeRow row(int i) {
    PrevalenceRow from = pairs.get(i).from();
    PrevalenceRow to = pairs.get(i).to();
    TestedEstimate test = tests.get(i);
    RelativeChange relative = pairs.get(i).relative();
    return new ChangeRow(
        to.indicator(),
        to.by(),
        to.domain(),
        to.label(),
        from.year(),
        to.year(),
        from.percent(),
        to.percent(),
        test.estimate(),
        relative.percent(),
        test.standardError(),
        test.low(),
        test.high(),
        test.statistic(),
        test.df(),
        test.pValue(),
        adjusted[i],
        verdict(i),
        relative.low(),
        relative.high(),
        test.isTested() ? pairs.get(i).covariance() : Double.NaN,
        name(to.indicator(), to.by(), tested(), adjustment),
        pairs.get(i).quality(),
        from.source().merge(to.source()));
  }

  /** Whether all tested domains changed alike, from samples that share no clusters. */
  public List<HeterogeneityRow> heterogeneity() {
    List<Integer> tested = testedDomains();
    double[][] covariance = new double[tested.size()][tested.size()];
    for (int i = 0; i < tested.size(); i++) {
      double se = tests.get(tested.get(i)).standardError();
      covariance[i][i] = se * se;
    }

    return heterogeneity(tested, covariance);
  }

  /**
   * Whether all tested domains changed alike, with the covariances of their changes.
   *
   * @param totals of the domains, in the order of the pairs
   */
  public List<HeterogeneityRow> heterogeneity(TwoYears totals) {
    List<Integer> tested = testedDomains();
    List<Linearized> changes = tested.stream().map(totals::change).toList();
    double[][] covariance = new double[tested.size()][tested.size()];
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] = totals.covariance(changes.get(i), changes.get(j));
        covariance[j][i] = covariance[i][j];
      }
    }

    return heterogeneity(tested, covariance);
  }

  private List<Integer> testedDomains() {
    return IntStream.range(0, tests.size()).filter(i -> tests.get(i).isTested()).boxed().toList();
  }

  private List<HeterogeneityRow> heterogeneity(List<Integer> tested, double[][] covariance) {
    if (tested.size() < 2) {
      return List.of();
    }

    double[] changes = tested.stream().mapToDouble(i -> tests.get(i).estimate()).toArray();
    HomogeneityTest test = HomogeneityTest.of(changes, covariance);
    PrevalenceRow from = pairs.get(0).from();
    PrevalenceRow to = pairs.get(0).to();
    return List.of(
        new HeterogeneityRow(
            to.indicator(),
            to.by(),
            from.year(),
            to.year(),
            test.statistic(),
            test.df(),
            test.pValue(),
            test.domains()));
  }

  /**
   * Each domain's change beside that of all other domains taken together, with their covariance; a
   * family of its own. The t has the degrees of freedom of the domain's own change, whose variance
   * is nearly all of it.
   *
   * @param totals of the domains, in the order of the pairs
   */
  public List<ContrastRow> contrasts(TwoYears totals) {
    List<TestedEstimate> own = new ArrayList<>();
    List<TestedEstimate> rest = new ArrayList<>();
    List<TestedEstimate> apart = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      boolean tested = tests.get(i).isTested() && pairs.size() > 1;
      double df = tests.get(i).df();
      own.add(tested ? totals.test(totals.change(i), df) : TestedEstimate.NONE);
      rest.add(tested ? totals.test(totals.changeOfRest(i), df) : TestedEstimate.NONE);
      apart.add(
          tested
              ? totals.test(totals.change(i).minus(totals.changeOfRest(i)), df)
              : TestedEstimate.NONE);
    }

    double[] p = adjustment.adjust(apart.stream().mapToDouble(TestedEstimate::pValue).toArray());
    List<ContrastRow> rows = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      rows.add(
          contrast(pairs.get(i), own.get(i), rest.get(i), apart.get(i), p[i], Adjustment.tests(p)));
    }

    return rows;
  }

  private ContrastRow contrast(
      Pair pair,
      TestedEstimate own,
      TestedEstimate rest,
      TestedEstimate apart,
      double pAdjusted,
      int tests) {
    PrevalenceRow to = pair.to();
    return new ContrastRow(
        to.indicator(),
        to.by(),
        to.domain(),
        to.label(),
        pair.from().year(),
        to.year(),
        own.estimate(),
        rest.estimate(),
        apart.estimate(),
        apart.standardError(),
        apart.low(),
        apart.high(),
        apart.statistic(),
        apart.df(),
        apart.pValue(),
        pAdjusted,
        verdict(apart.estimate(), pAdjusted, "lower", "higher", "no_clear_difference"),
        name(to.indicator(), to.by(), tests, adjustment) + ", against the rest",
        pair.from().source().merge(to.source()));
  }

  /**
   * The family tested again as if the standard errors that rest on an assumed design effect rested
   * on this one; the rows of the domains that have such a standard error.
   */
  public List<SensitivityRow> sensitivity(double deff) {
    List<Pair> assumed =
        pairs.stream()
            .map(
                pair ->
                    new Pair(
                        Approximation.withDeff(pair.from(), deff),
                        Approximation.withDeff(pair.to(), deff),
                        pair.covariance(),
                        pair.definition()))
            .toList();
    ChangeFamily family = of(assumed, adjustment);
    List<SensitivityRow> rows = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      if (Approximation.isIn(pairs.get(i))) {
        rows.add(family.sensitivityRow(i, deff));
      }
    }

    return rows;
  }

  private SensitivityRow sensitivityRow(int i, double deff) {
    PrevalenceRow to = pairs.get(i).to();
    TestedEstimate test = tests.get(i);
    return new SensitivityRow(
        to.indicator(),
        to.by(),
        to.domain(),
        to.label(),
        pairs.get(i).from().year(),
        to.year(),
        deff,
        test.standardError(),
        test.low(),
        test.high(),
        test.pValue(),
        adjusted[i],
        verdict(i));
  }
}

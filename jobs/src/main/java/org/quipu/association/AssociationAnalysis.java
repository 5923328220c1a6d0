package org.quipu.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.UserException;
import org.quipu.math.Power;
import org.quipu.math.TestedEstimate;
import org.quipu.meta.BaselineRegression;
import org.quipu.meta.CoefficientTest;
import org.quipu.meta.Effects;
import org.quipu.meta.Influence;
import org.quipu.meta.MetaFit;
import org.quipu.meta.MetaRegression;
import org.quipu.meta.PermutationTest;
import org.quipu.meta.TauSquared;
import org.quipu.panel.ClusterRobust;
import org.quipu.panel.Panel;

/**
 * A question answered by all methods that its data allow.
 *
 * @param findings the headline first
 * @param influence of each region on the headline
 * @param notes why a method is missing
 */
public record AssociationAnalysis(
    AssociationSpec question,
    List<MethodResult> findings,
    List<Influence> influence,
    List<String> notes) {
  /** The fewest regions that are answered for. */
  public static final int FEWEST = 4;

  static final String COVERAGE = "coverage";

  private static final Power POWER = Power.withDefaults();

  /** What a method says; empty where it is missing. */
  Optional<MethodResult> finding(Method method) {
    return findings.stream().filter(finding -> finding.method() == method).findFirst();
  }

  /**
   * How much chance is asked.
   *
   * @param permutations of the headline's permutation test
   * @param draws of the bootstrap intervals
   */
  public record Settings(int permutations, int draws, long seed) {
    public static Settings withDefaults() {
      return new Settings(1999, 1999, 20240614);
    }
  }

  /** Answers a question. No findings where too few regions have a standard error and a coverage. */
  public static AssociationAnalysis to(AssociationSpec question, Settings settings) {
    List<Region> regions = question.usable();
    if (regions.size() < FEWEST) {
      return none(
          question,
          "regions with a change and its standard error, a coverage and all covariates: %d; %d are needed"
              .formatted(regions.size(), FEWEST));
    }
    if (regions.stream().mapToDouble(Region::coverage).distinct().count() < 2) {
      return none(question, "all regions have the same coverage");
    }

    return new Work(question, regions, settings).answer();
  }

  /**
   * Answers a question by its panel alone: levels by region and year, on the coverage reached by
   * then as its one covariate.
   */
  public static AssociationAnalysis ofPanel(AssociationSpec question, Panel panel) {
    String term = panel.terms().get(0);
    try {
      ClusterRobust fit = panel.twoWay();
      TestedEstimate test = fit.coefficient(term, 0.95);
      double smallest = POWER.smallestCoefficient(fit.modelError(term), test.df());
      return new AssociationAnalysis(
          question,
          List.of(MethodResult.of(Method.PANEL, fit.clusters(), test, Double.NaN, smallest)),
          List.of(),
          List.of());
    } catch (UserException e) {
      return none(question, Method.PANEL.key() + " is missing: " + e.getMessage());
    }
  }

  private static AssociationAnalysis none(AssociationSpec question, String note) {
    return new AssociationAnalysis(question, List.of(), List.of(), List.of(note));
  }

  /** The columns of one question and what has been found so far. */
  private static final class Work {
    private final AssociationSpec question;
    private final List<Region> regions;
    private final Settings settings;
    private final Effects effects;
    private final List<MethodResult> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Work(AssociationSpec question, List<Region> regions, Settings settings) {
      this.question = question;
      this.regions = regions;
      this.settings = settings;
      this.effects =
          Effects.of(
                  column(Region::change),
                  column(region -> region.standardError() * region.standardError()))
              .with(COVERAGE, column(Region::coverage))
              .withKeys(regions.stream().map(Region::key).toList());
    }

    private double[] column(ToDoubleFunction<Region> of) {
      return regions.stream().mapToDouble(of).toArray();
    }

    AssociationAnalysis answer() {
      MetaRegression headline = MetaRegression.withDefaults();
      MetaFit fit = headline.fit(effects);
      PermutationTest permutation = new PermutationTest(settings.permutations(), settings.seed());
      double p = permutation.run(effects, headline).pValues().get(1);
      findings.add(MethodResult.of(Method.META_REGRESSION, fit, p));
      baseline(Method.META_REGRESSION_ADJUSTED, effects);
      observedBaseline();
      covariates(headline);
      add(Method.META_REGRESSION_ML, headline.with(TauSquared.ML));
      add(Method.META_REGRESSION_DL, headline.with(TauSquared.DERSIMONIAN_LAIRD));
      add(Method.META_REGRESSION_TRUNCATED, headline.with(CoefficientTest.KNAPP_HARTUNG_TRUNCATED));
      add(Method.META_REGRESSION_NORMAL, headline.with(CoefficientTest.NORMAL));
      add(Method.FIXED_EFFECT, MetaRegression.fixedEffect());
      add(Method.PRECISION_WEIGHTED, headline.with(TauSquared.FIXED_EFFECT));
      correlations();
      return new AssociationAnalysis(question, findings, Influence.of(fit), notes);
    }

    private void add(Method method, MetaRegression options) {
      findings.add(MethodResult.of(method, options.fit(effects), Double.NaN));
    }

    private void baseline(Method method, Effects on) {
      if (!regions.stream().allMatch(Region::hasBaseline)) {
        note(method, "the level of the first year or its standard error is not known everywhere");
        return;
      }

      RealVector variances =
          new ArrayRealVector(column(region -> region.baselineError() * region.baselineError()));
      RealVector shared = new ArrayRealVector(column(Region::covariance)).subtract(variances);
      BaselineRegression.Baseline baseline =
          new BaselineRegression.Baseline(
              new ArrayRealVector(column(Region::baseline)), variances, shared);
      attempt(
          method,
          () -> {
            Optional<BaselineRegression.Fit> fit =
                BaselineRegression.withDefaults().fit(on, baseline);
            if (fit.isEmpty()) {
              note(method, "first levels differ hardly more than their sampling errors make them");
              return;
            }
            TestedEstimate test = fit.get().coefficient(COVERAGE);
            findings.add(
                MethodResult.of(
                    method,
                    on.size(),
                    test,
                    fit.get().tau2(),
                    POWER.smallestCoefficient(test.standardError(), test.df())));
          });
    }

    private void observedBaseline() {
      Method method = Method.META_REGRESSION_OBSERVED_BASELINE;
      if (regions.stream().allMatch(r -> r.hasBaseline() && r.secondVariance() > 0)) {
        Effects second =
            Effects.of(
                    column(region -> region.baseline() + region.change()),
                    column(Region::secondVariance))
                .with(COVERAGE, column(Region::coverage))
                .with("first level", column(Region::baseline));
        attempt(
            method,
            () -> {
              MethodResult levels =
                  MethodResult.of(method, MetaRegression.withDefaults().fit(second), Double.NaN);
              // Its prediction is of the second level, not of a change.
              findings.add(
                  MethodResult.of(
                      method,
                      levels.k(),
                      levels.test(),
                      levels.residual().tau2(),
                      levels.smallestDetectable()));
            });
      }
    }

    private void covariates(MetaRegression headline) {
      if (question.covariates().isEmpty()) {
        return;
      }

      Effects wider = effects;
      for (int j = 0; j < question.covariates().size(); j++) {
        int at = j;
        wider = wider.with(question.covariates().get(j), column(r -> r.covariates().get(at)));
      }
      Effects on = wider;
      attempt(
          Method.META_REGRESSION_COVARIATES,
          () ->
              findings.add(
                  MethodResult.of(
                      Method.META_REGRESSION_COVARIATES, headline.fit(on), Double.NaN)));
      baseline(Method.META_REGRESSION_ADJUSTED_COVARIATES, on);
    }

    private void correlations() {
      int k = regions.size();
      double[] x = column(Region::coverage);
      double[] y = column(Region::change);
      double[] variances = column(region -> region.standardError() * region.standardError());
      double[] weights = Arrays.stream(variances).map(v -> 1 / v).toArray();
      Bootstrap bootstrap = new Bootstrap(settings.draws(), settings.seed(), 0.95);
      double smallest = POWER.smallestPearson(k);
      double reliability = Correlation.reliability(y, variances);
      Correlation pearson = Correlation.pearson(x, y, 0.95);
      findings.add(MethodResult.of(Method.PEARSON, pearson, smallest));
      findings.add(
          MethodResult.of(
              Method.PEARSON_WEIGHTED,
              Correlation.weightedPearson(x, y, weights, bootstrap),
              smallest));
      findings.add(
          MethodResult.of(
              Method.PEARSON_DISATTENUATED,
              pearson.disattenuated(reliability),
              reliability > 0 ? Math.min(1, smallest / Math.sqrt(reliability)) : Double.NaN));
      findings.add(
          MethodResult.of(
              Method.SPEARMAN, Correlation.spearman(x, y, bootstrap), POWER.smallestSpearman(k)));
      findings.add(
          MethodResult.of(
              Method.KENDALL, Correlation.kendall(x, y, bootstrap), POWER.smallestKendall(k)));
    }

    private void attempt(Method method, Runnable fit) {
      try {
        fit.run();
      } catch (UserException e) {
        note(method, e.getMessage());
      }
    }

    private void note(Method method, String why) {
      notes.add(method.key() + " is missing: " + why);
    }
  }
}

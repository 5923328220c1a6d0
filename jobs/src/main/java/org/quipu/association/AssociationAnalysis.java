package org.quipu.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.quipu.UserException;
import org.quipu.math.Power;
import org.quipu.math.TestedEstimate;
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
 * @param results the headline first
 * @param influence of each region with weight on {@link Method#META_REGRESSION}
 * @param points one for each region of the question, in its order; none without results
 * @param omissions the methods that could not be used
 */
public record AssociationAnalysis(
    AssociationSpec spec,
    List<MethodResult> results,
    List<Influence> influence,
    List<AssociationPoint> points,
    List<Omission> omissions) {
  /** The fewest regions for which a question is answered. */
  public static final int FEWEST = 4;

  /** The term of coverage in the regressions. */
  public static final String COVERAGE = "coverage";

  private static final Power POWER = Power.withDefaults();

  public AssociationAnalysis {
    results = List.copyOf(results);
    influence = List.copyOf(influence);
    points = List.copyOf(points);
    omissions = List.copyOf(omissions);
  }

  /**
   * How many random draws are made, and from which seed.
   *
   * @param permutations of the permutation test of {@link Method#META_REGRESSION}
   * @param draws of the bootstrap intervals
   */
  public record Settings(int permutations, int draws, long seed) {
    public static Settings withDefaults() {
      return new Settings(1999, 1999, 20240614);
    }
  }

  /** Answers a question. No results where too few regions have a standard error and a coverage. */
  public static AssociationAnalysis of(AssociationSpec spec, Settings settings) {
    List<Region> regions = spec.usable();
    if (regions.size() < FEWEST) {
      return none(
          spec, Omission.ofAll(Omission.Reason.TOO_FEW_REGIONS, String.valueOf(regions.size())));
    }
    if (regions.stream().mapToDouble(Region::coverage).distinct().count() < 2) {
      return none(spec, Omission.ofAll(Omission.Reason.EQUAL_COVERAGE, ""));
    }

    return new Work(spec, regions, settings).run();
  }

  /**
   * Answers a question by its panel alone: levels by region and year, on the coverage reached by
   * then as its one covariate.
   */
  public static AssociationAnalysis ofPanel(AssociationSpec spec, Panel panel) {
    String term = panel.terms().get(0);
    try {
      ClusterRobust fit = panel.twoWay();
      TestedEstimate test = fit.coefficient(term, 0.95);
      double smallest = POWER.smallestCoefficient(fit.largerError(term), test.df());
      return new AssociationAnalysis(
          spec,
          List.of(
              MethodResult.of(
                  Method.PANEL, fit.clusters(), test, Intercept.NONE, Double.NaN, smallest)),
          List.of(),
          List.of(),
          List.of());
    } catch (UserException e) {
      return none(spec, new Omission(Method.PANEL, Omission.Reason.NOT_FITTED, e.getMessage()));
    }
  }

  /**
   * The method whose answer figures, pages and sentences give: at equal first levels where these
   * are known.
   */
  public Method headline() {
    return result(Method.META_REGRESSION_EQUAL_LEVELS).isPresent()
        ? Method.META_REGRESSION_EQUAL_LEVELS
        : Method.META_REGRESSION_TRUNCATED;
  }

  /** The result of a method; empty where it could not be used. */
  public Optional<MethodResult> result(Method method) {
    return results.stream().filter(result -> result.method() == method).findFirst();
  }

  private static AssociationAnalysis none(AssociationSpec spec, Omission omission) {
    return new AssociationAnalysis(spec, List.of(), List.of(), List.of(), List.of(omission));
  }

  /** The columns of one question and what has been found so far. */
  private static final class Work {
    private final AssociationSpec spec;
    private final List<Region> regions;
    private final Settings settings;
    private final Effects effects;
    private final List<MethodResult> results = new ArrayList<>();
    private final List<Omission> omissions = new ArrayList<>();

    Work(AssociationSpec spec, List<Region> regions, Settings settings) {
      this.spec = spec;
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

    AssociationAnalysis run() {
      MetaRegression untruncated = MetaRegression.withDefaults();
      MetaFit fit = untruncated.fit(effects);
      PermutationTest permutation = new PermutationTest(settings.permutations(), settings.seed());
      double p = permutation.run(effects, untruncated).pValues().get(1);
      EqualLevels equalLevels = new EqualLevels(regions, effects);
      boolean levelsKnown = regions.stream().allMatch(Region::hasBaseline);
      if (levelsKnown) {
        results.addAll(equalLevels.results());
      } else {
        omit(Method.META_REGRESSION_EQUAL_LEVELS, Omission.Reason.BASELINE_UNKNOWN, "");
      }
      add(
          Method.META_REGRESSION_TRUNCATED,
          untruncated.with(CoefficientTest.KNAPP_HARTUNG_TRUNCATED));
      results.add(MethodResult.of(Method.META_REGRESSION, fit, p));
      if (!spec.covariates().isEmpty()) {
        Effects wider = withCovariates();
        covariates(untruncated, wider);
        if (levelsKnown) {
          equalLevels.withCovariates(wider).ifPresent(results::add);
        }
      }
      omissions.addAll(equalLevels.omissions());
      add(Method.META_REGRESSION_ML, untruncated.with(TauSquared.ML));
      add(Method.META_REGRESSION_DL, untruncated.with(TauSquared.DERSIMONIAN_LAIRD));
      add(Method.META_REGRESSION_NORMAL, untruncated.with(CoefficientTest.NORMAL));
      add(Method.FIXED_EFFECT, MetaRegression.fixedEffect());
      add(Method.PRECISION_WEIGHTED, untruncated.with(TauSquared.FIXED_EFFECT));
      correlations();
      List<Influence> influence = Influence.of(fit);
      return new AssociationAnalysis(spec, results, influence, points(fit, influence), omissions);
    }

    private void add(Method method, MetaRegression options) {
      results.add(MethodResult.of(method, options.fit(effects), Double.NaN));
    }

    private Effects withCovariates() {
      Effects wider = effects;
      for (int j = 0; j < spec.covariates().size(); j++) {
        int at = j;
        wider = wider.with(spec.covariates().get(j), column(r -> r.covariates().get(at)));
      }

      return wider;
    }

    private void covariates(MetaRegression options, Effects wider) {
      Method method = Method.META_REGRESSION_COVARIATES;
      try {
        results.add(MethodResult.of(method, options.fit(wider), Double.NaN));
      } catch (UserException e) {
        omit(method, Omission.Reason.NOT_FITTED, e.getMessage());
      }
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
      results.add(MethodResult.of(Method.PEARSON, pearson, smallest));
      results.add(
          MethodResult.of(
              Method.PEARSON_WEIGHTED,
              Correlation.weightedPearson(x, y, weights, bootstrap),
              smallest));
      results.add(
          MethodResult.of(
              Method.PEARSON_DISATTENUATED,
              pearson.disattenuated(reliability),
              reliability > 0 ? Math.min(1, smallest / Math.sqrt(reliability)) : Double.NaN));
      results.add(
          MethodResult.of(
              Method.SPEARMAN, Correlation.spearman(x, y, bootstrap), POWER.smallestSpearman(k)));
      results.add(
          MethodResult.of(
              Method.KENDALL, Correlation.kendall(x, y, bootstrap), POWER.smallestKendall(k)));
    }

    private void omit(Method method, Omission.Reason reason, String detail) {
      omissions.add(new Omission(method, reason, detail));
    }

    private List<AssociationPoint> points(MetaFit fit, List<Influence> influence) {
      double[] weights = fit.weights();
      double[] leverages = fit.leverages();
      Map<String, Double> cook =
          influence.stream().collect(Collectors.toMap(Influence::leftOut, Influence::cook));
      List<AssociationPoint> points = new ArrayList<>();
      for (Region region : spec.regions()) {
        int row = effects.keys().indexOf(region.key());
        points.add(
            row < 0
                ? AssociationPoint.withoutWeight(region)
                : new AssociationPoint(
                    region,
                    weights[row],
                    leverages[row],
                    cook.getOrDefault(region.key(), Double.NaN)));
      }

      return points;
    }
  }
}

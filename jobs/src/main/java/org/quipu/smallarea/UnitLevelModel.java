package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.math.Cholesky;
import org.quipu.math.Vectors;

/**
 * The nested error model of units: y = x'β + u + e with u ~ N(0, σu²) shared by the units of an
 * area and e ~ N(0, σe²) of each (Battese, Harter and Fuller 1988, Journal of the American
 * Statistical Association 83; R: {@code sae::eblupBHF}, {@code nlme::lme}).
 */
public final class UnitLevelModel {
  private UnitLevelModel() {}

  /**
   * Fits the model and predicts the population mean of every area, of those without sampled units
   * by the regression alone.
   *
   * @param population one an area, in the order in which the fit numbers them; every area of the
   *     data is among them
   * @param estimator REML or ML
   * @throws IllegalArgumentException if an area of the data is not among the population, has more
   *     sampled units than units, or for another estimator
   */
  public static AreaModelFit fit(
      UnitData data, List<AreaPopulation> population, VarianceEstimator estimator) {
    if (estimator != VarianceEstimator.REML && estimator != VarianceEstimator.ML) {
      throw new IllegalArgumentException(
          "the model of units is fitted by REML or ML, not " + estimator);
    }

    List<UnitGroup> groups = groups(data, population);
    boolean restricted = estimator.isRestricted();
    double ratio =
        VarianceSearch.highest(
            r -> new Profile(data, groups, r, restricted).objective(),
            r -> new Profile(data, groups, r, restricted).slope(),
            1,
            true,
            VarianceSearch.GRID);
    return new UnitLevelFit(
        population, groups, new Profile(data, groups, ratio, restricted), restricted);
  }

  private static List<UnitGroup> groups(UnitData data, List<AreaPopulation> population) {
    int p = data.terms().size();
    Map<String, List<Integer>> units = new HashMap<>();
    for (AreaPopulation area : population) {
      if (area.means().length != p) {
        throw new IllegalArgumentException(
            "area %s has %d population means, not %d"
                .formatted(area.area(), area.means().length, p));
      }
      units.put(area.area(), new ArrayList<>());
    }
    for (int i = 0; i < data.areas().size(); i++) {
      List<Integer> own = units.get(data.areas().get(i));
      if (own == null) {
        throw new IllegalArgumentException(
            "area %s has sampled units, but no population means".formatted(data.areas().get(i)));
      }
      own.add(i);
    }

    return population.stream()
        .map(
            area -> {
              List<Integer> own = units.get(area.area());
              if (own.size() > area.units()) {
                throw new IllegalArgumentException(
                    "area %s has %d sampled units of %.0f"
                        .formatted(area.area(), own.size(), area.units()));
              }
              return UnitGroup.of(data, own);
            })
        .toList();
  }

  /**
   * The likelihood at a ratio σu² / σe², at its highest over σe² and β. With H = V / σe², H⁻¹ = I −
   * r/(1 + rn)·11' within an area of n units.
   */
  static final class Profile {
    private final double ratio;
    private final boolean restricted;
    private final int n;
    private final double[][] covariance;
    private final double[] coefficients;
    private final double residualSum;
    private final double errorVariance;
    private final double logDeterminant;
    private final double slope;

    Profile(UnitData data, List<UnitGroup> groups, double ratio, boolean restricted) {
      this.ratio = ratio;
      this.restricted = restricted;
      this.n = data.y().length;
      int p = data.terms().size();
      double[][] cross = new double[p][p];
      double[] moment = new double[p];
      for (int i = 0; i < n; i++) {
        add(cross, moment, data.design()[i], data.y()[i], 1);
      }
      double log = 0;
      for (UnitGroup group : groups) {
        add(cross, moment, group.x(), group.y(), -group.n() * group.n() * ratio / inflation(group));
        log += Math.log(inflation(group));
      }

      Cholesky factor = Cholesky.of(cross);
      this.covariance = factor.inverse();
      this.coefficients = factor.solve(moment);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        double residual = data.y()[i] - Vectors.dot(data.design()[i], coefficients);
        sum += residual * residual;
      }
      double pulled = 0;
      double trace = 0;
      for (UnitGroup group : groups) {
        double mean = group.y() - Vectors.dot(group.x(), coefficients);
        double weight = group.n() / inflation(group);
        sum -= ratio * weight * group.n() * mean * mean;
        pulled += weight * weight * mean * mean;
        trace += weight;
        if (restricted) {
          trace -= weight * weight * Vectors.quadratic(covariance, group.x());
        }
      }
      this.residualSum = sum;
      this.errorVariance = sum / (restricted ? n - p : n);
      this.slope = 0.5 * (pulled / errorVariance - trace);
      this.logDeterminant = restricted ? log + factor.logDeterminant() : log;
    }

    private static void add(
        double[][] cross, double[] moment, double[] x, double y, double weight) {
      for (int a = 0; a < x.length; a++) {
        moment[a] += weight * x[a] * y;
        for (int b = 0; b < x.length; b++) {
          cross[a][b] += weight * x[a] * x[b];
        }
      }
    }

    /** 1 + rn. */
    private double inflation(UnitGroup group) {
      return 1 + ratio * group.n();
    }

    /** The logarithm of the likelihood or the restricted one, up to a constant. */
    double objective() {
      int freedom = restricted ? n - coefficients.length : n;
      return -0.5 * (logDeterminant + freedom * Math.log(errorVariance));
    }

    /** The derivative of {@link #objective}. */
    double slope() {
      return slope;
    }

    int observations() {
      return n;
    }

    double errorVariance() {
      return errorVariance;
    }

    double areaVariance() {
      return ratio * errorVariance;
    }

    double[] coefficients() {
      return coefficients;
    }

    /** Covariance of β. */
    double[][] covariance() {
      double[][] scaled = new double[covariance.length][covariance.length];
      for (int a = 0; a < scaled.length; a++) {
        for (int b = 0; b < scaled.length; b++) {
          scaled[a][b] = errorVariance * covariance[a][b];
        }
      }

      return scaled;
    }

    /** r'V⁻¹r. */
    double standardizedSum() {
      return residualSum / errorVariance;
    }
  }
}

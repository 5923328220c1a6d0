package org.quipu.smallarea;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.quipu.math.Cholesky;

/**
 * The area-level model with two levels, given its variances: direct estimate = x'β + v + u + e,
 * with v ~ N(0, B) shared by the areas of a group (the provinces of a region), u ~ N(0, A) of each
 * area, e ~ N(0, D) with D known, and a flat prior on β. All of it is Gaussian, so that means,
 * variances and joint draws of the areas' true values are exact. Without a level of groups B is 0.
 */
final class NestedModel {
  private final AreaData data;
  private final int[] group;
  private final double between;
  private final double within;
  private final int terms;

  /** By area: 1 / (A + D), 0 without sample. */
  private final double[] weight;

  /** By group: B / (1 + B Σ weight), the variance of v given β. */
  private final double[] groupVariance;

  /** By group: Σ weight x. */
  private final double[][] groupSum;

  /** By group: Σ weight y. */
  private final double[] groupTotal;

  private final double[][] factor;
  private final double[][] covariance;
  private final double[] beta;
  private final double logRestrictedLikelihood;

  /**
   * The model at these variances.
   *
   * @param group m numbers of groups from 0; all 0 where {@code between} is 0
   * @param between B, between groups
   * @param within A, between areas of a group
   */
  NestedModel(AreaData data, int[] group, double between, double within) {
    this.data = data;
    this.group = group;
    this.between = between;
    this.within = within;
    this.terms = data.terms().size();
    int groups = Arrays.stream(group).max().orElse(0) + 1;
    this.weight = new double[data.size()];
    this.groupVariance = new double[groups];
    this.groupSum = new double[groups][terms];
    this.groupTotal = new double[groups];
    double[] mass = new double[groups];
    double logDeterminant = 0;
    double squares = 0;
    double[][] cross = new double[terms][terms];
    double[] moment = new double[terms];
    for (int i : data.sampled()) {
      double variance = within + data.variances()[i];
      double y = data.direct()[i];
      double[] x = data.design()[i];
      double w = 1 / variance;
      weight[i] = w;
      logDeterminant += Math.log(variance);
      squares += w * y * y;
      mass[group[i]] += w;
      groupTotal[group[i]] += w * y;
      for (int a = 0; a < terms; a++) {
        groupSum[group[i]][a] += w * x[a];
        moment[a] += w * x[a] * y;
        for (int b = 0; b <= a; b++) {
          cross[a][b] += w * x[a] * x[b];
        }
      }
    }

    for (int g = 0; g < groups; g++) {
      double k = between / (1 + between * mass[g]);
      groupVariance[g] = k;
      logDeterminant += Math.log1p(between * mass[g]);
      squares -= k * groupTotal[g] * groupTotal[g];
      for (int a = 0; a < terms; a++) {
        moment[a] -= k * groupSum[g][a] * groupTotal[g];
        for (int b = 0; b <= a; b++) {
          cross[a][b] -= k * groupSum[g][a] * groupSum[g][b];
        }
      }
    }

    mirror(cross);
    Cholesky cholesky = Cholesky.of(cross);
    this.covariance = cholesky.inverse();
    this.factor = Cholesky.of(covariance).lower();
    this.beta = times(covariance, moment);
    double explained = 0;
    for (int a = 0; a < terms; a++) {
      explained += beta[a] * moment[a];
    }

    this.logRestrictedLikelihood =
        -0.5 * (logDeterminant + cholesky.logDeterminant() + squares - explained);
  }

  private static void mirror(double[][] lower) {
    for (int a = 0; a < lower.length; a++) {
      for (int b = 0; b < a; b++) {
        lower[b][a] = lower[a][b];
      }
    }
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int a = 0; a < product.length; a++) {
      for (int b = 0; b < product.length; b++) {
        product[a] += matrix[a][b] * vector[b];
      }
    }

    return product;
  }

  /** The logarithm of the restricted likelihood of the variances, up to a constant. */
  double logRestrictedLikelihood() {
    return logRestrictedLikelihood;
  }

  double[] beta() {
    return beta;
  }

  double[][] covariance() {
    return covariance;
  }

  /** The weight of an area's direct estimate against its group and the regression. */
  double gamma(int area) {
    return within * weight[area];
  }

  /** x'β. */
  double synthetic(int area) {
    return fitted(area, beta);
  }

  /** The mean of an area's true value given the data and the variances. */
  double mean(int area) {
    return gamma(area) * direct(area)
        + (1 - gamma(area)) * (fitted(area, beta) + groupMean(group[area], beta));
  }

  /** Its variance, that of β and of the group's deviation included. */
  double variance(int area) {
    double rest = 1 - gamma(area);
    double k = groupVariance[group[area]];
    double leverage = 0;
    double[] x = data.design()[area];
    double[] sums = groupSum[group[area]];
    for (int a = 0; a < terms; a++) {
      for (int b = 0; b < terms; b++) {
        leverage += (x[a] - k * sums[a]) * covariance[a][b] * (x[b] - k * sums[b]);
      }
    }

    return within * rest + rest * rest * (k + leverage);
  }

  /** One joint draw of all areas' true values. */
  double[] draw(RandomGenerator random) {
    double[] drawn = beta.clone();
    double[] noise = new double[terms];
    for (int a = 0; a < terms; a++) {
      noise[a] = random.nextGaussian();
      for (int b = 0; b <= a; b++) {
        drawn[a] += factor[a][b] * noise[b];
      }
    }

    double[] groups = new double[groupVariance.length];
    for (int g = 0; g < groups.length; g++) {
      groups[g] = groupMean(g, drawn) + Math.sqrt(groupVariance[g]) * random.nextGaussian();
    }

    double[] values = new double[data.size()];
    for (int i = 0; i < values.length; i++) {
      double gamma = gamma(i);
      values[i] =
          gamma * direct(i)
              + (1 - gamma) * (fitted(i, drawn) + groups[group[i]])
              + Math.sqrt(within * (1 - gamma)) * random.nextGaussian();
    }

    return values;
  }

  private double direct(int area) {
    return data.isSampled(area) ? data.direct()[area] : 0;
  }

  private double fitted(int area, double[] coefficients) {
    double sum = 0;
    for (int a = 0; a < terms; a++) {
      sum += data.design()[area][a] * coefficients[a];
    }

    return sum;
  }

  /** The mean of a group's deviation v given β. */
  private double groupMean(int g, double[] coefficients) {
    double residual = groupTotal[g];
    for (int a = 0; a < terms; a++) {
      residual -= groupSum[g][a] * coefficients[a];
    }

    return between == 0 ? 0 : groupVariance[g] * residual;
  }
}

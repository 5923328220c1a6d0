package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known of every area: the columns of a regression with an intercept. Inside a model they
 * are standardized, so that units do not matter to its arithmetic; coefficients are given in the
 * units of the columns.
 */
public final class AreaCovariates {
  /** The name of the constant term, as R has it. */
  public static final String INTERCEPT = "(Intercept)";

  private final List<String> names;
  private final double[][] design;
  private final double[] means;
  private final double[] deviations;

  /**
   * AreaCovariates of m areas.
   *
   * @param names of p columns
   * @param values m rows of p numbers
   * @throws IllegalArgumentException if a column is the same in all areas
   */
  public AreaCovariates(List<String> names, List<double[]> values) {
    int p = names.size();
    this.names = List.copyOf(names);
    this.means = new double[p];
    this.deviations = new double[p];
    this.design = new double[values.size()][];
    for (int j = 0; j < p; j++) {
      int column = j;
      double[] xs = values.stream().mapToDouble(row -> row[column]).toArray();
      double mean = Arrays.stream(xs).average().orElse(0);
      means[j] = mean;
      deviations[j] =
          Math.sqrt(Arrays.stream(xs).map(x -> (x - mean) * (x - mean)).average().orElse(0));
      if (!(deviations[j] > 1e-12 * Math.abs(mean))) {
        throw new IllegalArgumentException(
            "the covariate %s is the same in all areas".formatted(names.get(j)));
      }
    }
    for (int i = 0; i < design.length; i++) {
      design[i] = new double[p + 1];
      design[i][0] = 1;
      for (int j = 0; j < p; j++) {
        design[i][j + 1] = (values.get(i)[j] - means[j]) / deviations[j];
      }
    }
  }

  private AreaCovariates(AreaCovariates all, int[] columns) {
    this.names = IntStream.of(columns).mapToObj(all.names::get).toList();
    this.means = IntStream.of(columns).mapToDouble(j -> all.means[j]).toArray();
    this.deviations = IntStream.of(columns).mapToDouble(j -> all.deviations[j]).toArray();
    this.design = new double[all.design.length][columns.length + 1];
    for (int i = 0; i < design.length; i++) {
      design[i][0] = 1;
      for (int j = 0; j < columns.length; j++) {
        design[i][j + 1] = all.design[i][columns[j] + 1];
      }
    }
  }

  /** Some of the columns, by their numbers from 0. */
  AreaCovariates only(BitSet columns) {
    return new AreaCovariates(this, columns.stream().toArray());
  }

  /** The intercept alone. */
  public static AreaCovariates none(int areas) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < areas; i++) {
      rows.add(new double[0]);
    }

    return new AreaCovariates(List.of(), rows);
  }

  /** The intercept and the columns. */
  public List<String> terms() {
    List<String> terms = new ArrayList<>(names);
    terms.add(0, INTERCEPT);
    return terms;
  }

  /** m rows of the intercept and the standardized columns. */
  double[][] design() {
    return design;
  }

  /** Coefficients in the units of the columns, from those of the standardized ones. */
  double[] coefficients(double[] standardized) {
    double[][] map = map();
    double[] coefficients = new double[standardized.length];
    for (int a = 0; a < coefficients.length; a++) {
      for (int b = 0; b < coefficients.length; b++) {
        coefficients[a] += map[a][b] * standardized[b];
      }
    }

    return coefficients;
  }

  /** Their standard errors, from the covariance of those of the standardized columns. */
  double[] standardErrors(double[][] covariance) {
    double[][] map = map();
    double[] errors = new double[covariance.length];
    for (int a = 0; a < errors.length; a++) {
      double variance = 0;
      for (int b = 0; b < errors.length; b++) {
        for (int c = 0; c < errors.length; c++) {
          variance += map[a][b] * covariance[b][c] * map[a][c];
        }
      }
      errors[a] = Math.sqrt(variance);
    }

    return errors;
  }

  private double[][] map() {
    int p = means.length + 1;
    double[][] map = new double[p][p];
    map[0][0] = 1;
    for (int j = 1; j < p; j++) {
      map[j][j] = 1 / deviations[j - 1];
      map[0][j] = -means[j - 1] / deviations[j - 1];
    }

    return map;
  }
}

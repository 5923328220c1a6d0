package org.quipu.survey.regression;

import java.util.Arrays;
import org.quipu.survey.Identifiers;

/**
 * Ordinal logistic regression, or the proportional odds model: the log odds of a category or a
 * lower one are a threshold less the linear predictor (McCullagh 1980, Journal of the Royal
 * Statistical Society B 42; R: {@code survey::svyolr}). The parameters are the thresholds, then the
 * coefficients; the information is the observed one.
 */
final class CumulativeLogit implements Likelihood {
  private static final long serialVersionUID = 1L;

  /** The name of the thresholds' term. */
  static final String THRESHOLD = "(Threshold)";

  private static final double LEAST = Math.ulp(1.0);

  private final Model model;
  private final double[] categories;
  private final int thresholds;

  /**
   * @param categories that the outcome has, in increasing order; two or more
   */
  CumulativeLogit(Model model, double[] categories) {
    this.model = model;
    this.categories = categories;
    this.thresholds = categories.length - 1;
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public int count() {
    return thresholds + model.count() - 1;
  }

  private int column(int parameter) {
    return parameter - thresholds + 1;
  }

  @Override
  public String term(int parameter) {
    return parameter < thresholds ? THRESHOLD : model.columns().get(column(parameter)).term;
  }

  @Override
  public String level(int parameter) {
    return parameter < thresholds
        ? Identifiers.text(categories[parameter])
            + "|"
            + Identifiers.text(categories[parameter + 1])
        : model.columns().get(column(parameter)).level;
  }

  @Override
  public int constants() {
    return thresholds;
  }

  @Override
  public double[] start() {
    double[] start = new double[count()];
    for (int k = 0; k < thresholds; k++) {
      start[k] = Family.LOGISTIC.predictor((k + 1.0) / (thresholds + 1));
    }

    return start;
  }

  /** What a row's probability P = F(a) − F(b) tells, times its weight. */
  private final class Part {
    /** The category's number; the threshold above it, the one below it being one less. */
    private final int category;

    private final double probability;

    /** The derivatives of log P by a and b. */
    private final double byA;

    private final double byB;

    /** The second derivatives, with the opposite sign. */
    private final double aa;

    private final double ab;
    private final double bb;

    Part(RowReader row, double[] parameters) {
      category = Arrays.binarySearch(categories, row.outcome());
      double eta = eta(row, parameters);
      double[] upper = distribution(category, eta, parameters);
      double[] lower = distribution(category - 1, eta, parameters);
      probability = Math.max(upper[0] - lower[0], LEAST);
      double weight = row.weight();
      double a = upper[1] / probability;
      double b = -lower[1] / probability;
      byA = weight * a;
      byB = weight * b;
      aa = weight * (a * a - upper[2] / probability);
      ab = weight * a * b;
      bb = weight * (b * b + lower[2] / probability);
    }

    /** The logistic distribution at a threshold, its density and the density's slope. */
    private double[] distribution(int threshold, double eta, double[] parameters) {
      if (threshold < 0) {
        return new double[3];
      }

      if (threshold == thresholds) {
        return new double[] {1, 0, 0};
      }

      double at = parameters[threshold] - eta;
      double below = Family.LOGISTIC.mean(at);
      return new double[] {
        below, Family.LOGISTIC.slope(at, below), Family.LOGISTIC.curvature(at, below)
      };
    }
  }

  private double eta(RowReader row, double[] parameters) {
    double sum = row.offset();
    for (int j = thresholds; j < parameters.length; j++) {
      sum += parameters[j] * row.z[column(j)];
    }

    return sum;
  }

  @Override
  public void add(RowReader row, double[] parameters, NewtonSums sums) {
    Part part = new Part(row, parameters);
    double loss = -2 * row.weight() * StrictMath.log(part.probability);
    sums.reach(
        Math.abs(part.byA) + Math.abs(part.byB),
        Math.abs(part.aa) + 2 * Math.abs(part.ab) + Math.abs(part.bb),
        loss);
    sums.deviance(loss);
    int above = part.category;
    int below = part.category - 1;
    if (above < thresholds) {
      sums.score(above, part.byA);
      sums.information(above, above, part.aa);
    }

    if (below >= 0) {
      sums.score(below, part.byB);
      sums.information(below, below, part.bb);
      if (above < thresholds) {
        sums.information(above, below, part.ab);
      }
    }

    double curvature = part.aa + 2 * part.ab + part.bb;
    int present = row.present();
    for (int a = 0; a < present; a++) {
      if (row.present[a] > 0) {
        int i = row.present[a] + thresholds - 1;
        double z = row.z[row.present[a]];
        sums.score(i, -(part.byA + part.byB) * z);
        if (above < thresholds) {
          sums.information(i, above, -(part.aa + part.ab) * z);
        }

        if (below >= 0) {
          sums.information(i, below, -(part.bb + part.ab) * z);
        }

        for (int b = 0; b <= a; b++) {
          int j = row.present[b];
          if (j > 0) {
            sums.information(i, j + thresholds - 1, curvature * z * row.z[j]);
          }
        }
      }
    }
  }

  @Override
  public void score(RowReader row, double[] parameters, double[] score) {
    Part part = new Part(row, parameters);
    Arrays.fill(score, 0, thresholds, 0);
    if (part.category < thresholds) {
      score[part.category] = part.byA;
    }

    if (part.category > 0) {
      score[part.category - 1] = part.byB;
    }

    for (int j = thresholds; j < score.length; j++) {
      score[j] = -(part.byA + part.byB) * row.z[column(j)];
    }
  }

  @Override
  public double[] own(double[] parameters) {
    double[] own = parameters.clone();
    double moved = 0;
    for (int j = thresholds; j < own.length; j++) {
      own[j] = model.standard().own(column(j), parameters[j]);
      moved += own[j] * model.standard().centre(column(j));
    }

    for (int k = 0; k < thresholds; k++) {
      own[k] += moved;
    }

    return own;
  }
}

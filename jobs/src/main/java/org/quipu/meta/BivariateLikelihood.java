package org.quipu.meta;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.math.Cholesky;
import org.quipu.math.ThinQr;

/**
 * The (restricted) likelihood of observed baselines and changes as a function of the variance σ² of
 * the true baselines, the slope β of change on baseline, and the residual variance τ². All sums
 * over units are of the Kronecker product of a 2 × 2 matrix and x·x', so that no matrix larger than
 * 2p × 2p is inverted.
 */
final class BivariateLikelihood {
  private static final int MAX_STEPS = 500;
  private static final double TOLERANCE = 1e-11;

  /** A σ² below this share of the mean sampling variance is too small to estimate a slope. */
  private static final double SMALLEST = 0.1;

  /** Below this share σ² is taken as having converged to 0. */
  private static final double ZERO = 1e-3;

  private final boolean restricted;
  private final ThinQr columns;
  private final RealMatrix x;
  private final double[] level;
  private final double[] change;
  private final RealMatrix[] sampling;
  private final double meanVariance;

  /** The parameters. */
  record Point(double baselineVariance, double slope, double tau2) {
    Point moved(RealVector step, double share) {
      return new Point(
          baselineVariance + share * step.getEntry(0),
          slope + share * step.getEntry(1),
          tau2 + share * step.getEntry(2));
    }

    /** The same with τ² at least 0. */
    Point inRange() {
      return new Point(baselineVariance, slope, Math.max(0, tau2));
    }

    RealMatrix between() {
      double cross = slope * baselineVariance;
      return new Array2DRowRealMatrix(
          new double[][] {{baselineVariance, cross}, {cross, slope * cross + tau2}});
    }

    /** The derivatives of {@link #between} with respect to each parameter. */
    RealMatrix[] derivatives() {
      return new RealMatrix[] {
        new Array2DRowRealMatrix(new double[][] {{1, slope}, {slope, slope * slope}}),
        new Array2DRowRealMatrix(
            new double[][] {
              {0, baselineVariance}, {baselineVariance, 2 * slope * baselineVariance}
            }),
        new Array2DRowRealMatrix(new double[][] {{0, 0}, {0, 1}})
      };
    }
  }

  BivariateLikelihood(TauSquared estimator, Effects changes, BaselineRegression.Baseline baseline) {
    this.restricted = estimator == TauSquared.REML;
    this.columns = ThinQr.of(changes.design(), changes.terms());
    this.x = columns.q();
    this.level = baseline.levels().toArray();
    this.change = changes.values().toArray();
    this.sampling = new RealMatrix[level.length];
    double total = 0;
    for (int i = 0; i < level.length; i++) {
      double cross = baseline.covariances().getEntry(i);
      double first = baseline.variances().getEntry(i);
      this.sampling[i] =
          new Array2DRowRealMatrix(new double[][] {{first, cross}, {cross, changes.variance(i)}});
      total += first;
    }
    this.meanVariance = total / level.length;
  }

  /** The quantities of one point: precisions, fixed effects and the likelihood. */
  private final class State {
    final RealMatrix[] precision = new RealMatrix[level.length];
    final RealMatrix inverse;
    final RealVector fixed;
    final double logLikelihood;

    State(Point at) {
      int p = x.getColumnDimension();
      RealMatrix information = new Array2DRowRealMatrix(2 * p, 2 * p);
      RealVector moment = new ArrayRealVector(2 * p);
      double logs = 0;
      for (int i = 0; i < level.length; i++) {
        RealMatrix v = sampling[i].add(at.between());
        double determinant =
            v.getEntry(0, 0) * v.getEntry(1, 1) - v.getEntry(0, 1) * v.getEntry(0, 1);
        this.precision[i] =
            new Array2DRowRealMatrix(
                    new double[][] {
                      {v.getEntry(1, 1), -v.getEntry(0, 1)}, {-v.getEntry(0, 1), v.getEntry(0, 0)}
                    })
                .scalarMultiply(1 / determinant);
        logs += Math.log(determinant);
        addKronecker(information, precision[i], i);
        RealVector weighted =
            precision[i].operate(new ArrayRealVector(new double[] {level[i], change[i]}));
        for (int j = 0; j < p; j++) {
          moment.addToEntry(j, weighted.getEntry(0) * x.getEntry(i, j));
          moment.addToEntry(p + j, weighted.getEntry(1) * x.getEntry(i, j));
        }
      }
      Cholesky factor = Cholesky.of(information.getData());
      this.inverse = new Array2DRowRealMatrix(factor.inverse(), false);
      this.fixed = inverse.operate(moment);
      double squares = 0;
      for (int i = 0; i < level.length; i++) {
        RealVector r = residual(i);
        squares += r.dotProduct(precision[i].operate(r));
      }
      // |X'X| is 1 in orthonormal columns.
      int free = 2 * level.length - (restricted ? 2 * p : 0);
      this.logLikelihood =
          -0.5
              * (free * Math.log(2 * Math.PI)
                  + logs
                  + squares
                  + (restricted ? factor.logDeterminant() : 0));
    }

    RealVector residual(int i) {
      int p = x.getColumnDimension();
      RealVector row = x.getRowVector(i);
      return new ArrayRealVector(
          new double[] {
            level[i] - row.dotProduct(fixed.getSubVector(0, p)),
            change[i] - row.dotProduct(fixed.getSubVector(p, p))
          });
    }
  }

  /** Adds m ⊗ x·x' of one unit. */
  private void addKronecker(RealMatrix sum, RealMatrix m, int i) {
    int p = x.getColumnDimension();
    for (int a = 0; a < 2 * p; a++) {
      for (int b = 0; b < 2 * p; b++) {
        sum.addToEntry(
            a, b, m.getEntry(a / p, b / p) * x.getEntry(i, a % p) * x.getEntry(i, b % p));
      }
    }
  }

  double logLikelihood(Point at) {
    return new State(at).logLikelihood;
  }

  /** The coefficients γ, then κ, of the design's own columns. */
  RealVector fixed(Point at) {
    return back().operate(new State(at).fixed);
  }

  /** Their covariance. */
  RealMatrix covariance(Point at) {
    return back().multiply(new State(at).inverse).multiply(back().transpose());
  }

  private RealMatrix back() {
    int p = x.getColumnDimension();
    RealMatrix both = new Array2DRowRealMatrix(2 * p, 2 * p);
    both.setSubMatrix(columns.inverseR().getData(), 0, 0);
    both.setSubMatrix(columns.inverseR().getData(), p, p);
    return both;
  }

  private RealVector score(Point at) {
    State state = new State(at);
    RealMatrix[] derivatives = at.derivatives();
    RealVector score = new ArrayRealVector(3);
    for (int j = 0; j < 3; j++) {
      RealMatrix sum =
          new Array2DRowRealMatrix(
              state.inverse.getRowDimension(), state.inverse.getRowDimension());
      double value = 0;
      for (int i = 0; i < level.length; i++) {
        RealMatrix product = state.precision[i].multiply(derivatives[j]);
        RealMatrix a = product.multiply(state.precision[i]);
        RealVector r = state.residual(i);
        value += r.dotProduct(a.operate(r)) - product.getTrace();
        addKronecker(sum, a, i);
      }
      if (restricted) {
        value += state.inverse.multiply(sum).getTrace();
      }
      score.setEntry(j, value / 2);
    }

    return score;
  }

  /**
   * The expected information of full likelihood, for REML too: it decides the path of the
   * iterations, not where they end.
   */
  private RealMatrix information(Point at) {
    State state = new State(at);
    RealMatrix[] derivatives = at.derivatives();
    RealMatrix information = new Array2DRowRealMatrix(3, 3);
    for (RealMatrix precision : state.precision) {
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          RealMatrix product =
              precision.multiply(derivatives[a]).multiply(precision).multiply(derivatives[b]);
          information.addToEntry(a, b, product.getTrace() / 2);
        }
      }
    }

    return information;
  }

  /**
   * Maximizes by Fisher scoring. A step is halved until the likelihood does not fall and the
   * variances stay in their range; a τ² that would fall below 0 stays at 0. Where a step reverses
   * the one before, the expected information is too small, and steps are damped. Empty where σ²
   * converges to 0 or the likelihood is too flat for a maximum to be found.
   */
  Optional<Point> maximize() {
    Point at = start();
    double best = logLikelihood(at);
    RealVector previous = new ArrayRealVector(3);
    double damping = 1;
    for (int n = 0; n < MAX_STEPS; n++) {
      RealVector step = step(at);
      damping = step.dotProduct(previous) < 0 ? damping / 2 : Math.min(1, 1.5 * damping);
      previous = step;
      double share = Math.min(damping, longestShare(at, step));
      Point next = at.moved(step, share).inRange();
      double value = logLikelihood(next);
      while (value < best - 1e-13 * Math.abs(best) && share > 1e-12) {
        share /= 2;
        next = at.moved(step, share).inRange();
        value = logLikelihood(next);
      }
      boolean still = size(step, at) <= TOLERANCE;
      at = next;
      best = value;
      if (still || at.baselineVariance() <= ZERO * meanVariance) {
        return Optional.of(at).filter(end -> end.baselineVariance() > SMALLEST * meanVariance);
      }
    }

    return Optional.empty();
  }

  private double size(RealVector step, Point at) {
    return Math.max(
        Math.abs(step.getEntry(1)),
        Math.max(
            Math.abs(step.getEntry(0)) / at.baselineVariance(),
            Math.abs(step.getEntry(2)) / (at.tau2() + meanVariance)));
  }

  /** The step of all three parameters, or of the first two where τ² is 0 and would fall. */
  private RealVector step(Point at) {
    RealVector score = score(at);
    RealMatrix information = information(at);
    RealVector step = step(information, score, 3);
    return at.tau2() == 0 && step.getEntry(2) <= 0 ? step(information, score, 2) : step;
  }

  private static RealVector step(RealMatrix information, RealVector score, int free) {
    RealMatrix inverse = MatrixUtils.inverse(information.getSubMatrix(0, free - 1, 0, free - 1));
    return inverse.operate(score.getSubVector(0, free)).append(new ArrayRealVector(3 - free));
  }

  /** The share of the step by which σ² loses at most nine tenths. */
  private static double longestShare(Point at, RealVector step) {
    return step.getEntry(0) < 0 ? Math.min(1, -0.9 * at.baselineVariance() / step.getEntry(0)) : 1;
  }

  /** Starting values: moments of the least squares residuals, less the sampling variances. */
  private Point start() {
    RealMatrix hat = x.multiply(x.transpose());
    RealVector p = new ArrayRealVector(level);
    RealVector d = new ArrayRealVector(change);
    p = p.subtract(hat.operate(p));
    d = d.subtract(hat.operate(d));
    int df = level.length - x.getColumnDimension();
    RealMatrix mean = new Array2DRowRealMatrix(2, 2);
    for (RealMatrix v : sampling) {
      mean = mean.add(v.scalarMultiply(1.0 / level.length));
    }
    double s = Math.max(p.dotProduct(p) / df - mean.getEntry(0, 0), 0.1 * mean.getEntry(0, 0));
    double slope = (p.dotProduct(d) / df - mean.getEntry(0, 1)) / s;
    double left = d.dotProduct(d) / df - mean.getEntry(1, 1) - slope * slope * s;
    return new Point(s, slope, Math.max(left, 0.1 * mean.getEntry(1, 1)));
  }

  /** The variance of β from the observed information, by differences of the score. */
  double slopeVariance(Point best) {
    int free = best.tau2() == 0 ? 2 : 3;
    double[] scale = {best.baselineVariance(), 1, best.tau2() + meanVariance};
    RealMatrix information = new Array2DRowRealMatrix(free, free);
    for (int j = 0; j < free; j++) {
      double h = 1e-5 * scale[j];
      RealVector unit = new ArrayRealVector(3);
      unit.setEntry(j, 1);
      RealVector difference =
          score(best.moved(unit, -h)).subtract(score(best.moved(unit, h))).mapDivide(2 * h);
      information.setColumnVector(j, difference.getSubVector(0, free));
    }
    RealMatrix symmetric = information.add(information.transpose()).scalarMultiply(0.5);
    return MatrixUtils.inverse(symmetric).getEntry(1, 1);
  }
}

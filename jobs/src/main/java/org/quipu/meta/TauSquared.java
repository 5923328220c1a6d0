package org.quipu.meta;

import org.quipu.math.WeightedLeastSquares;

/**
 * Estimators of the residual variance between units, τ². Iterative estimators start from Hedges's
 * moment estimator, as metafor does, and run until a step changes τ² by less than 1e-13 of its
 * scale.
 */
public enum TauSquared {
  /** Restricted maximum likelihood (R: {@code rma(method = "REML")}). */
  REML {
    @Override
    double score(WeightedLeastSquares w) {
      return w.squaredResidualSum() - w.traceP();
    }

    @Override
    double information(WeightedLeastSquares w) {
      return w.tracePP();
    }
  },

  /** Maximum likelihood ({@code method = "ML"}). */
  ML {
    @Override
    double score(WeightedLeastSquares w) {
      return w.squaredResidualSum() - w.traceW();
    }

    @Override
    double information(WeightedLeastSquares w) {
      return w.traceWW();
    }
  },

  /** DerSimonian and Laird's (1986) moment estimator, truncated at 0 ({@code method = "DL"}). */
  DERSIMONIAN_LAIRD {
    @Override
    double estimate(RotatedModel model) {
      WeightedLeastSquares fixed = model.at(0);
      return Math.max(0, (fixed.residualSum() - (model.k() - model.p())) / fixed.traceP());
    }

    @Override
    double information(WeightedLeastSquares w) {
      return w.tracePP();
    }
  },

  /** τ² = 0: the common-effect model, without variance beyond sampling ({@code "EE"}). */
  FIXED_EFFECT {
    @Override
    double estimate(RotatedModel model) {
      return 0;
    }
  };

  private static final double TOLERANCE = 1e-13;
  private static final int MAX_STEPS = 1000;

  /** Steps of scoring after which every other step halves the bracket instead. */
  private static final int ENOUGH_STEPS = 100;

  /** Twice the derivative of the log-likelihood with respect to τ². */
  double score(WeightedLeastSquares w) {
    throw new UnsupportedOperationException(name());
  }

  /** Twice the expected information on τ²; NaN where τ² is not estimated. */
  double information(WeightedLeastSquares w) {
    return Double.NaN;
  }

  /**
   * Fisher scoring with a bracket of the score's root. The bracket is halved where a step would
   * leave it, and every other time where steps shrink too slowly, so that the iteration ends for
   * any data. 0 where the likelihood falls from there on.
   */
  double estimate(RotatedModel model) {
    double tolerance = TOLERANCE * model.meanVariance();
    double tau2 = model.hedges();
    double low = -1;
    double high = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MAX_STEPS; step++) {
      WeightedLeastSquares w = model.at(tau2);
      double score = score(w);
      if (score <= 0 && tau2 == 0) {
        return 0;
      }
      if (score > 0) {
        low = tau2;
      } else {
        high = tau2;
      }
      double next = Math.max(0, tau2 + score / information(w));
      if (Math.min(Math.abs(next - tau2), high - low) <= tolerance + TOLERANCE * tau2) {
        return next;
      }
      boolean slow = step > ENOUGH_STEPS && step % 2 == 0;
      if (!slow && next > low && next < high) {
        tau2 = next;
      } else {
        tau2 = high < Double.POSITIVE_INFINITY ? (Math.max(low, 0) + high) / 2 : 2 * next;
      }
    }

    throw new ArithmeticException("tau2 did not converge in " + MAX_STEPS + " steps");
  }
}

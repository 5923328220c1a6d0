package org.quipu.change;

import java.util.Optional;
import org.quipu.change.AssumedDesign.Assumption;
import org.quipu.change.Level.Approximation;
import org.quipu.math.TestedEstimate;

/**
 * The levels of one domain in two years.
 *
 * @param overlap what their samples have in common
 */
public record LevelPair(
    Level from, Level to, Overlap overlap, Sampling sampling, Definition definition) {
  /** How the samples of the two years go together. */
  public enum Sampling {
    /** They are independent, or the covariance that their shared clusters give is known. */
    COVARIANCE_KNOWN,
    /**
     * They share clusters, and the covariance, taken as 0, is not known. Where it is positive, as
     * that of the same clusters asked again usually is, standard errors are too large.
     */
    INDEPENDENCE_ASSUMED
  }

  /** Whether an indicator means the same in both years. */
  public enum Definition {
    SAME,
    /** One year's files lack items that the other's have: the difference is not a change. */
    OTHER_ITEMS
  }

  /** Levels whose covariance is known. */
  public LevelPair(Level from, Level to, Overlap overlap, Definition definition) {
    this(from, to, overlap, Sampling.COVARIANCE_KNOWN, definition);
  }

  /** Degrees of freedom of the change. */
  public double df() {
    return overlap.df(from, to);
  }

  TestedEstimate test() {
    return definition == Definition.SAME ? from.changeTo(to, overlap) : TestedEstimate.NONE;
  }

  RelativeChange relative() {
    return definition == Definition.SAME
        ? RelativeChange.of(from, to, overlap)
        : RelativeChange.NONE;
  }

  IneiComparison inei() {
    return definition == Definition.SAME ? IneiComparison.of(from, to) : IneiComparison.NONE;
  }

  /** The design of which an effect was assumed; empty where both standard errors were estimated. */
  Optional<AssumedDesign> assumed() {
    return from.approximation().or(to::approximation).map(Approximation::design);
  }

  LevelPair under(Assumption assumption) {
    return new LevelPair(
        from.under(assumption), to.under(assumption), overlap, sampling, definition);
  }
}

package org.quipu.change;

/**
 * What the samples of two years have in common in one domain.
 *
 * @param covariance of the two levels, in squared points
 * @param df degrees of freedom of the clusters that are in both samples: their number less that of
 *     their strata
 */
public record Overlap(double covariance, int df) {
  /** Of samples without a cluster in common, or taken so. */
  public static final Overlap NONE = new Overlap(0, 0);

  /**
   * The degrees of freedom of a change, NaN where a level's are not known: those of both samples,
   * in which a cluster that is in both counts once. They are the clusters less the strata of one
   * design of both years, with a stratum for each year where no cluster is shared (R: {@code
   * degf(subset(pooled, domain))}).
   */
  double df(Level from, Level to) {
    return from.df() + to.df() - df;
  }
}

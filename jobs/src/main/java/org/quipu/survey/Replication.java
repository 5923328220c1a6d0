package org.quipu.survey;

import java.io.Serializable;
import java.util.Locale;

/**
 * How replicates of a sample are made from its cluster totals, for variances without linearization.
 * Squares are taken about the mean of the replicates, the default of R's {@code svrepdesign}.
 *
 * @param count of the replicates; 0 where the method determines it
 * @param seed equal seeds give equal variances; 0 where nothing is drawn
 */
public record Replication(Method method, int count, long seed) implements Serializable {
  /** Of making replicates. */
  public enum Method {
    /** Each replicate leaves out one cluster of a sample without strata. */
    JK1,
    /** Each replicate leaves out one cluster within its stratum. */
    JKN,
    /** Rao and Wu's (1988) rescaled bootstrap: n − 1 of a stratum's n clusters with replacement. */
    BOOTSTRAP
  }

  public Replication {
    if (method == Method.BOOTSTRAP && count < 2) {
      throw new IllegalArgumentException("a bootstrap needs two replicates or more, not " + count);
    }
  }

  /** How replicates are made: {@code bootstrap 500 seed 1}. */
  public String text() {
    String name = method.name().toLowerCase(Locale.ROOT);
    return method == Method.BOOTSTRAP ? name + " " + count + " seed " + seed : name;
  }

  /** The jackknife of a sample without strata (R: {@code as.svrepdesign(type = "JK1")}). */
  public static Replication jk1() {
    return new Replication(Method.JK1, 0, 0);
  }

  /** The stratified jackknife (R: {@code as.svrepdesign(type = "JKn")}). */
  public static Replication jkn() {
    return new Replication(Method.JKN, 0, 0);
  }

  /** The rescaled bootstrap (R: {@code as.svrepdesign(type = "subbootstrap")}). */
  public static Replication bootstrap(int count, long seed) {
    return new Replication(Method.BOOTSTRAP, count, seed);
  }
}

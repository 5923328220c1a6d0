package org.quipu.math;

import java.util.SplittableRandom;

/** What permutation tests share. */
public final class Permutations {
  /** Statistics that differ by less are tied, as in R's metafor. */
  public static final double TIE = Math.sqrt(Math.ulp(1.0));

  private Permutations() {}

  /** Brings the array into a random order, each with the same probability (Fisher and Yates). */
  public static void shuffle(int[] a, SplittableRandom random) {
    for (int i = a.length - 1; i > 0; i--) {
      swap(a, i, random.nextInt(i + 1));
    }
  }

  public static void swap(int[] a, int i, int j) {
    int kept = a[i];
    a[i] = a[j];
    a[j] = kept;
  }
}

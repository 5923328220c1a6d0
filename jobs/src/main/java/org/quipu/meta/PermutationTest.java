package org.quipu.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.quipu.math.Permutations;

/**
 * Permutation test of a meta-regression's coefficients (Follmann and Proschan 1999, Biometrics 55;
 * R: {@code metafor::permutest}). The rows of the design are permuted or, in a model without
 * moderators, the signs of the effects reversed. The test is exact where there are no more than
 * {@code draws} distinct arrangements; otherwise it takes that many at random, the observed one
 * included.
 *
 * @param draws the largest number of arrangements to try
 * @param seed equal seeds give equal p-values
 */
public record PermutationTest(int draws, long seed) {
  public PermutationTest {
    if (draws < 2) {
      throw new IllegalArgumentException("a permutation test needs 2 draws or more, not " + draws);
    }
  }

  /**
   * The result.
   *
   * @param pValues one for each term, two-sided on the absolute t or z
   * @param arrangements how many were tried
   * @param exact whether these are all that there are
   */
  public record Result(List<Double> pValues, long arrangements, boolean exact) {}

  /**
   * Tests the coefficients of the fit of these options to the effects.
   *
   * @throws IllegalArgumentException if the effects are not independent
   */
  public Result run(Effects effects, MetaRegression options) {
    if (!effects.independent()) {
      throw new IllegalArgumentException("a permutation test needs independent effects");
    }

    RotatedModel model = RotatedModel.of(effects);
    Tally tally = new Tally(options, options.statistics(model));
    return effects.terms().size() == 1 && effects.terms().contains(Effects.INTERCEPT)
        ? reverseSigns(model, tally)
        : permuteRows(model, ranks(effects), tally);
  }

  private Result reverseSigns(RotatedModel model, Tally tally) {
    int k = model.k();
    boolean exact = k < 31 && 1L << k <= draws;
    long count = exact ? 1L << k : draws;
    SplittableRandom random = new SplittableRandom(seed);
    for (long n = 0; n < count; n++) {
      int[] signs = new int[k];
      for (int i = 0; i < k; i++) {
        // Arrangement 0 is the observed one.
        boolean reversed = exact ? (n >>> i & 1) == 1 : n > 0 && random.nextBoolean();
        signs[i] = reversed ? -1 : 1;
      }
      tally.add(model.flipped(signs));
    }

    return tally.result(exact);
  }

  private Result permuteRows(RotatedModel model, int[] ranks, Tally tally) {
    int k = model.k();
    int[] sorted =
        IntStream.range(0, k)
            .boxed()
            .sorted((a, b) -> Integer.compare(ranks[a], ranks[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] multiset = IntStream.of(sorted).map(i -> ranks[i]).toArray();
    boolean exact = arrangements(multiset) <= draws;
    if (exact) {
      do {
        int[] order = IntStream.of(multiset).map(rank -> sorted[rank]).toArray();
        tally.add(model.permuted(order));
      } while (next(multiset));
      return tally.result(true);
    }

    SplittableRandom random = new SplittableRandom(seed);
    int[] order = IntStream.range(0, k).toArray();
    tally.add(model);
    for (int n = 1; n < draws; n++) {
      Permutations.shuffle(order, random);
      tally.add(model.permuted(order));
    }

    return tally.result(false);
  }

  /** The rank of each row of the design; equal rows have the rank of the first of them. */
  private static int[] ranks(Effects effects) {
    int k = effects.size();
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      rows.add(effects.design().getRow(i));
    }
    List<double[]> sorted = new ArrayList<>(rows);
    sorted.sort(Arrays::compare);
    return IntStream.range(0, k)
        .map(
            i ->
                IntStream.range(0, k)
                    .filter(j -> Arrays.equals(sorted.get(j), rows.get(i)))
                    .findFirst()
                    .orElseThrow())
        .toArray();
  }

  /** k! / Π (ties)!. */
  private static double arrangements(int[] multiset) {
    double count = 1;
    int run = 0;
    for (int i = 0; i < multiset.length; i++) {
      run = i > 0 && multiset[i] == multiset[i - 1] ? run + 1 : 1;
      count *= (i + 1.0) / run;
    }

    return count;
  }

  /** The next arrangement in lexicographic order; false after the last. */
  private static boolean next(int[] a) {
    int i = a.length - 2;
    while (i >= 0 && a[i] >= a[i + 1]) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    int j = a.length - 1;
    while (a[j] <= a[i]) {
      j--;
    }
    Permutations.swap(a, i, j);
    for (int low = i + 1, high = a.length - 1; low < high; low++, high--) {
      Permutations.swap(a, low, high);
    }

    return true;
  }

  /** Counts the arrangements whose statistic is at least as extreme as the observed one. */
  private static final class Tally {
    private final MetaRegression options;
    private final double[] observed;
    private final long[] extreme;
    private long count;

    Tally(MetaRegression options, double[] observed) {
      this.options = options;
      this.observed = observed;
      this.extreme = new long[observed.length];
    }

    void add(RotatedModel model) {
      double[] statistics = options.statistics(model);
      for (int j = 0; j < observed.length; j++) {
        if (Math.abs(statistics[j]) >= Math.abs(observed[j]) - Permutations.TIE) {
          extreme[j]++;
        }
      }
      count++;
    }

    Result result(boolean exact) {
      List<Double> p = new ArrayList<>();
      for (long n : extreme) {
        p.add((double) n / count);
      }

      return new Result(List.copyOf(p), count, exact);
    }
  }
}

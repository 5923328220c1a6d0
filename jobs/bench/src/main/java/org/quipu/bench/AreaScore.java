package org.quipu.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.quipu.smallarea.Ranks;

/** How near a method's estimates of provinces are to the truth, summed over samples. */
final class AreaScore {
  private static final int DECILES = 10;

  private final Errors sampled = new Errors();
  private final Errors others = new Errors();
  private final double[] claimed = new double[DECILES];
  private final double[] held = new double[DECILES];
  private final double[] counted = new double[DECILES];
  private double samples;
  private double found;
  private double share;

  /** Errors of estimates in points, and how often their intervals hold the truth. */
  private static final class Errors {
    private double squares;
    private double covered;
    private double width;
    private double count;

    private void add(double estimate, double low, double high, double truth) {
      squares += Math.pow(100 * (estimate - truth), 2);
      covered += low <= truth && truth <= high ? 1 : 0;
      width += 100 * (high - low);
      count++;
    }

    private void add(Errors other) {
      squares += other.squares;
      covered += other.covered;
      width += other.width;
      count += other.count;
    }
  }

  private AreaScore() {}

  /** Of no sample. */
  static AreaScore empty() {
    return new AreaScore();
  }

  /** Of one sample. */
  static AreaScore of(AreaMethod.Result result, boolean[] isSampled, double[] truth) {
    AreaScore score = new AreaScore();
    for (int i = 0; i < truth.length; i++) {
      (isSampled[i] ? score.sampled : score.others)
          .add(result.estimate()[i], result.low()[i], result.high()[i], truth[i]);
    }

    Set<Integer> best = new HashSet<>(highest(truth));
    List<Integer> chosen = highest(result.estimate());
    score.samples = 1;
    score.found = chosen.stream().filter(best::contains).count();
    score.share = sum(truth, chosen) / sum(truth, best);
    if (result.draws().length > 0) {
      Ranks ranks = Ranks.of(result.draws());
      for (int i = 0; i < truth.length; i++) {
        double probability = ranks.topProbability(i, AreaMethod.TOP);
        int decile = Math.min(DECILES - 1, (int) (DECILES * probability));
        score.claimed[decile] += probability;
        score.held[decile] += best.contains(i) ? 1 : 0;
        score.counted[decile]++;
      }
    }

    return score;
  }

  private static double sum(double[] values, Iterable<Integer> areas) {
    double sum = 0;
    for (int area : areas) {
      sum += values[area];
    }

    return sum;
  }

  /** The provinces with the highest values, those without one last. */
  static List<Integer> highest(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                i -> Double.isNaN(values[i]) ? Double.POSITIVE_INFINITY : -values[i]))
        .limit(AreaMethod.TOP)
        .toList();
  }

  /** Adds what was counted in other samples. */
  void add(AreaScore other) {
    sampled.add(other.sampled);
    others.add(other.others);
    Arrays.setAll(claimed, d -> claimed[d] + other.claimed[d]);
    Arrays.setAll(held, d -> held[d] + other.held[d]);
    Arrays.setAll(counted, d -> counted[d] + other.counted[d]);
    samples += other.samples;
    found += other.found;
    share += other.share;
  }

  /** Root mean squared error of the provinces with sample, in points. */
  double rmse() {
    return Math.sqrt(sampled.squares / sampled.count);
  }

  /** The percentage of their 95 % intervals that hold the truth. */
  double coverage() {
    return 100 * sampled.covered / sampled.count;
  }

  /** The mean width of their intervals, in points. */
  double width() {
    return sampled.width / sampled.count;
  }

  /** As {@link #rmse}, of the provinces without sample. */
  double rmseOfOthers() {
    return Math.sqrt(others.squares / others.count);
  }

  /** As {@link #coverage}, of the provinces without sample. */
  double coverageOfOthers() {
    return 100 * others.covered / others.count;
  }

  /** How many of the 20 highest provinces are among the 20 with the highest estimates. */
  double found() {
    return found / samples;
  }

  /** The prevalence of those with the highest estimates, in percent of the highest possible. */
  double share() {
    return 100 * share / samples;
  }

  /** How many deciles of probability there are. */
  static int deciles() {
    return DECILES;
  }

  /** The mean probability of being among the 20 highest that was claimed, of those in a decile. */
  double claimed(int decile) {
    return claimed[decile] / counted[decile];
  }

  /** The share of them that are. */
  double held(int decile) {
    return held[decile] / counted[decile];
  }

  /** How many probabilities lie in a decile. */
  double counted(int decile) {
    return counted[decile];
  }
}

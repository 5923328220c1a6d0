package org.quipu.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.change.AssumedDesign.Assumption;
import org.quipu.change.TrendFamily.Samples;
import org.quipu.change.TrendFamily.YearLevel;
import org.quipu.math.TestedEstimate;

/** The levels of one domain in several years, with the covariance of each pair of them. */
final class LevelSeries {
  private final int domain;
  private final List<YearLevel> levels;
  private final double[][] covariance;
  private final Samples samples;

  private LevelSeries(int domain, List<YearLevel> levels, double[][] covariance, Samples samples) {
    this.domain = domain;
    this.levels = levels;
    this.covariance = covariance;
    this.samples = samples;
  }

  /**
   * The levels of a domain.
   *
   * @param domain its place among the domains of the samples
   * @param levels of different years, in their order
   */
  static LevelSeries of(int domain, List<YearLevel> levels, Samples samples) {
    double[][] covariance = new double[levels.size()][levels.size()];
    for (int i = 0; i < covariance.length; i++) {
      covariance[i][i] = levels.get(i).level().variance();
      for (int j = 0; j < i; j++) {
        covariance[i][j] = samples.covariance(domain, levels.get(j).year(), levels.get(i).year());
        covariance[j][i] = covariance[i][j];
      }
    }

    return new LevelSeries(domain, List.copyOf(levels), covariance, samples);
  }

  /** The same levels with another assumed design effect where one was assumed. */
  LevelSeries under(Assumption assumption) {
    List<YearLevel> under =
        levels.stream()
            .map(known -> new YearLevel(known.year(), known.level().under(assumption)))
            .toList();
    double[][] changed = new double[covariance.length][];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = covariance[i].clone();
      changed[i][i] = under.get(i).level().variance();
    }

    return new LevelSeries(domain, under, changed, samples);
  }

  int domain() {
    return domain;
  }

  List<Integer> years() {
    return levels.stream().map(YearLevel::year).toList();
  }

  /** A straight line through all years. */
  Trend trend() {
    return Trend.of(
        levels.stream().mapToInt(YearLevel::year).toArray(),
        levels.stream().mapToDouble(known -> known.level().percent()).toArray(),
        covariance,
        df(levels));
  }

  /**
   * The sum of the levels of years times their weights. Its degrees of freedom are those of the
   * samples of the years whose weight is not 0.
   *
   * @param weights by year; of years that the series has
   */
  TestedEstimate sum(SortedMap<Integer, Double> weights) {
    SortedMap<Integer, Double> counted = new TreeMap<>(weights);
    counted.values().removeIf(weight -> weight == 0);
    double value = 0;
    for (Map.Entry<Integer, Double> weight : counted.entrySet()) {
      value += weight.getValue() * levels.get(place(weight.getKey())).level().percent();
    }

    return TestedEstimate.of(
        value,
        Math.sqrt(covariance(counted, counted)),
        df(levels.stream().filter(known -> counted.containsKey(known.year())).toList()),
        Level.CONFIDENCE);
  }

  /** The covariance of two weighted sums, in squared points. */
  double covariance(SortedMap<Integer, Double> one, SortedMap<Integer, Double> other) {
    double sum = 0;
    for (Map.Entry<Integer, Double> first : one.entrySet()) {
      for (Map.Entry<Integer, Double> second : other.entrySet()) {
        sum +=
            first.getValue()
                * second.getValue()
                * covariance[place(first.getKey())][place(second.getKey())];
      }
    }

    return sum;
  }

  private int place(int year) {
    return years().indexOf(year);
  }

  /** Those of the samples of these years, in which a cluster of several years counts once. */
  private double df(List<YearLevel> counted) {
    List<Integer> earlier = new ArrayList<>();
    double df = 0;
    for (YearLevel known : counted) {
      df += known.level().df() - samples.sharedDf(domain, known.year(), List.copyOf(earlier));
      earlier.add(known.year());
    }

    return df;
  }
}

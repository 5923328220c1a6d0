package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quipu.math.ExactSums;

/** What must be known of all rows before the columns of the model are. */
final class Summary implements RowSums<Summary> {
  private static final long serialVersionUID = 1L;
  private static final int WEIGHTS = 0;
  private static final int OUTCOMES = 1;

  /** More values than these are no categories. */
  static final int MOST_CATEGORIES = 20;

  private final int factors;
  private final List<Set<String>> levels = new ArrayList<>();
  private final TreeMap<RowChunk.Place, PlaceSample> sampled = new TreeMap<>();
  private final ExactSums sums = new ExactSums();
  private final TreeSet<Double> categories = new TreeSet<>();
  private double largestWeight;
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;
  private long rows;
  private long others;

  Summary(int factors) {
    this.factors = factors;
    for (int i = 0; i < factors; i++) {
      levels.add(new TreeSet<>());
    }

    sums.ensure(2);
  }

  @Override
  public Summary fresh() {
    return new Summary(factors);
  }

  @Override
  public void add(RowChunk chunk) {
    for (int i = 0; i < factors; i++) {
      levels.get(i).addAll(chunk.levels.get(i));
    }

    chunk.sampled.forEach(sample -> sampled.merge(sample.place(), sample, PlaceSample::plus));
    rows += chunk.size;
    others += chunk.auxiliaries == null ? 0 : chunk.auxiliaries.otherRows();
    for (int row = 0; row < chunk.size; row++) {
      double weight = chunk.weights[row];
      double outcome = chunk.outcomes[row];
      sums.add(WEIGHTS, weight);
      sums.add(OUTCOMES, weight * outcome);
      largestWeight = Math.max(largestWeight, weight);
      lowest = Math.min(lowest, outcome);
      highest = Math.max(highest, outcome);
      if (categories.size() <= MOST_CATEGORIES) {
        categories.add(outcome);
      }
    }
  }

  @Override
  public void merge(Summary other) {
    for (int i = 0; i < factors; i++) {
      levels.get(i).addAll(other.levels.get(i));
    }

    other.sampled.values().forEach(each -> sampled.merge(each.place(), each, PlaceSample::plus));
    rows += other.rows;
    others += other.others;
    sums.add(WEIGHTS, other.sums, WEIGHTS);
    sums.add(OUTCOMES, other.sums, OUTCOMES);
    largestWeight = Math.max(largestWeight, other.largestWeight);
    lowest = Math.min(lowest, other.lowest);
    highest = Math.max(highest, other.highest);
    categories.addAll(other.categories);
  }

  List<Set<String>> levels() {
    return levels;
  }

  SortedMap<RowChunk.Place, PlaceSample> sampled() {
    return sampled;
  }

  long rows() {
    return rows;
  }

  /** Rows that weigh something and do not count, where weights are calibrated. */
  long others() {
    return others;
  }

  double weights() {
    return sums.value(WEIGHTS);
  }

  /** The weighted mean of the outcome. */
  double mean() {
    return sums.value(OUTCOMES) / weights();
  }

  double largestWeight() {
    return largestWeight;
  }

  /** The values of the outcome, in increasing order; some of them if they are many. */
  double[] categories() {
    return categories.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Whether the outcome is the same in all rows. */
  boolean isConstant() {
    return lowest == highest;
  }
}

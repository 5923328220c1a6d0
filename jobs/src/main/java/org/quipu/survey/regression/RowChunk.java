package org.quipu.survey.regression;

import java.io.Serializable;
import java.util.List;

/**
 * Some rows, encoded. Rows that do not count (outside the domain, without a value, without weight)
 * are gone; the {@link Place}s still tell how many were sampled where.
 */
public final class RowChunk implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How many rows a chunk is given at most. */
  public static final int CAPACITY = 65_536;

  /**
   * A primary sampling unit, or where they count a unit of the second stage, or where rows were
   * sampled individually a stratum.
   *
   * @param stratum empty without strata
   * @param cluster empty where rows were sampled individually
   * @param unit empty where the second stage does not count
   */
  record Place(String stratum, String cluster, String unit)
      implements Serializable, Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = stratum.compareTo(other.stratum);
      order = order == 0 ? cluster.compareTo(other.cluster) : order;
      return order == 0 ? unit.compareTo(other.unit) : order;
    }
  }

  /** Rows that count. */
  final int size;

  final double[] weights;
  final double[] outcomes;

  /** Null without one. */
  final double[] offsets;

  /** The columns of numbers. */
  final double[][] numbers;

  /** The columns of factors, as places in their {@link #levels}. */
  final char[][] codes;

  /** The values that each factor has in these rows. */
  final List<List<String>> levels;

  /** Where each row was sampled, as a place in {@link #sampled}. */
  final int[] places;

  final List<PlaceSample> sampled;

  /**
   * The replicate weights of the file, by replicate and row; where replicates are made of clusters
   * and weights are calibrated, the sampling weights.
   */
  final double[][] replicates;

  /** Null without calibration. */
  final ChunkAuxiliaries auxiliaries;

  RowChunk(
      double[] weights,
      double[] outcomes,
      double[] offsets,
      double[][] numbers,
      char[][] codes,
      List<List<String>> levels,
      int[] places,
      List<PlaceSample> sampled,
      double[][] replicates,
      ChunkAuxiliaries auxiliaries) {
    this.size = weights.length;
    this.weights = weights;
    this.outcomes = outcomes;
    this.offsets = offsets;
    this.numbers = numbers;
    this.codes = codes;
    this.levels = levels;
    this.places = places;
    this.sampled = sampled;
    this.replicates = replicates;
    this.auxiliaries = auxiliaries;
  }

  /** How many numbers it holds, which tells its size in memory. */
  public long numbers() {
    long own = (long) size * (3 + numbers.length + codes.length + replicates.length);
    return auxiliaries == null ? own : own + auxiliaries.numbers();
  }

  double offset(int row) {
    return offsets == null ? 0 : offsets[row];
  }
}

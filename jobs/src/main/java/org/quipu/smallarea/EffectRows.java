package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Which area, at which time, each of m rows is, and products with the two kinds of m × m matrices
 * that such rows have: equal in all rows of an area, and zero between areas.
 */
final class EffectRows {
  private final SpatialWeights weights;
  private final int[] area;
  private final int[] time;
  private final List<int[]> members;

  EffectRows(SpatialWeights weights, int[] area, int[] time) {
    this.weights = weights;
    this.area = area;
    this.time = time;
    List<List<Integer>> rows = new ArrayList<>();
    for (int d = 0; d < weights.size(); d++) {
      rows.add(new ArrayList<>());
    }
    for (int i = 0; i < area.length; i++) {
      rows.get(area[i]).add(i);
    }
    this.members =
        rows.stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray()).toList();
  }

  EffectRows select(int[] rows) {
    return new EffectRows(
        weights,
        Arrays.stream(rows).map(i -> area[i]).toArray(),
        Arrays.stream(rows).map(i -> time[i]).toArray());
  }

  SpatialWeights weights() {
    return weights;
  }

  int size() {
    return area.length;
  }

  int areas() {
    return members.size();
  }

  int area(int row) {
    return area[row];
  }

  /** The rows of an area. */
  int[] members(int of) {
    return members.get(of);
  }

  int lag(int row, int other) {
    return Math.abs(time[row] - time[other]);
  }

  /** left · ZMZ', where Z gives each row its area and M is a matrix of areas. */
  double[][] timesBetween(double[][] left, RealMatrix m) {
    double[][] sums = new double[left.length][areas()];
    for (int r = 0; r < left.length; r++) {
      for (int i = 0; i < area.length; i++) {
        sums[r][area[i]] += left[r][i];
      }
    }

    double[][] product = MatrixUtils.createRealMatrix(sums).multiply(m).getData();
    for (int r = 0; r < left.length; r++) {
      double[] row = product[r];
      product[r] = IntStream.of(area).mapToDouble(d -> row[d]).toArray();
    }

    return product;
  }

  /** left · F, where F depends on the lag between two rows of an area. */
  double[][] timesWithin(double[][] left, IntToDoubleFunction ofLag) {
    double[][] product = new double[left.length][area.length];
    for (int i = 0; i < area.length; i++) {
      for (int k : members(area[i])) {
        double factor = ofLag.applyAsDouble(lag(i, k));
        for (int r = 0; r < left.length; r++) {
          product[r][i] += left[r][k] * factor;
        }
      }
    }

    return product;
  }
}

package org.quipu.smallarea;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How near areas are to each other: W, whose rows sum to 1. The effects of a simultaneous
 * autoregression of the first order, u = ρWu + ε, have the precision Ω(ρ) = (I − ρW)'(I − ρW) over
 * the variance of ε (Cressie 1993, Statistics for Spatial Data, section 6.3).
 */
public final class SpatialWeights {
  private final List<String> areas;
  private final Map<String, Integer> positions;

  /** W + W'. */
  private final double[][] sum;

  /** W'W. */
  private final double[][] product;

  private SpatialWeights(List<String> areas, double[][] w) {
    this.areas = List.copyOf(areas);
    this.positions = new HashMap<>();
    for (String area : areas) {
      if (positions.put(area, positions.size()) != null) {
        throw new IllegalArgumentException("area " + area + " is there twice");
      }
    }

    double[][] rows = new double[w.length][];
    for (int i = 0; i < w.length; i++) {
      double total = Arrays.stream(w[i]).sum();
      rows[i] = Arrays.stream(w[i]).map(weight -> weight / total).toArray();
    }

    RealMatrix matrix = MatrixUtils.createRealMatrix(rows);
    this.sum = matrix.add(matrix.transpose()).getData();
    this.product = matrix.transpose().multiply(matrix).getData();
  }

  /**
   * The same weight for each neighbour of an area.
   *
   * @param areas m keys
   * @param pairs neighbours, in any order; a pair that is there twice counts once
   * @throws IllegalArgumentException if a pair names an area that is not among the keys or is the
   *     neighbour of itself, or areas have no neighbour
   */
  public static SpatialWeights ofNeighbours(List<String> areas, List<Neighbours> pairs) {
    double[][] w = new double[areas.size()][areas.size()];
    Map<String, Integer> positions = new HashMap<>();
    areas.forEach(area -> positions.put(area, positions.size()));
    for (Neighbours pair : pairs) {
      Integer a = positions.get(pair.area());
      Integer b = positions.get(pair.other());
      if (a == null || b == null) {
        throw new IllegalArgumentException(
            "%s and %s are neighbours, but %s is not among the areas"
                .formatted(pair.area(), pair.other(), a == null ? pair.area() : pair.other()));
      }
      w[a][b] = 1;
      w[b][a] = 1;
    }

    return of(areas, w);
  }

  /**
   * Any weights; each row is scaled to the sum 1.
   *
   * @param areas m keys
   * @param w m × m, not negative, zero on the diagonal
   * @throws IllegalArgumentException if the shape or a weight is wrong, or areas have no neighbour
   */
  public static SpatialWeights of(List<String> areas, double[][] w) {
    int m = areas.size();
    if (w.length != m || Arrays.stream(w).anyMatch(row -> row.length != m)) {
      throw new IllegalArgumentException(
          "weights between %d areas are not %d x %d".formatted(m, m, m));
    }
    for (int i = 0; i < m; i++) {
      if (w[i][i] != 0) {
        throw new IllegalArgumentException("area " + areas.get(i) + " is its own neighbour");
      }
      if (Arrays.stream(w[i]).anyMatch(weight -> !(weight >= 0) || Double.isInfinite(weight))) {
        throw new IllegalArgumentException(
            "area " + areas.get(i) + " has a weight that is negative or no number");
      }
    }
    List<String> alone =
        IntStream.range(0, m)
            .filter(i -> Arrays.stream(w[i]).sum() == 0)
            .mapToObj(areas::get)
            .toList();
    if (!alone.isEmpty()) {
      throw new IllegalArgumentException(
          "areas without a neighbour: %s; name the nearest area as the neighbour of each"
              .formatted(alone.stream().collect(Collectors.joining(", "))));
    }

    return new SpatialWeights(areas, w);
  }

  /** The keys of the areas. */
  public List<String> areas() {
    return areas;
  }

  int size() {
    return areas.size();
  }

  /**
   * The position of an area.
   *
   * @throws IllegalArgumentException if it is not among the areas
   */
  int position(String area) {
    return Optional.ofNullable(positions.get(area))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "area %s has no neighbours; the weights are of %d areas without it"
                        .formatted(area, size())));
  }

  /** Ω(ρ), positive definite for ρ between −1 and 1. */
  double[][] precision(double rho) {
    double[][] omega = new double[size()][size()];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        omega[i][j] = rho * rho * product[i][j] - rho * sum[i][j];
      }
      omega[i][i] += 1;
    }

    return omega;
  }

  /** dΩ/dρ. */
  double[][] precisionSlope(double rho) {
    double[][] slope = new double[size()][size()];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        slope[i][j] = 2 * rho * product[i][j] - sum[i][j];
      }
    }

    return slope;
  }

  /** d²Ω/dρ² = 2W'W. */
  double[][] precisionCurvature() {
    return MatrixUtils.createRealMatrix(product).scalarMultiply(2).getData();
  }
}

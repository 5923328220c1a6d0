package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The area-level model of several times, whose areas resemble their neighbours and their own past:
 * direct estimate = x'β + u + v + e with u = ρ₁Wu + ε, ε ~ N(0, σ₁²), of each area at all times, v
 * of each area at each time with innovations of N(0, σ₂²), and e ~ N(0, D), D known (Marhuenda,
 * Molina and Morales 2013, Computational Statistics and Data Analysis 58; R: {@code
 * sae::eblupSTFH}, run to convergence).
 *
 * <p>Not every area needs every time, and times may be left out: the correlation is that of the
 * lag. Where {@code sae} bootstraps the mean squared error, this gives the analytic one of {@link
 * SpatialFayHerriot}, which holds for all models whose covariance has few parameters (Das, Jiang
 * and Rao 2004).
 */
public final class SpatioTemporalFayHerriot {
  private static final List<String> NAMES = List.of("sigma21", "rho1", "sigma22", "rho2");

  private SpatioTemporalFayHerriot() {}

  /**
   * Fits the model. Its components are {@code sigma21}, {@code rho1}, {@code sigma22} and, with
   * autoregressive effects, {@code rho2}; a correlation is NaN where its variance is 0.
   *
   * @param data m rows, each of an area at a time
   * @param rows the area and the time of each of the m rows
   * @param weights between all areas of the data, and maybe more
   * @param estimator REML or ML
   * @throws IllegalArgumentException if rows are missing or there twice, no area has direct
   *     estimates of two times, an area is not among those of the weights, or for another estimator
   */
  public static AreaModelFit fit(
      AreaData data,
      List<AreaTime> rows,
      SpatialWeights weights,
      TimeEffects effects,
      VarianceEstimator estimator) {
    check(data, rows);
    int parameters = effects == TimeEffects.AUTOREGRESSIVE ? 4 : 3;
    return EffectFit.of(
        data,
        new EffectRows(
            weights,
            rows.stream().mapToInt(row -> weights.position(row.area())).toArray(),
            rows.stream().mapToInt(AreaTime::time).toArray()),
        NAMES.subList(0, parameters),
        Arrays.copyOf(
            new int[] {
              EffectCovariance.SIGMA1,
              EffectCovariance.RHO1,
              EffectCovariance.SIGMA2,
              EffectCovariance.RHO2
            },
            parameters),
        estimator);
  }

  private static void check(AreaData data, List<AreaTime> rows) {
    if (rows.size() != data.size()) {
      throw new IllegalArgumentException(
          "%d rows of data with areas and times of %d".formatted(data.size(), rows.size()));
    }
    Set<AreaTime> seen = new HashSet<>();
    for (AreaTime row : rows) {
      if (!seen.add(row)) {
        throw new IllegalArgumentException(
            "area %s is there twice at the time %d".formatted(row.area(), row.time()));
      }
    }
    List<String> sampled = new ArrayList<>();
    for (int i : data.sampled()) {
      sampled.add(rows.get(i).area());
    }
    if (new HashSet<>(sampled).size() == sampled.size()) {
      throw new IllegalArgumentException(
          "no area has direct estimates of two times; fit the spatial model without time");
    }
  }
}

package org.quipu.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.math.TestedEstimate;

/**
 * Estimates for several units at several times, with their sampling variances and covariates. Not
 * every unit needs every time.
 *
 * @param units the unit of each of the n rows
 * @param times the time of each row, such as a year
 * @param values the estimate of each row
 * @param variances the sampling variance of each estimate
 * @param terms names of the p covariates
 * @param covariates n × p, without columns for units or times; null where there are none
 */
public record Panel(
    List<String> units,
    List<Integer> times,
    RealVector values,
    RealVector variances,
    List<String> terms,
    RealMatrix covariates) {

  public Panel {
    int n = units.size();
    if (times.size() != n
        || values.getDimension() != n
        || variances.getDimension() != n
        || (covariates == null ? 0 : covariates.getColumnDimension()) != terms.size()
        || (covariates != null && covariates.getRowDimension() != n)) {
      throw new IllegalArgumentException("the columns of the panel differ in length");
    }
    units = List.copyOf(units);
    times = List.copyOf(times);
    terms = List.copyOf(terms);
  }

  /** The panel of the rows, by position, that the predicate accepts. */
  public Panel where(IntPredicate row) {
    int[] kept = IntStream.range(0, units.size()).filter(row).toArray();
    return new Panel(
        IntStream.of(kept).mapToObj(units::get).toList(),
        IntStream.of(kept).mapToObj(times::get).toList(),
        MatrixUtils.createRealVector(IntStream.of(kept).mapToDouble(values::getEntry).toArray()),
        MatrixUtils.createRealVector(IntStream.of(kept).mapToDouble(variances::getEntry).toArray()),
        terms,
        covariates == null
            ? null
            : covariates.getSubMatrix(kept, IntStream.range(0, terms.size()).toArray()));
  }

  /** The same with other covariates. */
  public Panel with(List<String> names, RealMatrix columns) {
    return new Panel(units, times, values, variances, names, columns);
  }

  /** The times, each once and in order. */
  List<Integer> distinctTimes() {
    return List.copyOf(new TreeSet<>(times));
  }

  /** The units, each once and in order. */
  List<String> distinctUnits() {
    return List.copyOf(new TreeSet<>(units));
  }

  /**
   * The two-way fixed effects regression on the covariates: an effect for each unit and each time,
   * weights inverse to the sampling variances, covariance robust by unit. With equal variances the
   * coefficients are those of R's {@code plm(effect = "twoways", model = "within")}.
   */
  public ClusterRobust twoWay() {
    RealMatrix effects = effects();
    int fixed = effects.getColumnDimension();
    RealMatrix design = MatrixUtils.createRealMatrix(units.size(), fixed + terms.size());
    design.setSubMatrix(effects.getData(), 0, 0);
    for (int j = 0; j < terms.size(); j++) {
      design.setColumn(fixed + j, covariates.getColumn(j));
    }

    List<String> names = effectNames();
    names.addAll(terms);
    return ClusterRobust.fit(values, design, names, weights(), clusters());
  }

  /** A column of 0 and 1 for each unit, and for each time but the first. */
  RealMatrix effects() {
    List<Integer> distinctTimes = distinctTimes();
    int[] clusters = clusters();
    int first = distinctUnits().size();
    RealMatrix effects =
        MatrixUtils.createRealMatrix(units.size(), first + distinctTimes.size() - 1);
    for (int i = 0; i < clusters.length; i++) {
      effects.setEntry(i, clusters[i], 1);
      int time = Collections.binarySearch(distinctTimes, times.get(i));
      if (time > 0) {
        effects.setEntry(i, first + time - 1, 1);
      }
    }

    return effects;
  }

  /** Names of those columns. */
  List<String> effectNames() {
    List<String> names = new ArrayList<>();
    distinctUnits().forEach(unit -> names.add("unit " + unit));
    distinctTimes().stream().skip(1).forEach(time -> names.add("time " + time));
    return names;
  }

  /** Inverse sampling variances. */
  double[] weights() {
    return Arrays.stream(variances.toArray()).map(variance -> 1 / variance).toArray();
  }

  /** The number of each row's unit, from 0. */
  int[] clusters() {
    List<String> distinct = distinctUnits();
    return units.stream().mapToInt(unit -> Collections.binarySearch(distinct, unit)).toArray();
  }

  /** The coefficient of one of the covariates in the two-way model. */
  public TestedEstimate coefficient(String term, double level) {
    return twoWay().coefficient(term, level);
  }
}

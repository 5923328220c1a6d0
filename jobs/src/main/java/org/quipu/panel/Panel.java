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
 * Estimates of several regions in several years, with what may explain them; not every region needs
 * every year.
 *
 * @param units regions, one a row
 * @param times years, one a row
 * @param values the estimates
 * @param variances their sampling variances
 * @param terms names of the columns of {@code covariates}
 * @param covariates one row an estimate; no column for regions or years. Null where there are none
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

  /** The rows that the test keeps. */
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

  /** The same with other columns to explain it. */
  public Panel with(List<String> names, RealMatrix columns) {
    return new Panel(units, times, values, variances, names, columns);
  }

  List<Integer> years() {
    return List.copyOf(new TreeSet<>(times));
  }

  List<String> regions() {
    return List.copyOf(new TreeSet<>(units));
  }

  /**
   * Two-way fixed effects: a level for each region and for each year, weighted by the known
   * variances, robust by region. With equal variances the coefficients are those of {@code
   * plm(effect = "twoways", model = "within")}.
   */
  public ClusterRobust twoWay() {
    RealMatrix levels = levels();
    int fixed = levels.getColumnDimension();
    RealMatrix design = MatrixUtils.createRealMatrix(units.size(), fixed + terms.size());
    design.setSubMatrix(levels.getData(), 0, 0);
    for (int j = 0; j < terms.size(); j++) {
      design.setColumn(fixed + j, covariates.getColumn(j));
    }

    List<String> names = levelNames();
    names.addAll(terms);
    return ClusterRobust.fit(values, design, names, weights(), clusters());
  }

  /** A column for the level of each region, and of each year but the first. */
  RealMatrix levels() {
    List<Integer> years = years();
    int[] clusters = clusters();
    int regions = regions().size();
    RealMatrix levels = MatrixUtils.createRealMatrix(units.size(), regions + years.size() - 1);
    for (int i = 0; i < clusters.length; i++) {
      levels.setEntry(i, clusters[i], 1);
      int year = Collections.binarySearch(years, times.get(i));
      if (year > 0) {
        levels.setEntry(i, regions + year - 1, 1);
      }
    }

    return levels;
  }

  List<String> levelNames() {
    List<String> names = new ArrayList<>();
    regions().forEach(region -> names.add("region " + region));
    years().stream().skip(1).forEach(year -> names.add("year " + year));
    return names;
  }

  double[] weights() {
    return Arrays.stream(variances.toArray()).map(variance -> 1 / variance).toArray();
  }

  /** The number of each row's region. */
  int[] clusters() {
    List<String> regions = regions();
    return units.stream().mapToInt(unit -> Collections.binarySearch(regions, unit)).toArray();
  }

  /** The coefficient of one of the terms in the two-way model. */
  public TestedEstimate coefficient(String term, double level) {
    return twoWay().coefficient(term, level);
  }
}

package org.quipu.association;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Estimates of several regions in several years, with what may explain them; not every region needs
 * every year.
 *
 * @param units regions, one a row
 * @param times years, one a row
 * @param values the estimates
 * @param variances their sampling variances
 * @param terms names of the columns of {@code covariates}
 * @param covariates one row an estimate; no column for regions or years
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
        || covariates.getRowDimension() != n
        || covariates.getColumnDimension() != terms.size()) {
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
        covariates.getSubMatrix(kept, IntStream.range(0, terms.size()).toArray()));
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
  ClusterRobust twoWay() {
    List<String> regions = regions();
    List<Integer> years = years();
    int fixed = regions.size() + years.size() - 1;
    RealMatrix design = MatrixUtils.createRealMatrix(units.size(), fixed + terms.size());
    List<String> names = new ArrayList<>();
    regions.forEach(region -> names.add("region " + region));
    years.stream().skip(1).forEach(year -> names.add("year " + year));
    names.addAll(terms);
    double[] weights = new double[units.size()];
    int[] clusters = new int[units.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / variances.getEntry(i);
      clusters[i] = Collections.binarySearch(regions, units.get(i));
      design.setEntry(i, clusters[i], 1);
      int year = Collections.binarySearch(years, times.get(i));
      if (year > 0) {
        design.setEntry(i, regions.size() + year - 1, 1);
      }
      for (int j = 0; j < terms.size(); j++) {
        design.setEntry(i, fixed + j, covariates.getEntry(i, j));
      }
    }

    return ClusterRobust.fit(values, design, names, weights, clusters);
  }

  /** The coefficient of one of the terms in the two-way model. */
  public Coefficient coefficient(String term, double level) {
    return twoWay().coefficient(term, level);
  }
}

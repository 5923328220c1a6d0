package org.quipu.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The effects of k units with their known sampling covariance and p moderators.
 *
 * @param keys names of the k units
 * @param values the k estimated effects
 * @param covariance of their sampling errors, k × k; diagonal where the samples are independent
 * @param terms names of the p columns of the design
 * @param design k × p; as a rule the first column is the intercept, of ones
 */
public record Effects(
    List<String> keys,
    RealVector values,
    RealMatrix covariance,
    List<String> terms,
    RealMatrix design) {

  /** The name of the column of ones. */
  public static final String INTERCEPT = "intercept";

  public Effects {
    int k = values.getDimension();
    if (keys.size() != k
        || covariance.getRowDimension() != k
        || covariance.getColumnDimension() != k
        || design.getRowDimension() != k
        || design.getColumnDimension() != terms.size()) {
      throw new IllegalArgumentException(
          "sizes differ: keys %d, values %d, covariance %dx%d, design %dx%d, terms %d"
              .formatted(
                  keys.size(),
                  k,
                  covariance.getRowDimension(),
                  covariance.getColumnDimension(),
                  design.getRowDimension(),
                  design.getColumnDimension(),
                  terms.size()));
    }
    for (int i = 0; i < k; i++) {
      if (!Double.isFinite(values.getEntry(i))
          || !(covariance.getEntry(i, i) > 0)
          || Double.isInfinite(covariance.getEntry(i, i))) {
        throw new IllegalArgumentException(
            "effect %s: value %s, variance %s; both must be finite, the variance positive"
                .formatted(keys.get(i), values.getEntry(i), covariance.getEntry(i, i)));
      }
      for (double x : design.getRow(i)) {
        if (!Double.isFinite(x)) {
          throw new IllegalArgumentException("effect " + keys.get(i) + ": a moderator is " + x);
        }
      }
    }
    keys = List.copyOf(keys);
    terms = List.copyOf(terms);
  }

  /** Independent effects with an intercept alone; their keys are 1 to k. */
  public static Effects of(double[] values, double[] variances) {
    int k = values.length;
    return new Effects(
        IntStream.rangeClosed(1, k).mapToObj(Integer::toString).toList(),
        new ArrayRealVector(values),
        MatrixUtils.createRealDiagonalMatrix(variances),
        List.of(INTERCEPT),
        MatrixUtils.createColumnRealMatrix(new ArrayRealVector(k, 1.0).toArray()));
  }

  /** The same with one more moderator. */
  public Effects with(String term, double[] moderator) {
    int p = terms.size();
    RealMatrix wider = MatrixUtils.createRealMatrix(size(), p + 1);
    wider.setSubMatrix(design.getData(), 0, 0);
    wider.setColumn(p, moderator);
    List<String> names = new ArrayList<>(terms);
    names.add(term);
    return new Effects(keys, values, covariance, names, wider);
  }

  /** The same with other keys. */
  public Effects withKeys(List<String> names) {
    return new Effects(names, values, covariance, terms, design);
  }

  /** The same with this sampling covariance, which need not be diagonal. */
  Effects withCovariance(RealMatrix known) {
    return new Effects(keys, values, known, terms, design);
  }

  /** The same with an intercept alone. */
  public Effects withoutModerators() {
    return new Effects(
        keys, values, covariance, List.of(INTERCEPT), design.getSubMatrix(0, size() - 1, 0, 0));
  }

  /** The same without one row. */
  public Effects without(int row) {
    int[] kept = IntStream.range(0, size()).filter(i -> i != row).toArray();
    int[] columns = IntStream.range(0, terms.size()).toArray();
    double[] values = IntStream.of(kept).mapToDouble(this.values::getEntry).toArray();
    return new Effects(
        IntStream.of(kept).mapToObj(keys::get).toList(),
        new ArrayRealVector(values),
        covariance.getSubMatrix(kept, kept),
        terms,
        design.getSubMatrix(kept, columns));
  }

  /** The number of units, k. */
  public int size() {
    return values.getDimension();
  }

  /** The sampling variance of one effect. */
  public double variance(int row) {
    return covariance.getEntry(row, row);
  }

  /** Whether the sampling covariance is diagonal. */
  public boolean independent() {
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        if (i != j && covariance.getEntry(i, j) != 0) {
          return false;
        }
      }
    }

    return true;
  }
}

package org.quipu.survey.contrast;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.UserException;

/** Estimates by name, with their degrees of freedom and covariance matrix. */
public final class NamedEstimates {
  private static final int MOST_NAMES = 20;

  /** The share of the terms of a variance that may be left of them by rounding alone. */
  private static final double ROUNDING = 1e-14;

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();
  private final double[] estimates;
  private final double[][] covariance;
  private final double[] df;

  /**
   * Gathers estimates.
   *
   * @param names of k estimates, each another
   * @param estimates k
   * @param covariance k x k; NaN where it is not known
   * @param df degrees of freedom of each; infinite for the normal distribution
   */
  public NamedEstimates(
      List<String> names, double[] estimates, double[][] covariance, double[] df) {
    this.names = List.copyOf(names);
    this.estimates = estimates.clone();
    this.covariance = covariance.clone();
    this.df = df.clone();
    for (int i = 0; i < names.size(); i++) {
      if (places.put(names.get(i), i) != null) {
        throw new IllegalArgumentException("two estimates have the name " + names.get(i));
      }
    }
  }

  /** The fewest degrees of freedom of some estimates; infinite of none. */
  double df(Collection<String> some) {
    return some.stream()
        .mapToDouble(name -> df[place(name)])
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * Those of some estimates of which the sample does not tell the precision: without a number,
   * degrees of freedom, or the covariance with another of them.
   */
  List<String> unknown(Collection<String> some) {
    return some.stream()
        .filter(
            name ->
                Double.isNaN(estimates[place(name)])
                    || !(df[place(name)] > 0)
                    || some.stream()
                        .anyMatch(other -> Double.isNaN(covariance[place(name)][place(other)])))
        .toList();
  }

  Dual constant(double value) {
    return Dual.constant(value, estimates.length);
  }

  Dual named(String name) {
    int place = place(name);
    return Dual.variable(estimates[place], place, estimates.length);
  }

  private int place(String name) {
    Integer place = places.get(name);
    if (place == null) {
      String more =
          names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
      throw new UserException(
          "no estimate is called '"
              + name
              + "'; there are: "
              + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
              + more);
    }

    return place;
  }

  /** The variance of a function with this gradient; 0 where only rounding is left of it. */
  double variance(double[] gradient) {
    double sum = 0;
    double size = 0;
    for (int i = 0; i < gradient.length; i++) {
      for (int j = 0; j < gradient.length; j++) {
        if (gradient[i] != 0 && gradient[j] != 0) {
          double term = gradient[i] * covariance[i][j] * gradient[j];
          sum += term;
          size += Math.abs(term);
        }
      }
    }

    return sum > ROUNDING * size ? sum : 0;
  }

  /** The covariance of two functions with these gradients. */
  double covariance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        if (a[i] != 0 && b[j] != 0) {
          sum += a[i] * covariance[i][j] * b[j];
        }
      }
    }

    return sum;
  }
}

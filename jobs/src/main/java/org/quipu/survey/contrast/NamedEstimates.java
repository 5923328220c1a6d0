package org.quipu.survey.contrast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.UserException;

/** Estimates by name, with their covariance matrix and degrees of freedom. */
public final class NamedEstimates {
  private static final int MOST_NAMES = 20;

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();
  private final double[] estimates;
  private final double[][] covariance;
  private final double df;

  /**
   * Gathers estimates.
   *
   * @param names of k estimates, each another
   * @param estimates k
   * @param covariance k x k
   * @param df of the design; infinite for the normal distribution
   */
  public NamedEstimates(List<String> names, double[] estimates, double[][] covariance, double df) {
    this.names = List.copyOf(names);
    this.estimates = estimates.clone();
    this.covariance = covariance.clone();
    this.df = df;
    for (int i = 0; i < names.size(); i++) {
      if (places.put(names.get(i), i) != null) {
        throw new IllegalArgumentException("two estimates have the name " + names.get(i));
      }
    }
  }

  double df() {
    return df;
  }

  Dual constant(double value) {
    return Dual.constant(value, estimates.length);
  }

  Dual named(String name) {
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

    return Dual.variable(estimates[place], place, estimates.length);
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

package org.quipu.survey;

/**
 * Measures of inequality and poverty of a distribution, and what each row adds to them: their
 * linearized variables (Deville 1999, Survey Methodology 25).
 */
final class WelfareFormulas {
  private WelfareFormulas() {}

  /**
   * Gini's coefficient (its variable: Langel and Tillé 2013, Journal of the Royal Statistical
   * Society A 176, equation 19).
   *
   * @param linearized filled in, by row of the data
   * @return NaN where the amounts do not add up to more than 0
   */
  static double gini(Distribution amounts, double[] linearized) {
    double population = amounts.population();
    double sum = 0;
    double ordered = 0;
    for (int i = 0; i < amounts.size(); i++) {
      double weighted = amounts.weight(i) * amounts.value(i);
      sum += weighted;
      ordered += weighted * (2 * amounts.cumulated(i) - amounts.weight(i));
    }

    if (!(sum > 0)) {
      for (int i = 0; i < amounts.size(); i++) {
        linearized[amounts.row(i)] = 0; // counted, though nothing can be said
      }

      return Double.NaN;
    }

    double gini = ordered / (population * sum) - 1;
    double below = 0;
    for (int i = 0; i < amounts.size(); i++) {
      double value = amounts.value(i);
      below += amounts.weight(i) * value;
      linearized[amounts.row(i)] =
          (2 * (amounts.cumulated(i) * value - below)
                  + sum
                  - population * value
                  - gini * (sum + value * population))
              / (population * sum);
    }

    return gini;
  }

  /**
   * A share of the median; its variable has the density of the amounts there.
   *
   * @param linearized filled in, by row of the data
   */
  static double shareOfMedian(Distribution all, double share, double[] linearized) {
    double median = all.quantile(0.5);
    double scale = share / (density(all, median, bandwidth(all)) * all.population());
    for (int i = 0; i < all.size(); i++) {
      linearized[all.row(i)] = -scale * ((all.value(i) <= median ? 1 : 0) - 0.5);
    }

    return share * median;
  }

  /**
   * The measure of Foster, Greer and Thorbecke (1984, Econometrica 52) of a power, 0 to 2.
   *
   * @param linearized filled in for a line without error, by row of the data
   */
  static double poverty(Distribution amounts, double line, int power, double[] linearized) {
    double poverty = poverty(amounts, line, power);
    for (int i = 0; i < amounts.size(); i++) {
      linearized[amounts.row(i)] =
          (shortfall(amounts.value(i), line, power) - poverty) / amounts.population();
    }

    return poverty;
  }

  /** How the measure of a power goes with the line: by the density there where the power is 0. */
  static double slope(Distribution amounts, double line, int power, double bandwidth) {
    return power == 0
        ? density(amounts, line, bandwidth)
        : power / line * (poverty(amounts, line, power - 1) - poverty(amounts, line, power));
  }

  private static double poverty(Distribution amounts, double line, int power) {
    double sum = 0;
    for (int i = 0; i < amounts.size(); i++) {
      sum += amounts.weight(i) * shortfall(amounts.value(i), line, power);
    }

    return sum / amounts.population();
  }

  private static double shortfall(double value, double line, int power) {
    return value < line ? Math.pow((line - value) / line, power) : 0;
  }

  /** That of the density by a normal kernel: σ N^(-1/5). */
  static double bandwidth(Distribution amounts) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < amounts.size(); i++) {
      sum += amounts.weight(i) * amounts.value(i);
    }

    double mean = sum / amounts.population();
    for (int i = 0; i < amounts.size(); i++) {
      double distance = amounts.value(i) - mean;
      squares += amounts.weight(i) * distance * distance;
    }

    return Math.sqrt(squares / amounts.population()) * Math.pow(amounts.population(), -0.2);
  }

  private static double density(Distribution amounts, double at, double bandwidth) {
    double sum = 0;
    for (int i = 0; i < amounts.size(); i++) {
      double distance = (at - amounts.value(i)) / bandwidth;
      sum += amounts.weight(i) * Math.exp(-distance * distance / 2);
    }

    return sum / (Math.sqrt(2 * Math.PI) * amounts.population() * bandwidth);
  }
}

package org.quipu.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.UserException;

/**
 * A measure of inequality or poverty in a domain, with the standard error of its linearization
 * (Deville 1999, Survey Methodology 25): that of the total of a variable which says what each row
 * adds to the measure. A poverty line that is a share of the median brings the error of the median,
 * through the density of the amounts, by a normal kernel of the bandwidth σ N^(-1/5) (Osier 2009,
 * Survey Research Methods 3).
 *
 * @param value a share from 0 to 1; of a poverty line in the units of the column
 * @param standardError in the same units
 * @param domain the total of the linearized variable, with its domain and counts
 */
public record Welfare(WelfareMeasure measure, double value, double standardError, Estimate domain) {
  private static final String LINEARIZED = "linearized variable of the measure";
  private static final String LINE = "linearized variable of the line";

  /** By their power, α. */
  private static final List<WelfareMeasure> FGT =
      List.of(
          WelfareMeasure.POVERTY_HEADCOUNT,
          WelfareMeasure.POVERTY_GAP,
          WelfareMeasure.POVERTY_SEVERITY);

  /** What a measure is in a domain, and how it goes with the line. */
  private record Part(double value, double slope) {}

  /**
   * Gini's coefficient in each domain of a table (the variable: Langel and Tillé 2013, Journal of
   * the Royal Statistical Society A 176, equation 19).
   *
   * @return NaN where the amounts of a domain do not add up to more than 0
   */
  public static List<Welfare> gini(
      SurveyTable data, Design design, String column, DomainTable table) {
    double[] linearized = missing(data);
    Map<String, Part> parts = new HashMap<>();
    distributions(data, design, column, table)
        .forEach((domain, amounts) -> parts.put(domain, new Part(gini(amounts, linearized), 0)));
    return of(WelfareMeasure.GINI, data.copy().with(LINEARIZED, linearized), design, table, parts);
  }

  private static double[] missing(SurveyTable data) {
    double[] values = new double[data.rows()];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private static Map<String, Distribution> distributions(
      SurveyTable data, Design design, String column, DomainTable table) {
    return Distribution.of(
        Distribution.domains(data, table),
        data.numbers(column),
        AuxiliaryColumns.weights(data, design));
  }

  private static double gini(Distribution amounts, double[] linearized) {
    double population = amounts.population();
    double sum = 0;
    double ordered = 0;
    for (int i = 0; i < amounts.size(); i++) {
      double weighted = amounts.weight(i) * amounts.value(i);
      sum += weighted;
      ordered += weighted * (2 * amounts.cumulated(i) - amounts.weight(i));
    }

    if (!(sum > 0)) {
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
   * The measures of Foster, Greer and Thorbecke (1984, Econometrica 52) in each domain of a table,
   * and the line of the whole population where it is a share of the median.
   */
  public static List<Welfare> poverty(
      SurveyTable data, Design design, String column, PovertyLine line, DomainTable table) {
    Distribution all =
        distributions(data, design, column, DomainTable.NATIONAL).get(DomainTable.WHOLE);
    if (all == null) {
      throw UserException.input(
          "column " + column,
          "no row with a value and a weight above 0",
          "amounts",
          "Check the column and the weights");
    }

    double median = line.isEstimated() ? all.quantile(0.5) : Double.NaN;
    double limit = line.isEstimated() ? line.medianShare() * median : line.amount();
    if (!(limit > 0)) {
      throw UserException.input(
          "column " + column,
          "a median of 0 or less",
          "a poverty line above 0",
          "Give the line as an amount");
    }

    double bandwidth = bandwidth(all);
    double[] ofLine =
        line.isEstimated()
            ? ofMedian(all, median, bandwidth, line.medianShare(), missing(data))
            : missing(data);
    SurveyTable extended = data.copy().with(LINE, ofLine);
    List<Welfare> measures = new ArrayList<>();
    if (line.isEstimated() && table.equals(DomainTable.NATIONAL)) {
      measures.addAll(
          of(
              WelfareMeasure.POVERTY_LINE,
              extended.copy().with(LINEARIZED, ofLine),
              design,
              table,
              Map.of(DomainTable.WHOLE, new Part(limit, 0))));
    }

    Map<String, Distribution> domains = distributions(data, design, column, table);
    for (int power = 0; power < FGT.size(); power++) {
      int alpha = power;
      double[] linearized = missing(data);
      Map<String, Part> parts = new HashMap<>();
      domains.forEach(
          (domain, amounts) -> {
            double poverty = poverty(amounts, limit, alpha);
            for (int i = 0; i < amounts.size(); i++) {
              linearized[amounts.row(i)] =
                  (shortfall(amounts.value(i), limit, alpha) - poverty) / amounts.population();
            }

            double slope =
                alpha == 0
                    ? density(amounts, limit, bandwidth)
                    : alpha / limit * (poverty(amounts, limit, alpha - 1) - poverty);
            parts.put(domain, new Part(poverty, line.isEstimated() ? slope : 0));
          });
      measures.addAll(
          of(FGT.get(power), extended.copy().with(LINEARIZED, linearized), design, table, parts));
    }

    return measures;
  }

  /** The linearized variable of a share of the median. */
  private static double[] ofMedian(
      Distribution all, double median, double bandwidth, double share, double[] linearized) {
    double scale = share / (density(all, median, bandwidth) * all.population());
    for (int i = 0; i < all.size(); i++) {
      linearized[all.row(i)] = -scale * ((all.value(i) <= median ? 1 : 0) - 0.5);
    }

    return linearized;
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

  private static double bandwidth(Distribution amounts) {
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

  /** The measure in each domain, whose variable and the line's have been added to the table. */
  private static List<Welfare> of(
      WelfareMeasure measure,
      SurveyTable extended,
      Design design,
      DomainTable table,
      Map<String, Part> parts) {
    boolean moves = parts.values().stream().anyMatch(part -> part.slope != 0);
    Outcome own = Outcome.total(LINEARIZED);
    Outcome ofLine = Outcome.total(LINE);
    Estimates estimates =
        InMemoryEstimator.estimate(
            extended,
            null,
            design,
            moves ? List.of(own, ofLine) : List.of(own),
            moves && !table.equals(DomainTable.NATIONAL)
                ? List.of(table, DomainTable.NATIONAL)
                : List.of(table));
    List<Welfare> measures = new ArrayList<>();
    for (Estimate estimate : estimates.all()) {
      Part part = parts.get(estimate.domain());
      if (estimate.outcome().equals(own) && estimate.table().equals(table) && part != null) {
        double variance = estimate.variance();
        if (part.slope != 0) {
          Estimate line =
              estimates
                  .find(null, ofLine.name(), DomainTable.NATIONAL.name(), DomainTable.WHOLE)
                  .orElseThrow();
          variance +=
              part.slope
                  * (2 * estimates.covariance(estimate, line) + part.slope * line.variance());
        }

        double standardError =
            Double.isNaN(part.value) ? Double.NaN : Math.sqrt(Math.max(0, variance));
        measures.add(new Welfare(measure, part.value, standardError, estimate));
      }
    }

    return measures;
  }
}

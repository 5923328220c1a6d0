package org.quipu.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.UserException;

/**
 * Measures of inequality and poverty of columns in domains, with their covariances. The standard
 * error of a measure is that of the total of its linearized variable, which says what each row adds
 * to it (Deville 1999, Survey Methodology 25). A poverty line that is a share of the median brings
 * the error of the median, through the density of the amounts, by a normal kernel of the bandwidth
 * σ N^(-1/5) (Osier 2009, Survey Research Methods 3).
 */
public final class WelfareEstimates {
  /** By their power, α. */
  private static final List<WelfareMeasure> FGT =
      List.of(
          WelfareMeasure.POVERTY_HEADCOUNT,
          WelfareMeasure.POVERTY_GAP,
          WelfareMeasure.POVERTY_SEVERITY);

  private final SurveyTable data;
  private final Design design;
  private final Set<Outcome> variables = new LinkedHashSet<>();
  private final Set<DomainTable> tables = new LinkedHashSet<>();
  private final List<Measured> measured = new ArrayList<>();

  /** What a measure is in a domain, and how it goes with the line. */
  private record Part(double value, double slope) {}

  /**
   * A measure in the domains of a table: the total of its own variable there and, times a slope,
   * that of the line's in the whole population.
   *
   * @param line null of a line without error
   */
  private record Measured(
      String column,
      WelfareMeasure measure,
      DomainTable table,
      Outcome own,
      Outcome line,
      Map<String, Part> parts) {}

  /** The totals that a measure in a domain has the error of. */
  private record Score(Measured of, Part part, Estimate own, Estimate line) {
    double variance(Estimates estimates) {
      return line == null
          ? own.variance()
          : own.variance()
              + part.slope * (2 * estimates.covariance(own, line) + part.slope * line.variance());
    }

    Welfare welfare(Estimates estimates) {
      double standardError =
          Double.isNaN(part.value) ? Double.NaN : Math.sqrt(Math.max(0, variance(estimates)));
      return new Welfare(of.column, of.measure, part.value, standardError, own);
    }

    /** The totals. */
    List<Estimate> totals() {
      return line == null ? List.of(own) : List.of(own, line);
    }

    /** What each total counts; NaN of a measure that is not there. */
    double[] weights() {
      double one = Double.isNaN(part.value) ? Double.NaN : 1;
      return line == null ? new double[] {one} : new double[] {one, part.slope};
    }
  }

  /** Everything that was asked for, in the order in which it was. */
  public static final class Result {
    private final Estimates estimates;
    private final List<Score> scores;

    private Result(Estimates estimates, List<Score> scores) {
      this.estimates = estimates;
      this.scores = scores;
    }

    /** The measures in their domains. */
    public List<Welfare> all() {
      return scores.stream().map(score -> score.welfare(estimates)).toList();
    }

    /** The covariances of all of them; NaN of those that are NaN. */
    public double[][] covariances() {
      List<Estimate> totals =
          scores.stream().flatMap(score -> score.totals().stream()).distinct().toList();
      Map<Estimate, Integer> places = new HashMap<>();
      totals.forEach(total -> places.put(total, places.size()));
      double[][] known = estimates.covariances(totals);
      double[][] covariances = new double[scores.size()][scores.size()];
      for (int i = 0; i < covariances.length; i++) {
        for (int j = 0; j < covariances.length; j++) {
          covariances[i][j] = covariance(scores.get(i), scores.get(j), known, places);
        }
      }

      return covariances;
    }

    private static double covariance(
        Score one, Score other, double[][] known, Map<Estimate, Integer> places) {
      double sum = 0;
      for (int i = 0; i < one.totals().size(); i++) {
        for (int j = 0; j < other.totals().size(); j++) {
          int row = places.get(one.totals().get(i));
          int column = places.get(other.totals().get(j));
          sum += one.weights()[i] * known[row][column] * other.weights()[j];
        }
      }

      return sum;
    }
  }

  /**
   * Of a survey in memory.
   *
   * @param data with the columns of the design, of tables of domains, and the amounts
   */
  public WelfareEstimates(SurveyTable data, Design design) {
    this.data = data.copy();
    this.design = design;
  }

  /** Asks for Gini's coefficient; NaN in domains whose amounts do not add up to more than 0. */
  public void addGini(String column, DomainTable table) {
    double[] linearized = missing();
    Map<String, Part> parts = new HashMap<>();
    distributions(column, table)
        .forEach(
            (domain, amounts) ->
                parts.put(domain, new Part(WelfareFormulas.gini(amounts, linearized), 0)));
    add(column, WelfareMeasure.GINI, table, variable(linearized), null, parts);
  }

  /**
   * Asks for the measures of Foster, Greer and Thorbecke (1984, Econometrica 52), and for the line
   * of the whole population where it is a share of the median.
   *
   * @throws UserException if there are no amounts, or the line is not above 0
   */
  public void addPoverty(String column, PovertyLine line, DomainTable table) {
    Distribution all = distributions(column, DomainTable.NATIONAL).get(DomainTable.WHOLE);
    if (all == null) {
      throw UserException.input(
          "column " + column,
          "no row with a value and a weight above 0",
          "amounts",
          "Check the column and the weights");
    }

    double[] ofLine = missing();
    double limit =
        line.isEstimated()
            ? WelfareFormulas.shareOfMedian(all, line.medianShare(), ofLine)
            : line.amount();
    if (!(limit > 0)) {
      throw UserException.input(
          "column " + column,
          "a median of 0 or less",
          "a poverty line above 0",
          "Give the line as an amount");
    }

    Outcome moving = line.isEstimated() ? variable(ofLine) : null;
    if (moving != null && table.equals(DomainTable.NATIONAL)) {
      Map<String, Part> whole = Map.of(DomainTable.WHOLE, new Part(limit, 0));
      add(column, WelfareMeasure.POVERTY_LINE, table, moving, null, whole);
    }

    double bandwidth = WelfareFormulas.bandwidth(all);
    Map<String, Distribution> domains = distributions(column, table);
    for (int power = 0; power < FGT.size(); power++) {
      int alpha = power;
      double[] linearized = missing();
      Map<String, Part> parts = new HashMap<>();
      domains.forEach(
          (domain, amounts) -> {
            double value = WelfareFormulas.poverty(amounts, limit, alpha, linearized);
            double slope =
                moving == null ? 0 : WelfareFormulas.slope(amounts, limit, alpha, bandwidth);
            parts.put(domain, new Part(value, slope));
          });
      add(column, FGT.get(power), table, variable(linearized), moving, parts);
    }
  }

  private double[] missing() {
    double[] values = new double[data.rows()];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private Map<String, Distribution> distributions(String column, DomainTable table) {
    return Distribution.of(
        Distribution.domains(data, table),
        data.numbers(column),
        AuxiliaryColumns.weights(data, design));
  }

  /** The total of a linearized variable, which becomes a column of the data. */
  private Outcome variable(double[] linearized) {
    Outcome variable = Outcome.total("linearized variable " + (variables.size() + 1));
    data.with(variable.numerator(), linearized);
    variables.add(variable);
    return variable;
  }

  private void add(
      String column,
      WelfareMeasure measure,
      DomainTable table,
      Outcome own,
      Outcome line,
      Map<String, Part> parts) {
    tables.add(table);
    if (line != null) {
      tables.add(DomainTable.NATIONAL);
    }

    measured.add(new Measured(column, measure, table, own, line, parts));
  }

  /** Estimates what was asked for, in one pass over the data. */
  public Result estimate() {
    Estimates estimates =
        InMemoryEstimator.estimate(data, null, design, List.copyOf(variables), List.copyOf(tables));
    List<Score> scores = new ArrayList<>();
    for (Measured each : measured) {
      Estimate line =
          each.line == null
              ? null
              : estimates
                  .find(null, each.line.name(), DomainTable.NATIONAL.name(), DomainTable.WHOLE)
                  .orElseThrow();
      for (Estimate own : estimates.all()) {
        Part part = each.parts.get(own.domain());
        if (own.outcome().equals(each.own) && own.table().equals(each.table) && part != null) {
          scores.add(new Score(each, part, own, line));
        }
      }
    }

    return new Result(estimates, scores);
  }
}

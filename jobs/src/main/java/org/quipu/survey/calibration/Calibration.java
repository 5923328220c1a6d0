package org.quipu.survey.calibration;

import java.io.Serializable;
import java.util.List;
import org.quipu.UserException;
import org.quipu.survey.calibration.PopulationTotals.Margin;

/**
 * What the weights of a sample are to be calibrated to, and how. Weights are on the scale of the
 * design's.
 *
 * @param lower bound of the factors on the weights; minus infinity for none
 * @param upper bound; infinity for none
 * @param start the weights that the factors multiply
 */
public record Calibration(
    PopulationTotals totals,
    CalibrationMethod method,
    double lower,
    double upper,
    Trim trim,
    StartingWeights start)
    implements Serializable {
  /**
   * Checks that the parts go together.
   *
   * @throws UserException if they do not
   */
  public Calibration {
    List<Margin> factors = totals.factors();
    boolean numbers = !totals.numbers().isEmpty();
    if (method == CalibrationMethod.POSTSTRATIFY && (factors.size() != 1 || numbers)) {
      throw UserException.input(
          totals.source(),
          factors.size() + " variables of levels" + (numbers ? " and numbers" : ""),
          "the cells of one variable, or of one crossing such as age_group:residence",
          "Cross the variables, or choose rake or linear");
    }

    if (method == CalibrationMethod.RAKE && (factors.isEmpty() || numbers)) {
      throw UserException.input(
          totals.source(),
          "a variable of numbers",
          "margins with levels, for raking",
          "Leave it out, or choose linear or logit");
    }

    boolean bounded = lower > Double.NEGATIVE_INFINITY || upper < Double.POSITIVE_INFINITY;
    if (bounded && !method.takesBounds()) {
      throw new UserException("bounds of calibration go with linear and logit alone");
    }

    boolean finite = Double.isFinite(lower) && Double.isFinite(upper);
    if (!(lower < 1 && upper > 1) || (method == CalibrationMethod.LOGIT && !finite)) {
      throw new UserException(
          "calibration needs a lower bound under 1 and an upper one above 1, for logit both: they"
              + " bound what weights are multiplied by");
    }

    if (start == StartingWeights.POPULATION_SIZE && Double.isNaN(totals.size())) {
      throw UserException.input(
          totals.source(),
          "sums of numbers alone",
          "the size of the population too: a row population, or a variable with levels",
          "Add it");
    }
  }

  /** Without bounds; weights are not trimmed. */
  public static Calibration of(PopulationTotals totals, CalibrationMethod method) {
    return new Calibration(
        totals,
        method,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Trim.NONE,
        StartingWeights.AS_GIVEN);
  }

  /** With bounds of the factors. */
  public Calibration bounds(double low, double high) {
    return new Calibration(totals, method, low, high, trim, start);
  }

  /** With bounds of the weights. */
  public Calibration trim(Trim bounds) {
    return new Calibration(totals, method, lower, upper, bounds, start);
  }

  /** Of weights that are right to each other alone, such as those with a mean of 1. */
  public Calibration ofRelativeWeights() {
    return new Calibration(totals, method, lower, upper, trim, StartingWeights.POPULATION_SIZE);
  }

  /** How weights are calibrated, but for the totals: {@code logit 0.5,2 trim 20,500}. */
  public String text() {
    String bounds = method.takesBounds() ? " " + lower + "," + upper : "";
    String trimmed = trim.isNone() ? "" : " trim " + trim.low() + "," + trim.high();
    return method.code() + bounds + trimmed + (trim.strict() ? " strict" : "");
  }

  /** How many variables have levels. */
  public int factors() {
    return totals.factors().size();
  }

  /** The columns that are read as texts, those of variables with levels. */
  public List<String> texts() {
    return totals.factors().stream()
        .flatMap(margin -> margin.columns().stream())
        .distinct()
        .toList();
  }

  /** The columns that are read as numbers. */
  public List<String> numbers() {
    return totals.numbers().stream().map(Margin::variable).toList();
  }
}

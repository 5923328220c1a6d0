package org.quipu.survey.regression;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quipu.UserException;
import org.quipu.survey.calibration.CalibratedWeights;

/**
 * The columns that the rows of a regression are encoded from, once it is known which hold texts.
 *
 * @param factors columns that are factors
 * @param numbers columns that are numbers
 * @param calibration the calibrated weights; null for weights as they are
 */
public record ModelInput(
    RegressionSpec spec, List<String> factors, List<String> numbers, CalibratedWeights calibration)
    implements Serializable {
  /**
   * The input of a regression.
   *
   * @param texts those of {@link RegressionSpec#asStored} that hold texts
   */
  public static ModelInput of(RegressionSpec spec, Set<String> texts) {
    List<String> factors = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (Variable variable : spec.formula().variables()) {
      String column = variable.column();
      List<String> list = isFactor(variable, texts) ? factors : numbers;
      if (list == numbers && texts.contains(column)) {
        throw UserException.input(
            "column " + column, "texts", "numbers in " + variable.label(), "Recode it");
      }

      if (!list.contains(column)) {
        list.add(column);
      }
    }

    return new ModelInput(spec, List.copyOf(factors), List.copyOf(numbers), null);
  }

  /**
   * The same with calibrated weights.
   *
   * @throws UserException if one of them is negative
   */
  public ModelInput calibrated(CalibratedWeights weights) {
    if (weights.report().negative() > 0) {
      throw UserException.input(
          spec.design().calibration().source(),
          weights.report().negative() + " calibrated weights below 0",
          "weights of 0 or more, for a regression",
          "Choose rake or logit, or bounds from 0 on");
    }

    weights
        .negativeReplicate()
        .ifPresent(
            replicate -> {
              throw UserException.input(
                  spec.design().calibration().source() + ", " + replicate,
                  "calibrated weights below 0",
                  "weights of 0 or more, for a regression",
                  "Choose rake or logit, or bounds from 0 on");
            });
    return new ModelInput(spec, factors, numbers, weights);
  }

  private static boolean isFactor(Variable variable, Set<String> texts) {
    return variable.shape() == Variable.Shape.FACTOR
        || (variable.shape() == Variable.Shape.AS_STORED
            && !variable.needsNumbers()
            && texts.contains(variable.column()));
  }

  /** The place of a variable's column among the factors; -1 if it is a number. */
  int factor(Variable variable) {
    return variable.needsNumbers() ? -1 : factors.indexOf(variable.column());
  }
}

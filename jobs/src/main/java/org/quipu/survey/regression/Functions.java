package org.quipu.survey.regression;

import java.util.List;
import java.util.stream.IntStream;
import org.quipu.UserException;

/** The functions that a formula takes of the numbers of a row, and whether they are defined. */
final class Functions {
  private final Quantity outcome;
  private final List<Quantity> offsets;
  private final Quantity[] explaining;

  /** For each of {@code explaining} the place of its column among the numbers. */
  private final int[] places;

  Functions(ModelInput input) {
    Formula formula = input.spec().formula();
    this.outcome = formula.response();
    this.offsets = formula.offsets();
    this.explaining =
        formula.variables().stream()
            .map(Variable::of)
            .filter(quantity -> !quantity.isPlain())
            .distinct()
            .toArray(Quantity[]::new);
    this.places =
        IntStream.range(0, explaining.length)
            .map(i -> input.numbers().indexOf(explaining[i].column()))
            .toArray();
  }

  boolean hasOffset() {
    return !offsets.isEmpty();
  }

  /**
   * The outcome, of its column's number.
   *
   * @throws UserException where the function is not defined
   */
  double outcome(double number) {
    return outcome.isPlain() ? number : value(outcome, number);
  }

  /**
   * The sum of the offsets, of their columns' numbers.
   *
   * @throws UserException where one is not defined
   */
  double offset(double[] numbers) {
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum += value(offsets.get(i), numbers[i]);
    }

    return sum;
  }

  /**
   * Refuses numbers for which a variable is not defined.
   *
   * @throws UserException if one is not
   */
  void check(double[] numbers) {
    for (int i = 0; i < explaining.length; i++) {
      value(explaining[i], numbers[places[i]]);
    }
  }

  private static double value(Quantity quantity, double number) {
    double value = quantity.value(number);
    if (!Double.isFinite(value)) {
      throw UserException.input(
          "column " + quantity.column(),
          "a number for which " + quantity.label() + " is not defined",
          "numbers for which it is, such as those above 0 for a logarithm",
          "Leave the others empty, or choose another function");
    }

    return value;
  }
}

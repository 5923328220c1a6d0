package org.quipu.survey.contrast;

import java.util.function.DoubleBinaryOperator;

/** A number with its derivatives by each estimate: forward-mode automatic differentiation. */
final class Dual {
  private final double value;
  private final double[] gradient;

  private Dual(double value, double[] gradient) {
    this.value = value;
    this.gradient = gradient;
  }

  /** A number that depends on no estimate, of so many. */
  static Dual constant(double value, int estimates) {
    return new Dual(value, new double[estimates]);
  }

  /** The estimate at an index, of so many. */
  static Dual variable(double value, int index, int estimates) {
    Dual variable = constant(value, estimates);
    variable.gradient[index] = 1;
    return variable;
  }

  double value() {
    return value;
  }

  double[] gradient() {
    return gradient.clone();
  }

  Dual plus(Dual other) {
    return with(other, value + other.value, (a, b) -> a + b);
  }

  Dual minus(Dual other) {
    return with(other, value - other.value, (a, b) -> a - b);
  }

  Dual times(Dual other) {
    return with(other, value * other.value, (a, b) -> a * other.value + b * value);
  }

  Dual over(Dual other) {
    double quotient = value / other.value;
    return with(other, quotient, (a, b) -> (a - quotient * b) / other.value);
  }

  /** A power; of an exponent that depends on no estimate, of any base. */
  Dual power(Dual exponent) {
    double power = Math.pow(value, exponent.value);
    double byBase = exponent.value == 0 ? 0 : exponent.value * Math.pow(value, exponent.value - 1);
    double log = Math.log(value);
    return with(exponent, power, (a, b) -> byBase * a + (b == 0 ? 0 : power * log * b));
  }

  Dual negative() {
    return chain(-value, -1);
  }

  Dual log() {
    return chain(Math.log(value), 1 / value);
  }

  Dual exp() {
    return chain(Math.exp(value), Math.exp(value));
  }

  Dual sqrt() {
    return chain(Math.sqrt(value), 0.5 / Math.sqrt(value));
  }

  private Dual chain(double result, double slope) {
    double[] slopes = new double[gradient.length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = slope * gradient[i];
    }

    return new Dual(result, slopes);
  }

  private Dual with(Dual other, double result, DoubleBinaryOperator slope) {
    double[] slopes = new double[gradient.length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = slope.applyAsDouble(gradient[i], other.gradient[i]);
    }

    return new Dual(result, slopes);
  }
}

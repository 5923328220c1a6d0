package org.quipu.survey.regression;

import java.io.Serializable;
import java.util.List;

/**
 * The number that a formula takes of a column: as it is, or a function of it such as {@code
 * log(income)} or {@code I((age - 30)/10)}.
 *
 * @param label as it is written in a formula
 * @param column of the data
 * @param steps from the column's number to the quantity, in order; none for the column as it is
 */
public record Quantity(String label, String column, List<Step> steps) implements Serializable {
  /** What a step does with a number u and a constant c. */
  enum Operation {
    /** The natural logarithm. */
    LOG {
      @Override
      double value(double u, double c) {
        return StrictMath.log(u);
      }

      @Override
      double slope(double u, double c) {
        return 1 / u;
      }
    },
    LOG10 {
      @Override
      double value(double u, double c) {
        return StrictMath.log10(u);
      }

      @Override
      double slope(double u, double c) {
        return 1 / (u * StrictMath.log(10));
      }
    },
    LOG2 {
      @Override
      double value(double u, double c) {
        return StrictMath.log(u) / StrictMath.log(2);
      }

      @Override
      double slope(double u, double c) {
        return 1 / (u * StrictMath.log(2));
      }
    },
    SQRT {
      @Override
      double value(double u, double c) {
        return Math.sqrt(u);
      }

      @Override
      double slope(double u, double c) {
        return 0.5 / Math.sqrt(u);
      }
    },
    EXP {
      @Override
      double value(double u, double c) {
        return StrictMath.exp(u);
      }

      @Override
      double slope(double u, double c) {
        return StrictMath.exp(u);
      }
    },
    PLUS {
      @Override
      double value(double u, double c) {
        return u + c;
      }

      @Override
      double slope(double u, double c) {
        return 1;
      }
    },
    TIMES {
      @Override
      double value(double u, double c) {
        return u * c;
      }

      @Override
      double slope(double u, double c) {
        return c;
      }
    },
    OVER {
      @Override
      double value(double u, double c) {
        return u / c;
      }

      @Override
      double slope(double u, double c) {
        return 1 / c;
      }
    },
    POWER {
      @Override
      double value(double u, double c) {
        return StrictMath.pow(u, c);
      }

      @Override
      double slope(double u, double c) {
        return c == 0 ? 0 : c * StrictMath.pow(u, c - 1);
      }
    };

    abstract double value(double u, double c);

    /** The derivative of {@link #value} by u. */
    abstract double slope(double u, double c);
  }

  /**
   * A step.
   *
   * @param constant of {@code PLUS}, {@code TIMES}, {@code OVER} and {@code POWER}
   */
  record Step(Operation operation, double constant) implements Serializable {}

  public Quantity {
    steps = List.copyOf(steps);
  }

  /** A column as it is. */
  static Quantity of(String column) {
    return new Quantity(column, column, List.of());
  }

  /** Whether it is the column as it is. */
  boolean isPlain() {
    return steps.isEmpty();
  }

  /** The quantity where the column has this number; not finite where there is none. */
  double value(double x) {
    double value = x;
    for (Step step : steps) {
      value = step.operation.value(value, step.constant);
    }

    return value;
  }

  /** The derivative of {@link #value}. */
  double slope(double x) {
    double value = x;
    double slope = 1;
    for (Step step : steps) {
      slope *= step.operation.slope(value, step.constant);
      value = step.operation.value(value, step.constant);
    }

    return slope;
  }
}

package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.List;
import org.quipu.survey.regression.Quantity.Operation;
import org.quipu.survey.regression.Quantity.Step;

/** Reads a column or a function of one, such as {@code log(income + 1)}. */
final class QuantityParser {
  private static final int MOST_BRACKETS = 50;

  private final FormulaTokens tokens;
  private int brackets;

  /** A part of a function: a number, or steps from a column on. */
  private record Part(String column, double number, List<Step> steps) {
    private Part then(Operation operation, double constant) {
      if (column == null) {
        return new Part(null, operation.value(number, constant), List.of());
      }

      List<Step> more = new ArrayList<>(steps);
      more.add(new Step(operation, constant));
      return new Part(column, 0, List.copyOf(more));
    }
  }

  QuantityParser(FormulaTokens tokens) {
    this.tokens = tokens;
  }

  /** Whether a name is that of a function of numbers. */
  static boolean isFunction(String name) {
    return switch (name) {
      case "I", "log", "log2", "log10", "sqrt", "exp" -> true;
      default -> false;
    };
  }

  /** A column's name, or a function. */
  Quantity quantity() {
    if (!tokens.isCall()) {
      return Quantity.of(tokens.name());
    }

    int from = tokens.place();
    Part part = call();
    if (part.column == null) {
      throw tokens.wrong(tokens.since(from), "a column in it");
    }

    return part.steps.isEmpty()
        ? Quantity.of(part.column)
        : new Quantity(tokens.since(from), part.column, part.steps);
  }

  private Part call() {
    String function = tokens.name();
    if (!isFunction(function)) {
      throw tokens.wrong(function + "(…)", "I, log, log2, log10, sqrt or exp");
    }

    Part inner = bracketed();
    return switch (function) {
      case "log" -> inner.then(Operation.LOG, 0);
      case "log2" -> inner.then(Operation.LOG2, 0);
      case "log10" -> inner.then(Operation.LOG10, 0);
      case "sqrt" -> inner.then(Operation.SQRT, 0);
      case "exp" -> inner.then(Operation.EXP, 0);
      default -> inner;
    };
  }

  private Part bracketed() {
    tokens.take("(");
    deeper();
    Part inner = sum();
    tokens.take(")");
    brackets--;
    return inner;
  }

  private void deeper() {
    brackets++;
    if (brackets > MOST_BRACKETS) {
      throw tokens.wrong("more than " + MOST_BRACKETS + " brackets in one another", "fewer");
    }
  }

  private Part sum() {
    Part left = product();
    while (tokens.is("+") || tokens.is("-")) {
      boolean plus = tokens.skip("+");
      if (!plus) {
        tokens.take("-");
      }

      Part right = product();
      left = added(left, plus ? right : right.then(Operation.TIMES, -1));
    }

    return left;
  }

  private Part added(Part left, Part right) {
    return leads(left, right)
        ? left.then(Operation.PLUS, right.number)
        : right.then(Operation.PLUS, left.number);
  }

  private Part product() {
    Part left = signed();
    while (tokens.is("*") || tokens.is("/")) {
      if (tokens.skip("*")) {
        left = multiplied(left, signed());
      } else {
        tokens.take("/");
        left = divided(left, signed());
      }
    }

    return left;
  }

  private Part multiplied(Part left, Part right) {
    return leads(left, right)
        ? left.then(Operation.TIMES, right.number)
        : right.then(Operation.TIMES, left.number);
  }

  private Part divided(Part left, Part right) {
    return leads(left, right)
        ? left.then(Operation.OVER, right.number)
        : right.then(Operation.POWER, -1).then(Operation.TIMES, left.number);
  }

  private Part signed() {
    if (!tokens.skip("-")) {
      return power();
    }

    deeper();
    Part negative = signed().then(Operation.TIMES, -1);
    brackets--;
    return negative;
  }

  private Part power() {
    Part base = atom();
    if (!tokens.skip("^")) {
      return base;
    }

    Part exponent = signed();
    if (exponent.column != null) {
      throw tokens.wrong("the column " + exponent.column + " as an exponent", "a number");
    }

    return base.then(Operation.POWER, exponent.number);
  }

  private Part atom() {
    if (tokens.is("(")) {
      return bracketed();
    }

    if (tokens.isCall()) {
      return call();
    }

    return tokens.isNumber()
        ? new Part(null, tokens.number(), List.of())
        : new Part(tokens.name(), 0, List.of());
  }

  /** Whether the right one of two parts is a number, so that steps go on from the left one. */
  private boolean leads(Part left, Part right) {
    if (left.column != null && right.column != null) {
      throw tokens.wrong(
          left.column + " and " + right.column + " in one function",
          "one column, once; make the variable in the data");
    }

    return right.column == null;
  }
}

package org.quipu.survey.regression;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.UserException;
import org.quipu.survey.Identifiers;

/**
 * Reads a formula by recursive descent: sums of crossings ({@code *}) of interactions ({@code :})
 * of variables, calls and bracketed sums, which may be raised to a power.
 */
final class FormulaParser {
  private static final int MOST_TERMS = 500;
  private static final int MOST_BRACKETS = 50;

  private final FormulaTokens tokens;
  private final QuantityParser quantities;
  private final List<Quantity> offsets = new ArrayList<>();
  private final Quantity response;
  private final List<List<Variable>> terms;
  private int brackets;

  FormulaParser(String text) {
    this.tokens = new FormulaTokens(text);
    this.quantities = new QuantityParser(tokens);
    this.response = quantities.quantity();
    tokens.take("~");
    this.terms = sum();
    if (!tokens.is(FormulaTokens.END)) {
      throw wrong("'" + tokens.peek() + "'", "+, -, *, : or the end");
    }
  }

  Quantity response() {
    return response;
  }

  /** The variables of each term; a term may be there twice. */
  List<List<Variable>> terms() {
    return terms;
  }

  List<Quantity> offsets() {
    return List.copyOf(offsets);
  }

  private List<List<Variable>> sum() {
    List<List<Variable>> all = tokens.is("-") ? new ArrayList<>() : added(List.of());
    while (true) {
      if (tokens.skip("+")) {
        all = added(all);
      } else if (tokens.skip("-")) {
        refuseNoIntercept("1");
        all = without(all, crossing());
      } else {
        return all;
      }
    }
  }

  private List<List<Variable>> added(List<List<Variable>> before) {
    refuseNoIntercept("0");
    List<List<Variable>> all = new ArrayList<>(before);
    all.addAll(crossing());
    return distinct(all);
  }

  private List<List<Variable>> without(List<List<Variable>> terms, List<List<Variable>> taken) {
    List<List<Variable>> left = new ArrayList<>(terms);
    for (List<Variable> term : taken) {
      if (!left.removeIf(other -> labels(other).equals(labels(term)))) {
        throw wrong("- " + new Formula.Term(term).label(), "a term before it to take out");
      }
    }

    return left;
  }

  private static Set<String> labels(List<Variable> variables) {
    return variables.stream().map(Variable::label).collect(toSet());
  }

  private void refuseNoIntercept(String sign) {
    if (tokens.is(sign)) {
      throw wrong(
          "a model without an intercept",
          "one with it: contrast adds the intercept and a level's coefficient, if that is wanted");
    }
  }

  private List<List<Variable>> crossing() {
    List<List<Variable>> all = interaction();
    while (tokens.skip("*")) {
      all = crossed(all, interaction());
    }

    return all;
  }

  private List<List<Variable>> crossed(List<List<Variable>> left, List<List<Variable>> right) {
    List<List<Variable>> crossed = new ArrayList<>(left);
    crossed.addAll(right);
    crossed.addAll(products(left, right));
    return distinct(crossed);
  }

  private List<List<Variable>> interaction() {
    List<List<Variable>> all = powered();
    while (tokens.skip(":")) {
      all = distinct(products(all, powered()));
    }

    return all;
  }

  /** Terms crossed with themselves: main effects and interactions of so many. */
  private List<List<Variable>> powered() {
    List<List<Variable>> once = operand();
    List<List<Variable>> all = once;
    if (tokens.skip("^")) {
      int power = power();
      if (once.size() == 1) {
        String term = new Formula.Term(once.get(0)).label();
        throw wrong(term + "^" + power, "I(" + term + "^" + power + ") for the power of a number");
      }

      for (int i = 1; i < power; i++) {
        all = crossed(all, once);
      }
    }

    return all;
  }

  /** The terms as sets of variables, each once. */
  private List<List<Variable>> distinct(List<List<Variable>> terms) {
    Map<Set<Variable>, List<Variable>> distinct = new LinkedHashMap<>();
    for (List<Variable> variables : terms) {
      Set<Variable> once = new LinkedHashSet<>(variables);
      distinct.putIfAbsent(once, List.copyOf(once));
    }

    if (distinct.size() > MOST_TERMS) {
      throw wrong("more than " + MOST_TERMS + " terms", "fewer: each * doubles them");
    }

    return new ArrayList<>(distinct.values());
  }

  private static List<List<Variable>> products(
      List<List<Variable>> left, List<List<Variable>> right) {
    List<List<Variable>> products = new ArrayList<>();
    for (List<Variable> one : left) {
      for (List<Variable> other : right) {
        List<Variable> both = new ArrayList<>(one);
        both.addAll(other);
        products.add(both);
      }
    }

    return products;
  }

  private List<List<Variable>> operand() {
    if (tokens.skip("(")) {
      brackets++;
      if (brackets > MOST_BRACKETS) {
        throw wrong("more than " + MOST_BRACKETS + " brackets in one another", "fewer");
      }

      List<List<Variable>> inner = sum();
      tokens.take(")");
      brackets--;
      return inner;
    }

    if (tokens.skip("1")) {
      return List.of();
    }

    if (tokens.is(".")) {
      throw wrong("'.'", "the name of each column");
    }

    return tokens.isCall() && !QuantityParser.isFunction(tokens.peek())
        ? call()
        : List.of(List.of(Variable.asStored(quantities.quantity())));
  }

  private List<List<Variable>> call() {
    String function = tokens.name();
    tokens.take("(");
    List<List<Variable>> made =
        switch (function) {
          case "offset" -> {
            offsets.add(quantities.quantity());
            yield List.of();
          }
          case "factor" -> List.of(List.of(Variable.factor(tokens.name(), reference())));
          case "relevel" -> List.of(List.of(releveled()));
          case "poly" -> List.of(List.of(polynomial()));
          case "rcs" -> List.of(List.of(Variable.spline(quantities.quantity(), knots())));
          default ->
              throw wrong(
                  function + "(…)", "factor, poly, rcs, offset, log, log2, log10, sqrt, exp or I");
        };
    tokens.take(")");
    return made;
  }

  /** R's way to name a reference: {@code relevel(g, ref = "b")}, also of {@code factor(g)}. */
  private Variable releveled() {
    String column;
    if (tokens.is("factor") && tokens.isCall()) {
      tokens.name();
      tokens.take("(");
      column = tokens.name();
      tokens.take(")");
    } else {
      column = tokens.name();
    }

    return Variable.factor(column, reference());
  }

  private String reference() {
    if (!tokens.skip(",")) {
      return null;
    }

    tokens.take("ref");
    tokens.take("=");
    return tokens.level();
  }

  private Variable polynomial() {
    Quantity of = quantities.quantity();
    tokens.take(",");
    int power = power();
    if (tokens.skip(",")) {
      // As R's raw polynomials, which these are.
      tokens.take("raw");
      tokens.take("=");
      tokens.take("TRUE");
    }

    return Variable.polynomial(of, power);
  }

  private int power() {
    double power = tokens.number();
    if (power != Math.rint(power) || power < 1 || power > 9) {
      throw wrong("the power " + Identifiers.text(power), "a whole number from 1 to 9");
    }

    return (int) power;
  }

  private List<Double> knots() {
    List<Double> knots = new ArrayList<>();
    while (tokens.skip(",")) {
      double knot = tokens.number();
      if (!knots.isEmpty() && knot <= knots.get(knots.size() - 1)) {
        throw wrong(
            "the knot "
                + Identifiers.text(knot)
                + " after "
                + Identifiers.text(knots.get(knots.size() - 1)),
            "each larger than the one before");
      }

      knots.add(knot);
    }

    if (knots.size() < 3) {
      throw wrong(knots.size() + (knots.size() == 1 ? " knot" : " knots"), "three or more");
    }

    return List.copyOf(knots);
  }

  UserException wrong(String found, String expected) {
    return tokens.wrong(found, expected);
  }
}

package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quipu.UserException;
import org.quipu.survey.Identifiers;

/**
 * Reads a formula by recursive descent: sums of crossings ({@code *}) of interactions ({@code :})
 * of variables, calls and bracketed sums.
 */
final class FormulaParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*([~+*:(),=]|[^\\s~+*:(),=\"'`]+|\"[^\"]*\"|'[^']*'|`[^`]*`)");
  private static final String END = "the end";
  private static final int MOST_TERMS = 500;
  private static final int MOST_BRACKETS = 50;

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private final List<String> offsets = new ArrayList<>();
  private final String response;
  private final List<List<Variable>> terms;
  private int at;
  private int brackets;

  FormulaParser(String text) {
    this.text = text;
    String trimmed = text.strip();
    Matcher matcher = TOKEN.matcher(trimmed);
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      end = matcher.end();
      matcher.region(end, trimmed.length());
    }

    if (end < trimmed.length()) {
      throw wrong("'" + trimmed.substring(end).strip() + "'", "names, + * : and brackets");
    }

    this.response = name();
    take("~");
    this.terms = sum();
    if (!peek().equals(END)) {
      throw wrong("'" + peek() + "'", "+, *, : or the end");
    }
  }

  String response() {
    return response;
  }

  /** The variables of each term; a term may be there twice. */
  List<List<Variable>> terms() {
    return terms;
  }

  List<String> offsets() {
    return List.copyOf(offsets);
  }

  private List<List<Variable>> sum() {
    List<List<Variable>> all = new ArrayList<>(crossing());
    while (peek().equals("+")) {
      take("+");
      all.addAll(crossing());
      few(all);
    }

    return all;
  }

  private List<List<Variable>> crossing() {
    List<List<Variable>> all = interaction();
    while (peek().equals("*")) {
      take("*");
      List<List<Variable>> right = interaction();
      List<List<Variable>> crossed = new ArrayList<>(all);
      crossed.addAll(right);
      crossed.addAll(products(all, right));
      all = few(crossed);
    }

    return all;
  }

  private List<List<Variable>> interaction() {
    List<List<Variable>> all = operand();
    while (peek().equals(":")) {
      take(":");
      all = few(products(all, operand()));
    }

    return all;
  }

  private List<List<Variable>> few(List<List<Variable>> terms) {
    if (terms.size() > MOST_TERMS) {
      throw wrong("more than " + MOST_TERMS + " terms", "fewer: each * doubles them");
    }

    return terms;
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
    if (peek().equals("(")) {
      take("(");
      brackets++;
      if (brackets > MOST_BRACKETS) {
        throw wrong("more than " + MOST_BRACKETS + " brackets in one another", "fewer");
      }

      List<List<Variable>> inner = sum();
      take(")");
      brackets--;
      return inner;
    }

    if (peek().equals("1")) {
      take("1");
      return List.of();
    }

    String name = name();
    return peek().equals("(") ? call(name) : List.of(List.of(Variable.asStored(name)));
  }

  private List<List<Variable>> call(String function) {
    take("(");
    String column = name();
    List<List<Variable>> made =
        switch (function) {
          case "offset" -> {
            offsets.add(column);
            yield List.of();
          }
          case "factor" -> List.of(List.of(Variable.factor(column, reference())));
          case "poly" -> List.of(List.of(Variable.polynomial(column, power())));
          case "rcs" -> List.of(List.of(Variable.spline(column, knots())));
          default -> throw wrong(function + "(…)", "factor, poly, rcs or offset");
        };
    take(")");
    return made;
  }

  private String reference() {
    if (!peek().equals(",")) {
      return null;
    }

    take(",");
    take("ref");
    take("=");
    return name();
  }

  private int power() {
    take(",");
    double power = number();
    if (power != Math.rint(power) || power < 1 || power > 9) {
      throw wrong("the power " + power, "a whole number from 1 to 9");
    }

    return (int) power;
  }

  private List<Double> knots() {
    List<Double> knots = new ArrayList<>();
    while (peek().equals(",")) {
      take(",");
      double knot = number();
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
      throw wrong(knots.size() + " knots", "three or more");
    }

    return List.copyOf(knots);
  }

  private double number() {
    String token = name();
    try {
      return Double.parseDouble(token);
    } catch (NumberFormatException e) {
      throw wrong("'" + token + "'", "a number");
    }
  }

  /** A name or a number, without its quotes. */
  private String name() {
    String token = peek();
    if (token.equals(END) || (token.length() == 1 && "~+*:(),=".contains(token))) {
      throw wrong(token.equals(END) ? token : "'" + token + "'", "a name");
    }

    at++;
    return "\"'`".indexOf(token.charAt(0)) < 0 ? token : token.substring(1, token.length() - 1);
  }

  private void take(String wanted) {
    if (!peek().equals(wanted)) {
      throw wrong(peek().equals(END) ? END : "'" + peek() + "'", "'" + wanted + "'");
    }

    at++;
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : END;
  }

  UserException wrong(String found, String expected) {
    return UserException.input(
        ("formula " + text).strip(),
        found,
        expected,
        "Write it like y ~ age_group + education * residence");
  }
}

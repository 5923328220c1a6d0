package org.quipu.survey.contrast;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A named function of estimates, such as {@code ratio = (a / b) / (c / d)}: numbers, names of
 * estimates, {@code + - * / ^}, {@code log}, {@code exp}, {@code sqrt} and brackets. A name that is
 * more than letters, digits, points, underscores and {@code @} stands in quotes.
 */
public final class Expression {
  private final String name;
  private final String formula;
  private final Set<String> names;
  private final Node node;

  /** A part of an expression. */
  @FunctionalInterface
  interface Node {
    /** Its value and derivatives where the names have these. */
    Dual at(NamedEstimates estimates);
  }

  Expression(String name, String formula, Set<String> names, Node node) {
    this.name = name;
    this.formula = formula;
    this.names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    this.node = node;
  }

  /**
   * Reads an expression; one without {@code NAME =} is named by its text.
   *
   * @throws org.quipu.UserException where the text is no expression
   */
  public static Expression of(String text) {
    return new ExpressionParser(text).expression();
  }

  /** What the result is called. */
  public String name() {
    return name;
  }

  /** Its text, without the name. */
  public String formula() {
    return formula;
  }

  /** The names of the estimates in it, in the order in which they first occur. */
  public Set<String> names() {
    return names;
  }

  Dual at(NamedEstimates estimates) {
    return node.at(estimates);
  }
}

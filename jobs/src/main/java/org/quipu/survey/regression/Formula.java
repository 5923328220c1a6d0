package org.quipu.survey.regression;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is regressed on what, in the notation of R: {@code y ~ age_group + education * residence}.
 *
 * <p>{@code a + b} has both, {@code a:b} their interaction, {@code a * b} is {@code a + b + a:b}. A
 * column of texts is a factor, whose first level is its reference; {@code factor(x)} makes one of
 * numbers, {@code factor(x, ref = 3)} says which level is the reference, and one of them makes
 * {@code x} a factor in all terms. {@code poly(x, 2)} has x and x² (R: {@code poly(x, 2, raw =
 * TRUE)}); {@code rcs(x, 20, 30, 40)} is a cubic spline with these knots that is linear beyond the
 * outer ones; {@code offset(x)} has a coefficient of 1. {@code log(x)}, {@code sqrt(x)}, {@code
 * exp(x)} and {@code I((x - 30)/10)} are functions of a column, of the outcome too. {@code (a +
 * b)^2} has both and their interaction; {@code - a:b} takes a term out. There is always an
 * intercept.
 *
 * @param text as it was written
 * @param response what is explained
 * @param terms main effects first, then interactions of two, and so on
 * @param offsets what has a coefficient of 1
 */
public record Formula(String text, Quantity response, List<Term> terms, List<Quantity> offsets)
    implements Serializable {
  /** A main effect, or the interaction of several variables. */
  record Term(List<Variable> variables) implements Serializable {
    String label() {
      return variables.stream().map(Variable::label).collect(Collectors.joining(":"));
    }
  }

  /**
   * Reads a formula.
   *
   * @throws org.quipu.UserException where it is not one
   */
  public static Formula of(String text) {
    FormulaParser parser = new FormulaParser(text);
    Quantity response = parser.response();
    Map<String, Variable> written = new HashMap<>();
    parser.terms().stream()
        .flatMap(List::stream)
        .forEach(variable -> written.merge(variable.label(), variable, Formula::factorOf));
    Map<Set<String>, Term> terms = new LinkedHashMap<>();
    for (List<Variable> variables : parser.terms()) {
      Map<String, Variable> distinct = new LinkedHashMap<>();
      variables.forEach(variable -> distinct.put(variable.label(), written.get(variable.label())));
      terms.putIfAbsent(distinct.keySet(), new Term(List.copyOf(distinct.values())));
    }

    List<Term> ordered = new ArrayList<>(terms.values());
    ordered.sort(Comparator.comparingInt(term -> term.variables.size()));
    Formula formula = new Formula(text.strip(), response, List.copyOf(ordered), parser.offsets());
    String outcome = response.column();
    if (formula.offsets.stream().anyMatch(offset -> offset.column().equals(outcome))
        || formula.terms.stream().anyMatch(term -> formula.uses(term, outcome))) {
      throw parser.wrong("the outcome " + outcome + " on both sides", "it on the left side alone");
    }

    return formula;
  }

  /** A column that is called a factor once is one everywhere. */
  private static Variable factorOf(Variable one, Variable other) {
    return other.shape() == Variable.Shape.FACTOR && one.reference() == null ? other : one;
  }

  private boolean uses(Term term, String column) {
    return term.variables.stream().anyMatch(variable -> variable.column().equals(column));
  }

  /** The variables, each once, in the order of their first term. */
  List<Variable> variables() {
    Map<String, Variable> found = new LinkedHashMap<>();
    for (Term term : terms) {
      for (Variable variable : term.variables) {
        found.put(variable.label(), variable);
      }
    }

    return List.copyOf(found.values());
  }

  /** The level that a factor's others are compared with; null for the first. */
  String reference(String column) {
    return variables().stream()
        .filter(variable -> variable.column().equals(column) && variable.reference() != null)
        .map(Variable::reference)
        .findFirst()
        .orElse(null);
  }
}

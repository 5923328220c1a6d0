package org.quipu.survey.regression;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quipu.UserException;

/**
 * The columns of a model matrix: the intercept, then for each term the products of its variables'
 * columns. A factor has a column for each level but the reference, or for every level where the
 * term without the factor is not in the model (R: {@code model.matrix} with treatment contrasts).
 */
final class ModelColumns implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The name of the intercept's term. */
  static final String INTERCEPT = "(Intercept)";

  private static final int MOST_COLUMNS = 2000;

  /** A column: a product of parts of numbers, where factors have these levels. */
  static final class Column implements Serializable {
    private static final long serialVersionUID = 1L;

    final String term;

    /** The levels of factors and the parts of other variables, joined by colons. */
    final String level;

    private final int[] factors;
    private final int[] levels;
    private final int[] numbers;
    private final Variable[] variables;
    private final int[] parts;

    private Column(String term) {
      this(term, "", new int[0], new int[0], new int[0], new Variable[0], new int[0]);
    }

    private Column(
        String term,
        String level,
        int[] factors,
        int[] levels,
        int[] numbers,
        Variable[] variables,
        int[] parts) {
      this.term = term;
      this.level = level;
      this.factors = factors;
      this.levels = levels;
      this.numbers = numbers;
      this.variables = variables;
      this.parts = parts;
    }

    /** The same where a factor has a level, too. */
    private Column where(int factor, int code, String name) {
      return new Column(
          term, joined(name), with(factors, factor), with(levels, code), numbers, variables, parts);
    }

    /** The same times a part of a number. */
    private Column times(int number, Variable variable, int part) {
      Variable[] more = Arrays.copyOf(variables, variables.length + 1);
      more[variables.length] = variable;
      return new Column(
          term,
          joined(variable.parts().get(part)),
          factors,
          levels,
          with(numbers, number),
          more,
          with(parts, part));
    }

    private String joined(String name) {
      return level.isEmpty() || name.isEmpty() ? level + name : level + ":" + name;
    }

    private static int[] with(int[] values, int more) {
      int[] all = Arrays.copyOf(values, values.length + 1);
      all[values.length] = more;
      return all;
    }

    /** Whether it is 0 or 1. */
    boolean isIndicator() {
      return numbers.length == 0;
    }

    /** As messages name it. */
    String name() {
      return level.isEmpty() ? term : term + " " + level;
    }

    private boolean isZero(int[] codes) {
      for (int i = 0; i < factors.length; i++) {
        if (codes[factors[i]] != levels[i]) {
          return true;
        }
      }

      return false;
    }

    double value(int[] codes, double[] x) {
      if (isZero(codes)) {
        return 0;
      }

      double value = 1;
      for (int i = 0; i < numbers.length; i++) {
        value *= variables[i].value(parts[i], x[numbers[i]]);
      }

      return value;
    }

    /** The derivative by one of the numbers. */
    double slope(int number, int[] codes, double[] x) {
      if (isZero(codes)) {
        return 0;
      }

      double sum = 0;
      for (int i = 0; i < numbers.length; i++) {
        if (numbers[i] == number) {
          double product = variables[i].slope(parts[i], x[number]);
          for (int j = 0; j < numbers.length; j++) {
            product *= j == i ? 1 : variables[j].value(parts[j], x[numbers[j]]);
          }

          sum += product;
        }
      }

      return sum;
    }
  }

  private final Column[] columns;

  private ModelColumns(List<Column> columns) {
    this.columns = columns.toArray(Column[]::new);
  }

  static ModelColumns of(ModelInput input, Levels levels) {
    Formula formula = input.spec().formula();
    Set<Set<String>> present = new HashSet<>();
    present.add(Set.of());
    formula.terms().forEach(term -> present.add(labels(term.variables())));
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(INTERCEPT));
    for (Formula.Term term : formula.terms()) {
      List<Column> made = List.of(new Column(term.label()));
      for (Variable variable : term.variables()) {
        Set<String> others = labels(term.variables());
        others.remove(variable.label());
        int first = present.contains(others) ? 1 : 0;
        made = crossed(made, variable, first, input, levels);
        if (columns.size() + made.size() > MOST_COLUMNS) {
          throw UserException.input(
              "formula, " + term.label(),
              "more than " + MOST_COLUMNS + " coefficients",
              "a model of fewer",
              "Join levels, or take out interactions; numbers with a text among them are levels");
        }
      }

      columns.addAll(made);
    }

    return new ModelColumns(columns);
  }

  private static Set<String> labels(List<Variable> variables) {
    return variables.stream().map(Variable::label).collect(Collectors.toCollection(HashSet::new));
  }

  /** The products of columns and a variable's own; those before change fastest, as in R. */
  private static List<Column> crossed(
      List<Column> before, Variable variable, int firstLevel, ModelInput input, Levels levels) {
    List<Column> made = new ArrayList<>();
    int factor = input.factor(variable);
    if (factor < 0) {
      int number = input.numbers().indexOf(variable.column());
      for (int part = 0; part < variable.width(); part++) {
        for (Column column : before) {
          made.add(column.times(number, variable, part));
        }
      }
    } else {
      List<String> names = levels.of().get(factor);
      for (int code = firstLevel; code < names.size(); code++) {
        for (Column column : before) {
          made.add(column.where(factor, code, names.get(code)));
        }
      }
    }

    return made;
  }

  int count() {
    return columns.length;
  }

  Column get(int j) {
    return columns[j];
  }

  /** Fills in the model's row. */
  void fill(int[] codes, double[] numbers, double[] x) {
    for (int j = 0; j < x.length; j++) {
      x[j] = columns[j].value(codes, numbers);
    }
  }
}

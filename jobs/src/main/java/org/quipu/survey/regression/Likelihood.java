package org.quipu.survey.regression;

import java.io.Serializable;

/**
 * The likelihood of a model's rows, by parameters of standard columns. Its score and information
 * are summed by {@link NewtonSums}.
 */
interface Likelihood extends Serializable {
  Model model();

  /** How many parameters there are. */
  int count();

  /** The term that a parameter belongs to. */
  String term(int parameter);

  /** What tells the parameters of a term apart. */
  String level(int parameter);

  /** As messages name it. */
  default String name(int parameter) {
    return level(parameter).isEmpty() ? term(parameter) : term(parameter) + " " + level(parameter);
  }

  /** How many parameters come first that belong to no variable. */
  int constants();

  /** Where the search begins. */
  double[] start();

  /** Adds a row's score, information and deviance at these parameters. */
  void add(RowReader row, double[] parameters, NewtonSums sums);

  /** Fills in a row's score at these parameters. */
  void score(RowReader row, double[] parameters, double[] score);

  /** The parameters of the columns as they are; linear. */
  double[] own(double[] parameters);
}

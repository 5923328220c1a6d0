package org.quipu.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.quipu.survey.regression.RegressionFit;
import org.quipu.survey.regression.TermEstimate;

/**
 * Spark ML's logistic regression of the same rows: their weights, no regularization, its own
 * tolerance, no standard errors.
 *
 * @param iterations of its optimizer
 * @param coefficients the intercept, then those of the columns
 */
record SparkMl(double seconds, int iterations, List<Double> coefficients) {
  /**
   * Fits the model of a regression that has no variables but factors.
   *
   * @param outcome a column of truth values
   * @param fit of the same rows
   */
  static SparkMl run(Dataset<Row> rows, String outcome, RegressionFit fit) {
    long start = System.nanoTime();
    List<Column> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (TermEstimate term : fit.coefficients().subList(1, fit.coefficients().size())) {
      String name = term.term() + term.level();
      names.add(name);
      columns.add(col(term.term()).equalTo(lit(term.level())).cast("double").as(name));
    }

    columns.add(col(outcome).cast("double").as("label"));
    columns.add(col("weight"));
    Dataset<Row> instances =
        new VectorAssembler()
            .setInputCols(names.toArray(String[]::new))
            .setOutputCol("features")
            .transform(rows.where(col(outcome).isNotNull()).select(columns.toArray(Column[]::new)));
    LogisticRegressionModel model =
        new LogisticRegression().setWeightCol("weight").setRegParam(0).fit(instances);
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Double> coefficients = new ArrayList<>(List.of(model.intercept()));
    for (double coefficient : model.coefficients().toArray()) {
      coefficients.add(coefficient);
    }

    return new SparkMl(seconds, model.summary().totalIterations(), coefficients);
  }

  /** The largest distance from the coefficients of a regression. */
  double difference(RegressionFit fit) {
    double largest = 0;
    for (int j = 0; j < coefficients.size(); j++) {
      double distance = coefficients.get(j) - fit.coefficients().get(j).estimate();
      largest = Math.max(largest, Math.abs(distance));
    }

    return largest;
  }
}

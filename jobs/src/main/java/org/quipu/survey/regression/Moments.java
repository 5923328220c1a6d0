package org.quipu.survey.regression;

import java.util.Arrays;
import org.quipu.UserException;
import org.quipu.math.ExactSums;

/** The weighted means and the ranges of a model's columns, from which they are standardized. */
final class Moments implements RowSums<Moments> {
  private static final long serialVersionUID = 1L;

  private final Model model;
  private final ExactSums sums = new ExactSums();
  private final double[] lowest;
  private final double[] highest;

  /**
   * @param model with columns as they are
   */
  Moments(Model model) {
    this.model = model;
    this.lowest = new double[model.count()];
    this.highest = new double[model.count()];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    sums.ensure(model.count());
  }

  @Override
  public Moments fresh() {
    return new Moments(model);
  }

  @Override
  public void add(RowChunk chunk) {
    RowReader reader = new RowReader(model);
    reader.open(chunk);
    for (int row = 0; row < chunk.size; row++) {
      reader.read(row);
      for (int j = 0; j < lowest.length; j++) {
        double x = reader.z[j];
        lowest[j] = Math.min(lowest[j], x);
        highest[j] = Math.max(highest[j], x);
        if (!model.columns().get(j).isIndicator()) {
          sums.add(j, reader.weight() * x);
        }
      }
    }
  }

  @Override
  public void merge(Moments other) {
    for (int j = 0; j < lowest.length; j++) {
      lowest[j] = Math.min(lowest[j], other.lowest[j]);
      highest[j] = Math.max(highest[j], other.highest[j]);
      sums.add(j, other.sums, j);
    }
  }

  /**
   * The standard columns.
   *
   * @param weights the sum of all weights
   * @throws UserException if a column is the same in all rows
   */
  StandardColumns standard(double weights) {
    double[] centres = new double[lowest.length];
    double[] scales = new double[lowest.length];
    scales[0] = 1;
    for (int j = 1; j < scales.length; j++) {
      ModelColumns.Column column = model.columns().get(j);
      if (!(highest[j] > lowest[j])) {
        throw Regression.collinear(column.name());
      }

      centres[j] = column.isIndicator() ? 0 : sums.value(j) / weights;
      scales[j] = Math.max(highest[j] - centres[j], centres[j] - lowest[j]);
    }

    return new StandardColumns(centres, scales);
  }
}

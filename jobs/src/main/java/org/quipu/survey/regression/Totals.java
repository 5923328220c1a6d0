package org.quipu.survey.regression;

import java.util.Arrays;
import org.quipu.math.FixedPoint;
import org.quipu.survey.regression.PlaceTotals.RowValues;

/** The totals of some values over all rows. */
final class Totals implements RowSums<Totals> {
  private static final long serialVersionUID = 1L;

  private final Model model;
  private final RowValues values;
  private final double[] limits;
  private final FixedPoint[] units;
  private final double[] largest;
  private final long[] sums;

  private Totals(Model model, RowValues values, double[] limits) {
    this.model = model;
    this.values = values;
    this.limits = limits;
    this.largest = new double[values.count()];
    this.sums = new long[values.count()];
    this.units =
        Arrays.stream(limits)
            .mapToObj(limit -> FixedPoint.of(limit, model.rows()))
            .toArray(FixedPoint[]::new);
  }

  /** The totals of values of any size. */
  static Totals of(EncodedRows rows, Model model, RowValues values) {
    double[] limits = rows.sums(new Totals(model, values, new double[values.count()])).largest;
    return rows.sums(new Totals(model, values, limits));
  }

  @Override
  public Totals fresh() {
    return new Totals(model, values, limits);
  }

  @Override
  public void add(RowChunk chunk) {
    RowReader reader = new RowReader(model);
    reader.open(chunk);
    double[] row = new double[sums.length];
    for (int i = 0; i < chunk.size; i++) {
      reader.read(i);
      values.fill(reader, row);
      for (int j = 0; j < row.length; j++) {
        largest[j] = Math.max(largest[j], Math.abs(row[j]));
        sums[j] += units[j].of(row[j]);
      }
    }
  }

  @Override
  public void merge(Totals other) {
    Arrays.setAll(sums, j -> sums[j] + other.sums[j]);
    Arrays.setAll(largest, j -> Math.max(largest[j], other.largest[j]));
  }

  double[] values() {
    double[] numbers = new double[sums.length];
    Arrays.setAll(numbers, i -> units[i].value(sums[i]));
    return numbers;
  }

  /** The size of the largest value of a row. */
  double[] largest() {
    return largest;
  }
}

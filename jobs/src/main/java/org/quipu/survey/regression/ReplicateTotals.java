package org.quipu.survey.regression;

import java.util.Arrays;
import org.quipu.math.FixedPoint;
import org.quipu.survey.regression.PlaceTotals.RowValues;

/** The totals of some values over all rows in each replicate. */
final class ReplicateTotals implements RowSums<ReplicateTotals> {
  private static final long serialVersionUID = 1L;

  private final Model model;
  private final RowReplicates replicates;
  private final RowValues values;
  private final double[] limits;
  private final FixedPoint[] units;
  private final double[] largest;
  private final long[][] sums;

  private ReplicateTotals(
      Model model, RowReplicates replicates, RowValues values, double[] limits) {
    this.model = model;
    this.replicates = replicates;
    this.values = values;
    this.limits = limits;
    this.units =
        Arrays.stream(limits)
            .mapToObj(limit -> FixedPoint.of(limit, model.rows()))
            .toArray(FixedPoint[]::new);
    this.largest = new double[limits.length];
    this.sums = new long[replicates.count()][limits.length];
  }

  /**
   * The totals of values.
   *
   * @param values each times the row's weight
   * @param guess what each value does not exceed; where one does, rows are summed once more
   * @return by replicate
   */
  static double[][] of(
      EncodedRows rows, Model model, RowReplicates replicates, RowValues values, double[] guess) {
    ReplicateTotals totals = rows.sums(new ReplicateTotals(model, replicates, values, guess));
    for (int i = 0; i < guess.length; i++) {
      if (totals.largest[i] > guess[i]) {
        return rows.sums(new ReplicateTotals(model, replicates, values, totals.largest)).values();
      }
    }

    return totals.values();
  }

  @Override
  public ReplicateTotals fresh() {
    return new ReplicateTotals(model, replicates, values, limits);
  }

  @Override
  public void add(RowChunk chunk) {
    RowReader reader = new RowReader(model);
    reader.open(chunk);
    RowReplicates.Weights weights = replicates.of(chunk);
    double[] row = new double[limits.length];
    for (int i = 0; i < chunk.size; i++) {
      reader.read(i);
      reader.weigh(1);
      values.fill(reader, row);
      for (int r = 0; r < sums.length; r++) {
        double weight = weights.of(r, i);
        for (int j = 0; j < row.length; j++) {
          double term = weight * row[j];
          largest[j] = Math.max(largest[j], Math.abs(term));
          sums[r][j] += units[j].of(term);
        }
      }
    }
  }

  @Override
  public void merge(ReplicateTotals other) {
    for (int r = 0; r < sums.length; r++) {
      for (int j = 0; j < largest.length; j++) {
        sums[r][j] += other.sums[r][j];
      }
    }

    Arrays.setAll(largest, j -> Math.max(largest[j], other.largest[j]));
  }

  private double[][] values() {
    double[][] numbers = new double[sums.length][limits.length];
    for (int r = 0; r < sums.length; r++) {
      for (int j = 0; j < limits.length; j++) {
        numbers[r][j] = units[j].value(sums[r][j]);
      }
    }

    return numbers;
  }
}

package org.quipu.survey.regression;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quipu.math.FixedPoint;
import org.quipu.survey.calibration.AuxiliaryRows;

/**
 * Totals of some values of rows at each place where rows were sampled; of rows that were sampled
 * individually, the totals of each stratum and of the products of the values.
 */
final class PlaceTotals implements RowSums<PlaceTotals> {
  private static final long serialVersionUID = 1L;

  /** Some values of each row. */
  interface RowValues extends Serializable {
    int count();

    /** Fills in the values of the row that was read. */
    void fill(RowReader row, double[] values);

    /** Whether rows that do not count have values too. */
    default boolean ofOthers() {
      return false;
    }

    /** Fills in the values of a row that does not count. */
    default void fillOther(AuxiliaryRows rows, int row, double[] values) {
      throw new UnsupportedOperationException();
    }
  }

  private final Model model;
  private final RowValues values;
  private final double[] limits;
  private final boolean individually;
  private final FixedPoint[] units;
  private final double[] largest;
  private final Map<RowChunk.Place, long[]> totals = new HashMap<>();

  private PlaceTotals(Model model, RowValues values, double[] limits, boolean individually) {
    int k = values.count();
    this.model = model;
    this.values = values;
    this.limits = limits;
    this.individually = individually;
    this.largest = new double[k];
    this.units = new FixedPoint[individually ? k + k * (k + 1) / 2 : k];
    for (int i = 0, at = k; i < k; i++) {
      units[i] = FixedPoint.of(limits[i], model.rows());
      for (int j = 0; j <= i && individually; j++) {
        units[at++] = FixedPoint.of(limits[i] * limits[j], model.rows());
      }
    }
  }

  /**
   * The totals of some values.
   *
   * @param guess what each value does not exceed; where one does, rows are summed once more
   * @param individually whether rows were sampled individually
   */
  static PlaceTotals of(
      EncodedRows rows, Model model, RowValues values, double[] guess, boolean individually) {
    PlaceTotals totals = rows.sums(new PlaceTotals(model, values, guess, individually));
    for (int i = 0; i < guess.length; i++) {
      if (totals.largest[i] > guess[i]) {
        return rows.sums(new PlaceTotals(model, values, totals.largest, individually));
      }
    }

    return totals;
  }

  @Override
  public PlaceTotals fresh() {
    return new PlaceTotals(model, values, limits, individually);
  }

  @Override
  public void add(RowChunk chunk) {
    RowReader reader = new RowReader(model);
    reader.open(chunk);
    int k = largest.length;
    double[] row = new double[k];
    long[][] own = new long[chunk.sampled.size()][];
    for (int i = 0; i < chunk.size; i++) {
      reader.read(i);
      values.fill(reader, row);
      add(row, own, chunk.places[i]);
    }

    for (int i = 0; values.ofOthers() && i < chunk.auxiliaries.otherRows(); i++) {
      values.fillOther(chunk.auxiliaries.others(), i, row);
      add(row, own, chunk.auxiliaries.otherPlace(i));
    }

    for (int place = 0; place < own.length; place++) {
      if (own[place] != null) {
        totals.merge(chunk.sampled.get(place).place(), own[place], PlaceTotals::sum);
      }
    }
  }

  private void add(double[] row, long[][] own, int place) {
    if (own[place] == null) {
      own[place] = new long[units.length];
    }

    long[] sums = own[place];
    for (int i = 0, at = row.length; i < row.length; i++) {
      largest[i] = Math.max(largest[i], Math.abs(row[i]));
      sums[i] += units[i].of(row[i]);
      for (int j = 0; j <= i && individually; j++, at++) {
        sums[at] += units[at].of(row[i] * row[j]);
      }
    }
  }

  private static long[] sum(long[] one, long[] other) {
    Arrays.setAll(one, i -> one[i] + other[i]);
    return one;
  }

  @Override
  public void merge(PlaceTotals other) {
    other.totals.forEach((place, sums) -> totals.merge(place, sums, PlaceTotals::sum));
    Arrays.setAll(largest, i -> Math.max(largest[i], other.largest[i]));
  }

  int count() {
    return largest.length;
  }

  /** The places that have a row, in order. */
  SortedSet<RowChunk.Place> places() {
    return new TreeSet<>(totals.keySet());
  }

  /**
   * The totals of the values at some places together, and of rows sampled individually those of
   * their products (lower triangle, by row) after them; null where no row counts.
   */
  double[] of(List<RowChunk.Place> places) {
    long[] all = null;
    for (RowChunk.Place place : places) {
      long[] sums = totals.get(place);
      if (sums != null) {
        all = all == null ? sums.clone() : sum(all, sums);
      }
    }

    if (all == null) {
      return null;
    }

    double[] numbers = new double[all.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = units[i].value(all[i]);
    }

    return numbers;
  }
}

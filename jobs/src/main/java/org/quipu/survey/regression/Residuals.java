package org.quipu.survey.regression;

import java.util.Arrays;
import org.quipu.math.Vectors;
import org.quipu.survey.calibration.AuxiliaryRows;
import org.quipu.survey.calibration.CalibratedWeights;
import org.quipu.survey.regression.PlaceTotals.RowValues;

/**
 * What a calibration leaves of weighted values: a value less the row's auxiliary variables times β,
 * for rows that do not count too, whose own value is 0 (R: {@code survey::svyrecvar}).
 */
final class Residuals implements RowValues {
  private static final long serialVersionUID = 1L;

  private final RowValues values;
  private final double[][] beta;
  private final double[] auxiliaries;

  /**
   * @param beta by value, of the auxiliary variables
   */
  private Residuals(RowValues values, double[][] beta, int auxiliaries) {
    this.values = values;
    this.beta = beta;
    this.auxiliaries = new double[auxiliaries];
  }

  /**
   * The totals of weighted values at each place, or of what a calibration leaves of them.
   *
   * @param values of which each holds its row's weight as a factor
   * @param guess what each value does not exceed; where one does, rows are summed once more
   */
  static PlaceTotals totals(
      EncodedRows rows,
      ModelInput input,
      Model model,
      RowValues values,
      double[] guess,
      boolean individually) {
    CalibratedWeights calibration = input.calibration();
    if (calibration == null) {
      return PlaceTotals.of(rows, model, values, guess, individually);
    }

    int p = calibration.count();
    double[] products = Totals.of(rows, model, new Products(values, p)).values();
    double[][] beta = new double[values.count()][];
    for (int i = 0; i < beta.length; i++) {
      double[] own = Arrays.copyOfRange(products, i * p, (i + 1) * p);
      beta[i] =
          Arrays.stream(calibration.projection())
              .mapToDouble(row -> Vectors.dot(row, own))
              .toArray();
    }

    return PlaceTotals.of(rows, model, new Residuals(values, beta, p), guess, individually);
  }

  @Override
  public int count() {
    return values.count();
  }

  @Override
  public void fill(RowReader row, double[] residuals) {
    values.fill(row, residuals);
    Arrays.fill(auxiliaries, 0);
    row.addAuxiliaries(auxiliaries);
    subtract(residuals);
  }

  @Override
  public boolean ofOthers() {
    return true;
  }

  @Override
  public void fillOther(AuxiliaryRows rows, int row, double[] residuals) {
    Arrays.fill(residuals, 0);
    Arrays.fill(auxiliaries, 0);
    rows.addTotals(row, auxiliaries, 0);
    subtract(residuals);
  }

  private void subtract(double[] residuals) {
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] -= Vectors.dot(beta[i], auxiliaries);
    }
  }

  /** The products of each value, without its weight, with the auxiliary variables. */
  private static final class Products implements RowValues {
    private static final long serialVersionUID = 1L;

    private final RowValues values;
    private final double[] own;
    private final int auxiliaries;

    Products(RowValues values, int auxiliaries) {
      this.values = values;
      this.own = new double[values.count()];
      this.auxiliaries = auxiliaries;
    }

    @Override
    public int count() {
      return own.length * auxiliaries;
    }

    @Override
    public void fill(RowReader row, double[] products) {
      Arrays.fill(products, 0);
      if (row.weight() == 0) {
        return;
      }

      values.fill(row, own);
      for (int i = 0; i < own.length; i++) {
        row.addProducts(own[i] / row.weight(), products, i * auxiliaries);
      }
    }
  }
}

package org.quipu.survey.calibration;

/**
 * The projection of raking: means by each margin in turn are taken from the rows, ten times round
 * (R: {@code survey::svyrecvar} of a design that {@code rake} made), which is linear in the sums by
 * level of what it starts with.
 */
final class Sweeps {
  private static final int ROUNDS = 10;

  private Sweeps() {}

  /**
   * The matrix that makes β of the sums by level.
   *
   * @param rows with each pair of levels, p × p
   */
  static double[][] of(Auxiliaries auxiliaries, double[][] rows) {
    int p = rows.length;
    double[][] projection = new double[p][p];
    for (int unit = 0; unit < p; unit++) {
      double[] beta = new double[p];
      for (int round = 0; round < ROUNDS; round++) {
        for (int j = auxiliaries.constants(); j < p; j++) {
          double left = unit == j ? 1 : 0;
          for (int other = 0; other < p; other++) {
            left -= rows[j][other] * beta[other];
          }

          // Levels of one margin share no row, so that their order does not matter.
          beta[j] += rows[j][j] > 0 ? left / rows[j][j] : 0;
        }
      }

      for (int j = 0; j < p; j++) {
        projection[j][unit] = beta[j];
      }
    }

    return projection;
  }
}

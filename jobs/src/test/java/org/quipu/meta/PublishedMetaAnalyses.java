package org.quipu.meta;

import java.util.stream.IntStream;

/** Published meta-analyses, typed from their papers. */
public final class PublishedMetaAnalyses {
  /**
   * Thirteen trials of the BCG vaccine: tuberculosis and none among the vaccinated and the
   * controls, absolute latitude, year. Colditz et al. (1994), JAMA 271, 698-702.
   */
  private static final double[][] BCG = {
    {4, 119, 11, 128, 44, 1948},
    {6, 300, 29, 274, 55, 1949},
    {3, 228, 11, 209, 42, 1960},
    {62, 13536, 248, 12619, 52, 1977},
    {33, 5036, 47, 5761, 13, 1973},
    {180, 1361, 372, 1079, 44, 1953},
    {8, 2537, 10, 619, 19, 1973},
    {505, 87886, 499, 87892, 13, 1980},
    {29, 7470, 45, 7232, 27, 1968},
    {17, 1699, 65, 1600, 42, 1961},
    {186, 50448, 141, 27197, 18, 1974},
    {5, 2493, 3, 2338, 33, 1969},
    {27, 16886, 29, 17825, 33, 1976},
  };

  /**
   * Nineteen experiments on teachers' expectations: weeks of prior contact, effect, variance.
   * Raudenbush (1984), Journal of Educational Psychology 76, 85-97.
   */
  private static final double[][] EXPECTANCY = {
    {2, 0.03, 0.0156}, {21, 0.12, 0.0216}, {19, -0.14, 0.0279}, {0, 1.18, 0.1391},
    {0, 0.26, 0.1362}, {3, -0.06, 0.0106}, {17, -0.02, 0.0106}, {24, -0.32, 0.0484},
    {0, 0.27, 0.0269}, {1, 0.8, 0.063}, {0, 0.54, 0.0912}, {0, 0.18, 0.0497},
    {1, -0.02, 0.0835}, {2, 0.23, 0.0841}, {17, -0.18, 0.0253}, {5, -0.06, 0.0279},
    {1, 0.3, 0.0193}, {2, 0.07, 0.0088}, {7, -0.07, 0.0303},
  };

  private PublishedMetaAnalyses() {}

  /** Log relative risks of BCG with their variances. */
  public static Effects bcg() {
    double[] values = new double[BCG.length];
    double[] variances = new double[BCG.length];
    for (int i = 0; i < BCG.length; i++) {
      double[] t = BCG[i];
      double vaccinated = t[0] + t[1];
      double controls = t[2] + t[3];
      values[i] = Math.log(t[0] / vaccinated / (t[2] / controls));
      variances[i] = 1 / t[0] - 1 / vaccinated + 1 / t[2] - 1 / controls;
    }

    return Effects.of(values, variances);
  }

  public static Effects bcgOnLatitude() {
    return bcg().with("ablat", bcgColumn(4));
  }

  public static Effects bcgOnLatitudeAndYear() {
    return bcgOnLatitude().with("year", bcgColumn(5));
  }

  public static double[] bcgColumn(int column) {
    return IntStream.range(0, BCG.length).mapToDouble(i -> BCG[i][column]).toArray();
  }

  public static Effects expectancy() {
    return Effects.of(expectancyColumn(1), expectancyColumn(2));
  }

  /** With the weeks of prior contact, capped at three. */
  public static Effects expectancyOnWeeks() {
    double[] weeks = expectancyColumn(0);
    return expectancy()
        .with(
            "weeks",
            IntStream.range(0, weeks.length).mapToDouble(i -> Math.min(weeks[i], 3)).toArray());
  }

  private static double[] expectancyColumn(int column) {
    return IntStream.range(0, EXPECTANCY.length).mapToDouble(i -> EXPECTANCY[i][column]).toArray();
  }
}

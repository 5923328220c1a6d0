package org.quipu.smallarea;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The milk expenditure of 43 areas in four major areas (Arora and Lahiri 1997). */
final class Milk {
  private Milk() {}

  /** The data with a column for each major area, their sampling variances times a factor. */
  static AreaData data(double factor) {
    List<String[]> rows = rows();
    int m = rows.size();
    double[] direct = new double[m];
    double[] variances = new double[m];
    double[][] design = new double[m][4];
    for (int i = 0; i < m; i++) {
      direct[i] = Double.parseDouble(rows.get(i)[1]);
      variances[i] = Math.pow(Double.parseDouble(rows.get(i)[2]), 2) * factor;
      design[i][0] = 1;
      int major = Integer.parseInt(rows.get(i)[3]);
      if (major > 1) {
        design[i][major - 1] = 1;
      }
    }

    return new AreaData(
        rows.stream().map(row -> row[0]).toList(),
        direct,
        variances,
        List.of("intercept", "major 2", "major 3", "major 4"),
        design);
  }

  /** The major area of each area. */
  static List<String> majors() {
    return rows().stream().map(row -> row[3]).toList();
  }

  private static List<String[]> rows() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Milk.class.getResourceAsStream("/examples/milk.csv"), StandardCharsets.UTF_8))) {
      return in.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

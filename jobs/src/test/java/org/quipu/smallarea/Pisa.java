package org.quipu.smallarea;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The mean scores in mathematics of OECD countries and their standard errors (OECD, PISA 2018
 * results), with what R computes of them: csranks::csranks, cstaubest and cstauworst with tau 5,
 * coverage 0.95 and R = 100000; rvalues::rvalues with a grid of 38 points and without smoothing.
 */
record Pisa(
    String jurisdiction,
    double score,
    double error,
    RankConfidenceSets.RankSet marginal,
    RankConfidenceSets.RankSet simultaneous,
    boolean highest,
    boolean lowest,
    double value) {

  /** 38 countries. */
  static List<Pisa> all() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Pisa.class.getResourceAsStream("/examples/pisa2018-mathematics.csv"),
                StandardCharsets.UTF_8))) {
      return in.lines().skip(1).map(line -> of(line.split(",", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pisa of(String[] row) {
    return new Pisa(
        row[0],
        Double.parseDouble(row[1]),
        Double.parseDouble(row[2]),
        new RankConfidenceSets.RankSet(Integer.parseInt(row[4]), Integer.parseInt(row[5])),
        new RankConfidenceSets.RankSet(Integer.parseInt(row[6]), Integer.parseInt(row[7])),
        Boolean.parseBoolean(row[8]),
        Boolean.parseBoolean(row[9]),
        Double.parseDouble(row[10]));
  }

  static double[] scores() {
    return all().stream().mapToDouble(Pisa::score).toArray();
  }

  static double[] errors() {
    return all().stream().mapToDouble(Pisa::error).toArray();
  }
}

package org.quipu.survey;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quipu.GoldenFile;
import org.quipu.survey.calibration.Calibration;
import org.quipu.survey.calibration.CalibrationMethod;
import org.quipu.survey.calibration.StartingWeights;
import org.quipu.survey.calibration.Trim;

/**
 * The samples and the numbers of R for variances from replicates, which {@code
 * jobs/src/test/r/replicates.R} wrote or read.
 */
public final class ReplicateGolden {
  private ReplicateGolden() {}

  /** The rows of a file, by heading. */
  public static List<Map<String, String>> rows(String name) {
    return new GoldenFile("replicates/" + name).rows();
  }

  /** The columns of replicate weights that begin so. */
  public static List<String> columns(String name, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> name + i).toList();
  }

  /** The rows of a design. */
  public static SurveyTable table(String design) {
    return switch (design) {
      case "apiclus1", "apistrat" -> WorkedExamples.read(design);
      case "scd" -> ambulances();
      default -> sample();
    };
  }

  /** The synthetic sample, whose clusters have an identifier of their own too. */
  public static SurveyTable sample() {
    SurveyTable table = new GoldenFile("replicates/sample.csv").table();
    double[] strata = table.numbers("stratum");
    double[] psus = table.numbers("psu");
    return table.with(
        "cluster",
        IntStream.range(0, strata.length).mapToDouble(i -> 10 * strata[i] + psus[i]).toArray());
  }

  /** Levy and Lemeshow's ambulances, with the half samples of R survey's help of svrepdesign. */
  private static SurveyTable ambulances() {
    SurveyTable scd = WorkedExamples.read("scd");
    String[] halves = {"101010", "100101", "011001", "010110"};
    for (int r = 0; r < halves.length; r++) {
      scd.with("half" + (r + 1), halves[r].chars().mapToDouble(c -> c == '1' ? 2 : 0).toArray());
    }

    return scd;
  }

  /** The designs of the script, by their names there. */
  public static Design design(String name) {
    Design weighted = Design.simple().weights("w");
    Design stratified = Design.clusters("psu").strata("stratum").weights("w");
    return switch (name) {
      case "brr" -> weighted.replicates(ReplicateWeights.brr(columns("brr", 12)));
      case "fay" -> weighted.replicates(ReplicateWeights.fay(columns("fay", 12), 0.3));
      case "bootstrap" -> weighted.replicates(ReplicateWeights.bootstrap(columns("boot", 30)));
      case "jkn" -> stratified.replicated(Replication.jkn());
      case "jk1" -> Design.clusters("cluster").weights("w").replicated(Replication.jk1());
      case "apiclus1" ->
          Design.clusters("dnum").weights("pw").fpc("fpc").replicated(Replication.jk1());
      case "apistrat" ->
          Design.clusters("snum")
              .strata("stype")
              .weights("pw")
              .fpc("fpc")
              .replicated(Replication.jkn());
      case "scd" -> Design.simple().replicates(ReplicateWeights.brr(columns("half", 4)));
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The calibrations of the script, by their names there. */
  public static Calibration calibration(String way) {
    return switch (way) {
      case "poststratify" -> of("cells.csv", CalibrationMethod.POSTSTRATIFY);
      case "rake" -> of("margins.csv", CalibrationMethod.RAKE);
      case "linear" -> of("margins-wages.csv", CalibrationMethod.LINEAR);
      case "linear_bounds" -> calibration("linear").bounds(0.5, 2);
      case "logit" ->
          new Calibration(
              calibration("linear").totals(),
              CalibrationMethod.LOGIT,
              0.3,
              3,
              Trim.NONE,
              StartingWeights.AS_GIVEN);
      default -> throw new IllegalArgumentException(way);
    };
  }

  private static Calibration of(String totals, CalibrationMethod method) {
    return Calibration.of(new GoldenFile("replicates/" + totals).totals(), method);
  }
}

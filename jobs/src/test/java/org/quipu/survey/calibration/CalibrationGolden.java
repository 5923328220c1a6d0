package org.quipu.survey.calibration;

import java.util.List;
import java.util.Map;
import org.quipu.GoldenFile;
import org.quipu.survey.Design;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.SurveyTable;

/** The synthetic sample and the numbers of R that {@code jobs/src/test/r/calibration.R} wrote. */
public final class CalibrationGolden {
  /** The ways of the script, by their names there. */
  public static final List<String> WAYS =
      List.of(
          "poststratify",
          "rake",
          "linear",
          "linear_bounds",
          "logit",
          "size_income",
          "linear_trim",
          "rake_trim",
          "poststratify_trim");

  private CalibrationGolden() {}

  /** The rows of a file, by heading. */
  public static List<Map<String, String>> rows(String name) {
    return new GoldenFile("calibration/" + name).rows();
  }

  /** The sample, all columns as texts, as a CSV gives them. */
  public static SurveyTable sample() {
    return new GoldenFile("calibration/sample.csv").table();
  }

  /** A table of totals. */
  public static PopulationTotals totals(String name) {
    return new GoldenFile("calibration/" + name).totals();
  }

  /** The calibration of a way of the script. */
  public static Calibration calibration(String way) {
    double none = Double.POSITIVE_INFINITY;
    return switch (way) {
      case "poststratify" -> Calibration.of(totals("cells.csv"), CalibrationMethod.POSTSTRATIFY);
      case "rake" -> Calibration.of(totals("margins.csv"), CalibrationMethod.RAKE);
      case "linear" -> Calibration.of(totals("margins-income.csv"), CalibrationMethod.LINEAR);
      case "linear_bounds" -> calibration("linear").bounds(0.8, 1.5);
      case "logit" ->
          new Calibration(
              totals("margins-income.csv"),
              CalibrationMethod.LOGIT,
              0.6,
              1.9,
              Trim.NONE,
              StartingWeights.AS_GIVEN);
      case "size_income" -> Calibration.of(totals("size-income.csv"), CalibrationMethod.LINEAR);
      case "linear_trim" -> calibration("linear").trim(new Trim(20, 70, false));
      case "rake_trim" -> calibration("rake").trim(new Trim(18, 80, true));
      case "poststratify_trim" -> calibration("poststratify").trim(new Trim(-none, 75, false));
      default -> throw new IllegalArgumentException(way);
    };
  }

  /** The design of the script of this name, without calibration. */
  public static Design design(String name) {
    Design stratified =
        Design.clusters("psu").strata("stratum").weights("w").lonelyPsu(LonelyPsu.CERTAINTY);
    return switch (name) {
      case "certainty" -> stratified;
      case "adjust" -> stratified.lonelyPsu(LonelyPsu.ADJUST);
      case "average" -> stratified.lonelyPsu(LonelyPsu.AVERAGE);
      case "fpc" -> stratified.fpc("fpc");
      case "stages" ->
          Design.clusters("psu", "ssu")
              .strata("stratum")
              .weights("w")
              .lonelyPsu(LonelyPsu.CERTAINTY)
              .fpc("fpc", "fpc2");
      case "rows" -> Design.simple().strata("stratum").weights("w");
      default -> throw new IllegalArgumentException(name);
    };
  }
}

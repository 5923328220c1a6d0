package org.quipu.survey.regression;

import java.util.List;
import java.util.Map;
import org.quipu.GoldenFile;
import org.quipu.survey.Design;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.SurveyTable;

/** The synthetic sample and the numbers of R that {@code jobs/src/test/r/regression.R} wrote. */
final class Golden {
  private Golden() {}

  /** The rows of a file, by heading. */
  static List<Map<String, String>> rows(String name) {
    return new GoldenFile("regression/" + name).rows();
  }

  static double number(Map<String, String> row, String heading) {
    return Double.parseDouble(row.get(heading));
  }

  /** The sample, all columns as texts, as a CSV gives them. */
  static SurveyTable sample() {
    return new GoldenFile("regression/sample.csv").table();
  }

  static Design stratified() {
    return Design.clusters("psu").strata("stratum").weights("w").lonelyPsu(LonelyPsu.CERTAINTY);
  }

  /** The designs of the script, by their names there. */
  static Design design(String name) {
    return switch (name) {
      case "certainty", "rural" -> stratified();
      case "adjust" -> stratified().lonelyPsu(LonelyPsu.ADJUST);
      case "average" -> stratified().lonelyPsu(LonelyPsu.AVERAGE);
      case "fpc" -> stratified().fpc("fpc");
      case "clusters" -> Design.clusters("cluster").weights("w");
      case "rows" -> Design.simple().strata("stratum").weights("w");
      default -> throw new IllegalArgumentException(name);
    };
  }
}

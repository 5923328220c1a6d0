package org.quipu.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What programmes say of themselves beside their figures, for pages: the objectives of "Prevenir
 * para proteger" and the aims of the interventions in the bulletin of Pasco.
 */
public final class ProgramTexts {

  /**
   * One objective of a strategy.
   *
   * @param resultEs the result that it aims at
   */
  public record Objective(
      String strategy,
      int number,
      String objectiveEs,
      String objectiveEn,
      String resultEs,
      String resultEn,
      List<Intervention> interventions) {}

  /** What is done for an objective, and by which programme. */
  public record Intervention(String program, String nameEs, String nameEn) {}

  /**
   * What an intervention seeks.
   *
   * @param intervention empty for the strategy as a whole
   */
  public record Aim(String strategy, String intervention, String aimEs, String aimEn) {}

  private ProgramTexts() {}

  /** The objectives of "Prevenir para proteger", in order. */
  public static List<Objective> objectives() {
    TextTable table = TextTable.shipped("programs/objectives.csv");
    Map<String, Objective> objectives = new LinkedHashMap<>();
    for (TextTable.Line line : table.lines()) {
      objectives
          .computeIfAbsent(line.text(1), number -> objective(line))
          .interventions()
          .add(new Intervention(line.text(6), line.text(7), line.text(8)));
    }

    return List.copyOf(objectives.values());
  }

  private static Objective objective(TextTable.Line line) {
    return new Objective(
        line.text(0),
        Integer.parseInt(line.text(1)),
        line.text(2),
        line.text(3),
        line.text(4),
        line.text(5),
        new ArrayList<>());
  }

  /** The strategies and interventions of the bulletin of Pasco, in its order. */
  public static List<Aim> aims() {
    return TextTable.shipped("programs/interventions.csv").lines().stream()
        .map(line -> new Aim(line.text(0), line.text(1), line.text(2), line.text(3)))
        .toList();
  }
}

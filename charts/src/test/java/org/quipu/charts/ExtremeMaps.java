package org.quipu.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.text.Language;

/** Maps of every kind with inputs that strain them. */
final class ExtremeMaps {
  private ExtremeMaps() {}

  /** 25 regions as boxes with the bounds of Peru, its coast and its capital. */
  private static MapGround ground() {
    List<MapArea> areas = new ArrayList<>();
    areas.add(box(0, -77.2, -12.2, 0.2, 0.3));
    for (int i = 1; i < 25; i++) {
      int row = (i - 1) / 4;
      double coast = -70.7 - 10.5 * row / 5;
      double width = (-68.7 - coast) / 4;
      areas.add(box(i, coast + width * ((i - 1) % 4), -18.3 + 3.05 * row, width, 3.05));
    }

    return new MapGround(AreaKind.REGION, areas, List.of());
  }

  private static MapArea box(int i, double west, double south, double width, double height) {
    double[][] ring = {
      {west, south},
      {west + width, south},
      {west + width, south + height},
      {west, south + height},
      {west, south}
    };

    return new MapArea(code(i), Sample.REGIONS.get(i), List.<double[][]>of(ring));
  }

  private static String code(int i) {
    return "%02d".formatted(i + 1);
  }

  static void add(Map<String, Figure> figures, Language language) {
    Map<String, PlottedLevel> levels = new HashMap<>();
    Map<String, PlottedChange> changes = new HashMap<>();
    Map<String, TargetMap.Target> targets = new HashMap<>();
    for (int i = 0; i < 25; i++) {
      levels.put(
          code(i),
          i == 7
              ? Extremes.HIDDEN
              : new PlottedLevel(
                  4 * i, Math.max(0, 4.0 * i - 9), 4 * i + 9, PlottedLevel.Showing.REFERENTIAL));
      changes.put(code(i), Extremes.changes().get(i).change());
      targets.put(code(i), new TargetMap.Target(i + 1, i % 3 > 0, 4.0 * i, i % 5 == 0));
    }
    LevelMap.Content content =
        new LevelMap.Content(
            levels, Sample.estimate(52, 1), "Perú", Set.of("03", "09"), levels.keySet());
    figures.put(
        "map of levels",
        LevelMap.ofLevels(
            Extremes.marked(language),
            "2024",
            ground(),
            content,
            Classes.ofLevels(new double[] {0, 96}, 18)));
    figures.put(
        "map of widths", LevelMap.ofWidths(Extremes.about(language), "2024", ground(), content));
    figures.put(
        "map of changes",
        ChangeMap.of(
            Extremes.marked(language),
            2017,
            2022,
            ground(),
            new ChangeFigure.Row(
                "Perú", new PlottedChange(-9.7, -12, -7, PlottedChange.Verdict.HINT_OF_DECREASE)),
            changes,
            new ChangeFigure.Family(25, "Holm")));
    figures.put("map of targets", TargetMap.of(Extremes.marked(language), ground(), targets));
  }
}

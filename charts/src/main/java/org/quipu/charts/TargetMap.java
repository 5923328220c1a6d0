package org.quipu.charts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** The areas that a plan chooses, and in how many draws of the estimates the best plan has each. */
public final class TargetMap {
  private static final int LABELS = 20;
  private static final int LABELS_ON_PHONE = 8;

  /**
   * An area of the plan.
   *
   * @param rank from 1 by falling value
   * @param frequency percentage of draws in whose own best plan it is; NaN without draws
   * @param bound whether the plan's bounds leave no choice about it
   */
  public record Target(int rank, boolean selected, double frequency, boolean bound) {}

  private final About about;
  private final Form form;
  private final Language language;
  private final Messages texts;
  private final MapGround ground;
  private final Map<String, Target> targets;
  private final Classes classes;

  private TargetMap(About about, Form form, MapGround ground, Map<String, Target> targets) {
    this.about = about;
    this.form = form;
    this.language = about.language();
    this.texts = about.texts();
    this.ground = ground;
    this.targets = targets;
    boolean draws = targets.values().stream().anyMatch(t -> !Double.isNaN(t.frequency()));
    this.classes = draws ? Classes.ofFrequencies() : Classes.none();
  }

  /**
   * Draws the map.
   *
   * @param targets by the areas' codes
   */
  public static Figure of(About about, MapGround ground, Map<String, Target> targets) {
    return Figure.of(form -> new TargetMap(about, form, ground, targets).draw());
  }

  private Figure.Drawing draw() {
    List<MapArea> selected =
        ground.areas().stream()
            .filter(area -> targets.containsKey(area.code()))
            .filter(area -> targets.get(area.code()).selected())
            .sorted(Comparator.comparingInt(area -> targets.get(area.code()).rank()))
            .toList();
    Sheet sheet =
        new Sheet(about, form, finding(selected))
            .subtitle(texts.of("map.targets.title", about.indicator(), kind()));
    sheet.note(classes.size() > 0 ? texts.of("map.targets.note") : "");
    MapLegend legend =
        new MapLegend(
            language, form, classes.size() > 0 ? texts.of("map.targets.legend") : "", classes);
    legend.strongKey(texts.of("map.targets.selected"));
    if (targets.values().stream().anyMatch(target -> target.bound() && target.selected())) {
      legend.ringKey(texts.of("map.targets.included"));
    }
    if (targets.values().stream().anyMatch(target -> target.bound() && !target.selected())) {
      legend.key(texts.of("map.targets.excluded"), Palette.PAPER, Hatching.DOTS);
    }
    if (!ground.areas().stream().allMatch(area -> targets.containsKey(area.code()))) {
      legend.key(texts.of("map.absent"), Classes.EMPTY, Hatching.NONE);
    }
    List<MapArea> labelled = selected.subList(0, Math.min(labels(), selected.size()));
    List<MapPlot.Shade> shades =
        ground.areas().stream().map(area -> shade(area, labelled.contains(area))).toList();

    MapList list =
        MapList.ofFirst(
            selected.stream().map(area -> new MapList.Entry(area.label(), "")).toList());

    return ground.drawing(sheet, shades, legend, list, description(sheet, selected));
  }

  private int labels() {
    return form == Form.WIDE ? LABELS : form == Form.PHONE ? LABELS_ON_PHONE : 0;
  }

  private String kind() {
    return ground.kind().several(texts);
  }

  private String finding(List<MapArea> selected) {
    String areas = selected.size() == 1 ? ground.kind().one(texts) : kind();
    if (classes.size() == 0) {
      return texts.of("map.targets.finding.plain", selected.size(), areas);
    }

    Map<Integer, Long> bands =
        selected.stream()
            .map(area -> classes.index(targets.get(area.code()).frequency()))
            .collect(Collectors.groupingBy(band -> band, Collectors.counting()));
    int highest = classes.size() - 1;
    long likely = bands.getOrDefault(highest, 0L);
    long uncertain = bands.getOrDefault(highest - 1, 0L);

    long unlikely = selected.size() - likely - uncertain;

    return texts.of(
        unlikely == 0 ? "map.targets.finding.sure" : "map.targets.finding",
        selected.size(),
        areas,
        likely,
        uncertain,
        unlikely);
  }

  private MapPlot.Shade shade(MapArea area, boolean labelled) {
    Target target = targets.get(area.code());
    if (target == null) {
      return new MapPlot.Shade(area, Classes.EMPTY, Hatching.NONE, false, false, "");
    }

    return new MapPlot.Shade(
        area,
        Double.isNaN(target.frequency()) ? Palette.PAPER : classes.color(target.frequency()),
        target.bound() && !target.selected() ? Hatching.DOTS : Hatching.NONE,
        target.selected(),
        target.bound() && target.selected(),
        labelled ? area.label() : "");
  }

  private String description(Sheet sheet, List<MapArea> selected) {
    String values =
        selected.stream()
            .map(area -> value(area, targets.get(area.code()).frequency()))
            .collect(Collectors.joining("; "));

    return sheet.description(values);
  }

  private String value(MapArea area, double frequency) {
    return area.label()
        + (Double.isNaN(frequency)
            ? ""
            : ": " + texts.of("map.targets.band." + classes.index(frequency)));
  }
}

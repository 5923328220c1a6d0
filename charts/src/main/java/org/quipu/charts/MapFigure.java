package org.quipu.charts;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** The regions on a map, coloured by level or by change, with their numbers on them. */
public final class MapFigure {
  private static final int HEIGHT = 820;
  private static final int WIDTH = 780;

  private static final String CLEAR = "*";
  private static final String HINT = "°";
  private static final String ASSUMED = "?";

  /**
   * A region's outline.
   *
   * @param rings each a list of (longitude, latitude) pairs, the outer ring of one part
   */
  public record Area(String label, List<double[][]> rings) {}

  private final About about;
  private final Messages texts;
  private final List<Area> areas;
  private final double squeeze;
  private final double scale;

  private MapFigure(About about, List<Area> areas) {
    this.about = about;
    this.texts = about.texts();
    this.areas = areas;
    this.squeeze = Math.cos(Math.toRadians((bound(1, false) + bound(1, true)) / 2));
    this.scale =
        Math.max(
            (bound(1, true) - bound(1, false)) / (HEIGHT - 30.0),
            squeeze * (bound(0, true) - bound(0, false)) / (WIDTH - 30.0));
  }

  /** Levels in percent: the darker, the higher. */
  public static Figure ofLevels(
      About about, int year, List<Area> areas, Map<String, PlottedLevel> levels) {
    MapFigure map = new MapFigure(about, areas);
    double lowest = 100;
    double highest = 0;
    for (PlottedLevel level : levels.values()) {
      lowest = level.drawn() ? Math.min(lowest, level.percent()) : lowest;
      highest = level.drawn() ? Math.max(highest, level.percent()) : highest;
    }
    Classes classes = Classes.sequential(lowest, highest);
    Sheet sheet = new Sheet(about, map.texts.of("map.title.level", about.indicator(), year));
    map.legend(
        sheet,
        classes,
        "map.legend.level",
        label -> levels.getOrDefault(label, PlottedLevel.NONE).drawn());
    XYPlot plot = map.plot();
    List<PointLabels.Label> labels = new ArrayList<>();
    boolean referential =
        levels.values().stream()
            .anyMatch(level -> level.showing() == PlottedLevel.Showing.REFERENTIAL);
    sheet.note(referential ? map.texts.of("map.referential") : "");
    sheet.notesOf(levels.values().stream().map(PlottedLevel::showing));
    for (Area area : areas) {
      PlottedLevel level = levels.getOrDefault(area.label(), PlottedLevel.NONE);
      map.paint(plot, area, level.drawn() ? classes.color(level.percent()) : Classes.EMPTY);
      labels.add(map.label(area, level.text(about.language(), map.texts)));
    }

    return map.finish(sheet, plot, labels, classes, "");
  }

  /**
   * Changes in points: blue for the better, red for the worse; signs tell those that differ from
   * zero after correction, only before it, or only with some of the standard errors that may be
   * assumed.
   */
  public static Figure ofChanges(
      About about,
      int fromYear,
      int toYear,
      List<Area> areas,
      Map<String, PlottedChange> changes,
      ChangeFigure.Family family) {
    MapFigure map = new MapFigure(about, areas);
    double lowest = 0;
    double highest = 0;
    for (PlottedChange change : changes.values()) {
      lowest = change.drawn() ? Math.min(lowest, change.points()) : lowest;
      highest = change.drawn() ? Math.max(highest, change.points()) : highest;
    }
    Classes classes = Classes.diverging(lowest, highest, about.better());
    Sheet sheet =
        new Sheet(about, map.texts.of("map.title.change", about.indicator(), fromYear, toYear));
    map.legend(
        sheet,
        classes,
        "map.legend.change",
        label -> changes.containsKey(label) && changes.get(label).drawn());
    Set<String> signs =
        changes.values().stream()
            .filter(PlottedChange::drawn)
            .map(change -> sign(change.verdict()))
            .collect(Collectors.toSet());
    sheet.notesOf(changes.values().stream().map(PlottedChange::showing));
    sheet.note(signs.contains(CLEAR) ? map.texts.of("map.starred", family.tests()) : "");
    sheet.note(signs.contains(HINT) ? map.texts.of("map.hint") : "");
    sheet.note(signs.contains(ASSUMED) ? map.texts.of("map.assumed") : "");
    XYPlot plot = map.plot();
    List<PointLabels.Label> labels = new ArrayList<>();
    for (Area area : areas) {
      PlottedChange change = changes.get(area.label());
      boolean drawn = change != null && change.drawn();
      map.paint(plot, area, drawn ? classes.color(change.points()) : Classes.EMPTY);
      labels.add(
          map.label(
              area,
              drawn
                  ? about.language().signed(change.points()) + sign(change.verdict())
                  : (change == null ? PlottedLevel.Showing.ABSENT : change.showing())
                      .text(map.texts)));
    }

    return map.finish(
        sheet,
        plot,
        labels,
        classes,
        " " + ChangeFigure.counts(map.texts, List.copyOf(changes.values())));
  }

  private static String sign(PlottedChange.Verdict verdict) {
    return switch (verdict) {
      case DECREASE, INCREASE -> CLEAR;
      case HINT_OF_DECREASE, HINT_OF_INCREASE -> HINT;
      case DEPENDS_ON_ASSUMED_ERROR -> ASSUMED;
      case NO_CLEAR_CHANGE, NOT_TESTED -> "";
    };
  }

  private Figure finish(
      Sheet sheet, XYPlot plot, List<PointLabels.Label> labels, Classes classes, String findings) {
    PointLabels annotation = new PointLabels(labels);
    for (Area area : areas) {
      annotation.territory(area.rings().stream().map(this::outline).toArray(double[][][]::new));
    }
    plot.addAnnotation(annotation);

    return sheet.figure(
        plot, HEIGHT, texts.of("map.description", sheet.title(), classes.size()) + findings);
  }

  private XYPlot plot() {
    NumberAxis x = new NumberAxis();
    NumberAxis y = new NumberAxis();
    center(x, squeeze * (bound(0, false) + bound(0, true)) / 2, WIDTH * scale / 2);
    center(y, (bound(1, false) + bound(1, true)) / 2, HEIGHT * scale / 2);
    XYPlot plot = new XYPlot(new XYSeriesCollection(), x, y, null);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);

    return plot;
  }

  private static void center(NumberAxis axis, double middle, double half) {
    axis.setVisible(false);
    axis.setRange(middle - half, middle + half);
  }

  private void legend(Sheet sheet, Classes classes, String key, Predicate<String> drawn) {
    Language language = about.language();
    for (int i = 0; i < classes.size(); i++) {
      sheet.legend(
          texts.of(key, language.count(classes.low(i)), language.count(classes.high(i))),
          Palette.bar(9, 6),
          Palette.GREY,
          classes.colorOf(i));
    }
    if (!areas.stream().map(Area::label).allMatch(drawn)) {
      sheet.legend(texts.of("map.absent"), Palette.bar(9, 6), Palette.GREY, Classes.EMPTY);
    }
  }

  private void paint(XYPlot plot, Area area, Color fill) {
    boolean highlighted = area.label().equals(about.highlighted());
    for (double[][] ring : area.rings()) {
      double[][] outline = outline(ring);
      if (outline.length >= 3) {
        plot.addAnnotation(
            new XYPolygonAnnotation(
                Arrays.stream(outline).flatMapToDouble(Arrays::stream).toArray(),
                Palette.stroke(highlighted ? 2.4f : 0.8f),
                highlighted ? Palette.INK : Palette.SOFT_INK,
                fill));
      }
    }
  }

  /** The ring without the points that are closer together than the eye can see. */
  private double[][] outline(double[][] ring) {
    List<double[]> kept = new ArrayList<>();
    for (double[] point : ring) {
      double[] projected = {point[0] * squeeze, point[1]};
      double[] last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      if (last == null
          || Math.hypot(projected[0] - last[0], projected[1] - last[1]) > 0.5 * scale) {
        kept.add(projected);
      }
    }

    return kept.toArray(double[][]::new);
  }

  private PointLabels.Label label(Area area, String number) {
    double[] middle = middle(area);

    return new PointLabels.Label(
        area.label() + "\n" + number,
        middle[0] * squeeze,
        middle[1],
        Double.NaN,
        Double.NaN,
        0,
        area.label().equals(about.highlighted()));
  }

  /** The centre of gravity of the largest part. */
  private static double[] middle(Area area) {
    double largest = -1;
    double[] middle = {0, 0};
    for (double[][] ring : area.rings()) {
      double twiceArea = 0;
      double x = 0;
      double y = 0;
      for (int i = 0; i < ring.length; i++) {
        double[] p = ring[i];
        double[] q = ring[(i + 1) % ring.length];
        double cross = p[0] * q[1] - q[0] * p[1];
        twiceArea += cross;
        x += (p[0] + q[0]) * cross;
        y += (p[1] + q[1]) * cross;
      }
      if (Math.abs(twiceArea) > largest) {
        largest = Math.abs(twiceArea);
        middle = new double[] {x / (3 * twiceArea), y / (3 * twiceArea)};
      }
    }

    return middle;
  }

  private double bound(int coordinate, boolean highest) {
    var bounds =
        areas.stream()
            .flatMap(area -> area.rings().stream())
            .flatMap(Arrays::stream)
            .mapToDouble(point -> point[coordinate])
            .summaryStatistics();

    return highest ? bounds.getMax() : bounds.getMin();
  }
}

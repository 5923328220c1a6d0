package org.quipu.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Names of a map's areas with their values, where they have no room on the map itself. */
final class MapList {
  static final MapList NONE = new MapList(List.of(), false);

  private static final double LINE = 16;
  private static final double BETWEEN = 18;
  private static final int MOST_COLUMNS = 4;
  private static final Entry LEFT_OUT = new Entry("…", "");

  /** An area. */
  record Entry(String name, String value) {}

  private final List<Entry> entries;
  private final boolean ends;

  private MapList(List<Entry> entries, boolean ends) {
    this.entries = List.copyOf(entries);
    this.ends = ends;
  }

  /** Of which the middle is left out where not all have room. */
  static MapList ofEnds(List<Entry> entries) {
    return new MapList(entries, true);
  }

  /** Of which the last are left out where not all have room. */
  static MapList ofFirst(List<Entry> entries) {
    return new MapList(entries, false);
  }

  private static double width(Entry entry) {
    return Lettering.width(entry.name() + "  " + entry.value(), Palette.SMALL);
  }

  private static double widest(List<Entry> some) {
    return some.stream().mapToDouble(MapList::width).max().orElse(0);
  }

  /** How many columns of these entries have room in a width. */
  private static int columns(List<Entry> some, double width) {
    return Math.max(1, (int) ((width + BETWEEN) / (widest(some) + BETWEEN)));
  }

  /** Pixels that all entries need in this width. */
  double height(double width) {
    return LINE * Math.ceil((double) entries.size() / columns(entries, width));
  }

  /** Draws as many entries as have room, down the columns; none where the names have no room. */
  void draw(Graphics2D g2, Rectangle2D box) {
    int rows = (int) ((box.getHeight() + 1) / LINE);
    int columns = MOST_COLUMNS;
    while (columns > 1 && columns(shown(rows * columns), box.getWidth()) < columns) {
      columns--;
    }
    List<Entry> shown = shown(rows * columns);
    double column = widest(shown);
    if (rows <= 0 || column > box.getWidth()) {
      return;
    }

    int each = Math.min(rows, (shown.size() + columns - 1) / columns);
    for (int i = 0; i < shown.size(); i++) {
      double x = box.getX() + Math.floorDiv(i, each) * (column + BETWEEN);
      double middle = box.getY() + LINE * (i % each + 0.5);
      Entry entry = shown.get(i);
      Lettering.from(g2, entry.name(), x, middle, Palette.SMALL, Palette.INK);
      Lettering.upTo(g2, entry.value(), x + column, middle, Palette.SMALL, Palette.INK);
    }
  }

  private List<Entry> shown(int most) {
    int all = entries.size();
    if (all <= most) {
      return entries;
    }
    if (most < 2) {
      return List.of();
    }

    int first = ends ? most / 2 : most - 1;
    List<Entry> shown = new ArrayList<>(entries.subList(0, first));
    shown.add(LEFT_OUT);
    shown.addAll(entries.subList(all - (most - 1 - first), all));

    return shown;
  }
}

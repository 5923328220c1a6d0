package org.quipu.charts;

import java.util.List;

/**
 * What a map is drawn on.
 *
 * @param kind of the areas
 * @param areas that carry values
 * @param frame larger areas, whose outlines are drawn over the others; empty for none
 */
public record MapGround(AreaKind kind, List<MapArea> areas, List<MapArea> frame) {
  private static final int HEIGHT = 780;

  /** The map on its sheet. */
  Figure.Drawing drawing(
      Sheet sheet, List<MapPlot.Shade> shades, MapLegend legend, MapList list, String description) {
    Form form = sheet.form();
    MapPlot plot = new MapPlot(form, shades, frame, legend, list, sheet.texts().of("map.capital"));

    return sheet.drawing(
        plot, form == Form.PHONE ? plot.heightFor(form.room()) : HEIGHT, description);
  }

  /** Areas of this kind with a thin outline. */
  static MapPlot.Shade plain(MapArea area, java.awt.Color fill, Hatching hatching, String words) {
    return new MapPlot.Shade(area, fill, hatching, false, false, words);
  }
}

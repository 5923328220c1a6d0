package org.quipu.charts;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.text.Messages;

/** The uncertainty of the areas with the highest and the lowest estimates, a curve each. */
public final class RidgesFigure {
  /**
   * An area.
   *
   * @param density of its level: points of percent and density, ascending
   * @param toldFromFirst whether its level can be told from that of the first area
   * @param unsampled whether nobody was interviewed there
   */
  public record Area(
      String label,
      PlottedLevel level,
      List<Point2D> density,
      boolean toldFromFirst,
      boolean unsampled) {
    public Area {
      density = List.copyOf(density);
    }
  }

  /** The country's level, and what the areas are. */
  public record Among(AreaKind kind, String nationLabel, PlottedLevel nation) {}

  /** So many of either end are shown at least, if there are. */
  private static final int FEWEST = 2;

  private final About about;
  private final Form form;
  private final Messages texts;
  private final Among among;
  private final List<Area> highest;
  private final List<Area> lowest;

  private RidgesFigure(About about, Form form, Among among, List<Area> highest, List<Area> lowest) {
    this.about = about;
    this.form = form;
    this.texts = about.texts();
    this.among = among;
    this.highest = highest;
    this.lowest = lowest;
  }

  /**
   * Draws the figure.
   *
   * @param years of the estimates, as they are written
   * @param highest areas, the highest first
   * @param lowest areas, none of them among the highest, the lowest last
   */
  public static Figure of(
      About about, String years, Among among, List<Area> highest, List<Area> lowest) {
    return Figure.of(form -> new RidgesFigure(about, form, among, highest, lowest).draw(years));
  }

  private Figure.Drawing draw(String years) {
    String areas = among.kind().several(texts);
    Sheet sheet =
        new Sheet(about, form, finding(areas))
            .subtitle(subtitle(years, areas, highest.size(), lowest.size()));
    sheet.below(texts.of("prevalence.axis"));
    int each = each(sheet);
    List<Area> top = highest.subList(0, Math.min(each, highest.size()));
    List<Area> bottom = lowest.subList(Math.max(0, lowest.size() - each), lowest.size());
    sheet.subtitle(subtitle(years, areas, top.size(), bottom.size()));
    sheet.note(texts.of("ridges.note"));
    sheet.note(
        Stream.concat(top.stream(), bottom.stream()).anyMatch(Area::unsampled)
            ? texts.of("ridges.unsampled")
            : "");
    RidgePlot plot = new RidgePlot(about, form, top, bottom, among.nationLabel(), among.nation());

    return sheet.drawing(plot, plot.height(), description(sheet));
  }

  private String finding(String areas) {
    long told = lowest.stream().filter(Area::toldFromFirst).count();

    return told == 0
        ? texts.of("ridges.finding.none", lowest.size(), areas)
        : texts.of("ridges.finding", lowest.size(), areas, told);
  }

  private String subtitle(String years, String areas, int top, int bottom) {
    return texts.of("ridges.title", about.indicator(), years, areas, top, bottom);
  }

  /** How many of the highest, and of the lowest, have room. */
  private int each(Sheet sheet) {
    return form.fixed()
        ? Math.max(
            FEWEST, (int) ((sheet.plotHeight() - RidgePlot.around()) / RidgePlot.row(form) / 2))
        : Integer.MAX_VALUE;
  }

  private String description(Sheet sheet) {
    String values =
        Stream.concat(highest.stream(), lowest.stream())
            .map(
                area ->
                    area.label()
                        + ": "
                        + area.level().text(about.language(), texts)
                        + " ("
                        + about.language().interval(area.level().low(), area.level().high())
                        + ")")
            .collect(Collectors.joining("; "));

    return sheet.description(values);
  }
}

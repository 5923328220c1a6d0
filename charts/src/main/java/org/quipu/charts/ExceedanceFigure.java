package org.quipu.charts;

import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quipu.text.Messages;

/** How probable it is that each area's level is above a threshold, the most probable first. */
public final class ExceedanceFigure {
  /** So many areas are named. */
  private static final int NAMED = 10;

  /**
   * An area.
   *
   * @param probability in percent
   * @param band how likely that is, in words
   */
  public record Area(String label, double probability, Band band) {}

  /** How likely it is that a level is above the threshold. */
  public enum Band {
    LIKELY(1),
    UNCERTAIN(0.75),
    UNLIKELY(0.5),
    VERY_UNLIKELY(0.25);

    private final double depth;

    Band(double depth) {
      this.depth = depth;
    }

    private Color color() {
      return Palette.mix(Palette.PAPER, Palette.BLUE, depth);
    }

    private String key() {
      return "exceedance.band." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What the areas are set against.
   *
   * @param percent of women
   * @param isNation whether it is the level of the whole country
   */
  public record Threshold(double percent, boolean isNation) {}

  /** From here on a probability of draws rounds to 100 percent, which it does not tell. */
  private static final double NEARLY_SURE = 99.5;

  private final About about;
  private final Messages texts;
  private final AreaKind kind;
  private final Threshold threshold;
  private final List<Area> areas;

  private ExceedanceFigure(About about, AreaKind kind, Threshold threshold, List<Area> areas) {
    this.about = about;
    this.texts = about.texts();
    this.kind = kind;
    this.threshold = threshold;
    this.areas =
        areas.stream().sorted(Comparator.comparingDouble(Area::probability).reversed()).toList();
  }

  /**
   * Draws the figure.
   *
   * @param years of the estimates, as they are written
   */
  public static Figure of(
      About about, String years, AreaKind kind, Threshold threshold, List<Area> areas) {
    ExceedanceFigure figure = new ExceedanceFigure(about, kind, threshold, areas);

    return Figure.of(form -> figure.draw(form, years));
  }

  private Figure.Drawing draw(Form form, String years) {
    String percent = about.language().percent(threshold.percent());
    Sheet sheet =
        new Sheet(
                about,
                form,
                texts.of(
                    "exceedance.finding",
                    count(Band.LIKELY),
                    areas.size(),
                    kind.several(texts),
                    percent))
            .subtitle(
                texts.of("exceedance.title", about.indicator(), years, percent, kind.one(texts)))
            .above(texts.of("exceedance.axis", percent))
            .below(texts.of("order.probability", kind.several(texts)));
    OrderPlot plot =
        new OrderPlot(
            about.language(),
            areas.size(),
            new OrderPlot.Axis(0, 100, value -> about.language().count(value)));
    for (Band band : Band.values()) {
      layer(sheet, plot, band);
    }
    sheet.note(
        texts.of(
            "exceedance.first",
            areas.stream().limit(NAMED).map(this::value).collect(Collectors.joining("; "))));
    sheet.note(threshold.isNation() ? texts.of("exceedance.nation", percent) : "");
    sheet.note(texts.of("exceedance.note"));

    return sheet.drawing(plot, plot.height(), description(sheet));
  }

  private long count(Band band) {
    return areas.stream().filter(area -> area.band() == band).count();
  }

  private void layer(Sheet sheet, OrderPlot plot, Band band) {
    int[] places =
        IntStream.range(0, areas.size()).filter(i -> areas.get(i).band() == band).toArray();
    if (places.length == 0) {
      return;
    }

    Color color = band.color();
    plot.layer(
        new OrderPlot.Layer(
            places[0] + 1,
            IntStream.of(places)
                .mapToObj(i -> new OrderPlot.Span(0, areas.get(i).probability()))
                .toList(),
            color));
    sheet.legend(texts.of(band.key(), places.length), Palette.square(6), color, color);
  }

  private String value(Area area) {
    return area.label()
        + " "
        + (area.probability() >= NEARLY_SURE
            ? texts.of("exceedance.most")
            : about.language().count(area.probability()) + "\u00a0%");
  }

  private String description(Sheet sheet) {
    return sheet.description(areas.stream().map(this::value).collect(Collectors.joining("; ")));
  }
}

package org.quipu.charts;

import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quipu.text.Messages;

/** The ranks that each area may have, in the order of the estimates. */
public final class RanksFigure {
  /** So many areas are named. */
  private static final int NAMED = 10;

  private static final Color SURE = Palette.mix(Palette.PAPER, Palette.BLUE, 0.22);
  private static final Color LIKELY = Palette.mix(Palette.PAPER, Palette.BLUE, 0.75);

  /**
   * Ranks from the best, the lower number, to the worst.
   *
   * @param best 1 is that of the highest level
   */
  public record Span(double best, double worst) {}

  /**
   * An area.
   *
   * @param likely the middle nine tenths of the ranks that it has in possible values of all areas
   * @param possible those that it may have by tests at 95 % against each other one
   * @param mayBeHighest whether it may be among the highest
   */
  public record Area(String label, Span likely, Span possible, boolean mayBeHighest) {}

  private final About about;
  private final Messages texts;
  private final AreaKind kind;
  private final List<Area> areas;

  private RanksFigure(About about, AreaKind kind, List<Area> areas) {
    this.about = about;
    this.texts = about.texts();
    this.kind = kind;
    this.areas = areas;
  }

  /**
   * Draws the figure.
   *
   * @param years of the estimates, as they are written
   * @param top how many count as the highest
   * @param areas the highest estimate first
   */
  public static Figure of(About about, String years, AreaKind kind, int top, List<Area> areas) {
    RanksFigure figure = new RanksFigure(about, kind, areas);

    return Figure.of(form -> figure.draw(form, years, top));
  }

  private Figure.Drawing draw(Form form, String years, int top) {
    long candidates = areas.stream().filter(Area::mayBeHighest).count();
    Sheet sheet =
        new Sheet(
                about,
                form,
                texts.of("ranks.finding", candidates, areas.size(), kind.several(texts), top))
            .subtitle(texts.of("ranks.title", about.indicator(), years, kind.one(texts)))
            .above(texts.of("ranks.axis"))
            .below(texts.of("order.level", kind.several(texts)));
    OrderPlot plot =
        new OrderPlot(
                about.language(),
                areas.size(),
                new OrderPlot.Axis(
                    areas.size() + 0.5, 0.5, value -> about.language().count(Math.max(1, value))))
            .layer(layer(Area::possible, SURE))
            .layer(layer(Area::likely, LIKELY))
            .line(top + 0.5);
    sheet.legend(texts.of("ranks.likely"), Palette.square(6), LIKELY, LIKELY);
    sheet.legend(texts.of("ranks.possible"), Palette.square(6), SURE, SURE);
    sheet.legend(texts.of("ranks.top", top), Palette.dashes(), Palette.SOFT_INK, Palette.SOFT_INK);
    sheet.note(
        texts.of(
            "ranks.first",
            areas.stream().limit(NAMED).map(this::value).collect(Collectors.joining("; "))));
    sheet.note(texts.of("ranks.note"));

    return sheet.drawing(plot, plot.height(), description(sheet));
  }

  private OrderPlot.Layer layer(Function<Area, Span> ranks, Color color) {
    return new OrderPlot.Layer(
        1,
        areas.stream()
            .map(ranks)
            .map(span -> new OrderPlot.Span(span.worst() + 0.5, span.best() - 0.5))
            .toList(),
        color);
  }

  private String value(Area area) {
    return texts.of(
        "ranks.value",
        area.label(),
        about.language().count(area.possible().best()),
        about.language().count(area.possible().worst()));
  }

  private String description(Sheet sheet) {
    return sheet.description(areas.stream().map(this::value).collect(Collectors.joining("; ")));
  }
}

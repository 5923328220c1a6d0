package org.quipu.charts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.text.Messages;

/**
 * How a model of areas agrees with the survey: its estimates against the direct ones, its residuals
 * against a normal distribution, and its checks.
 */
public final class ModelFigure {
  /** A point of a panel; both numbers are in the same unit. */
  public record Point(double across, double up) {}

  /**
   * A check whose value is known to be in order within bounds.
   *
   * @param value as it is written
   * @param bounds as they are written
   */
  public record Check(String label, String value, String bounds, boolean inside) {}

  /**
   * What the figure shows.
   *
   * @param direct estimates of the model across, direct ones up, in percent
   * @param residuals standardized, up; across, what they would be of a normal distribution
   * @param areas how many areas there are in all
   */
  public record Content(
      AreaKind kind, List<Point> direct, List<Point> residuals, List<Check> checks, int areas) {
    public Content {
      direct = List.copyOf(direct);
      residuals = List.copyOf(residuals);
      checks = List.copyOf(checks);
    }
  }

  private final About about;
  private final Form form;
  private final Messages texts;
  private final Content content;

  private ModelFigure(About about, Form form, Content content) {
    this.about = about;
    this.form = form;
    this.texts = about.texts();
    this.content = content;
  }

  /**
   * Draws the figure.
   *
   * @param years of the estimates, as they are written
   * @param content with a point at least
   */
  public static Figure of(About about, String years, Content content) {
    return Figure.of(form -> new ModelFigure(about, form, content).draw(years));
  }

  private Figure.Drawing draw(String years) {
    Sheet sheet =
        new Sheet(about, form, finding())
            .subtitle(texts.of("model.title", about.indicator(), years, content.kind().one(texts)));
    checks(false).forEach(sheet::note);
    checks(true).forEach(sheet::note);
    sheet.note(texts.of("model.shown", content.direct().size(), content.areas()));
    List<PointPanels.Panel> panels =
        Stream.of(
                new PointPanels.Panel(
                    texts.of("model.direct"), texts.of("model.estimate"), content.direct()),
                new PointPanels.Panel(
                    texts.of("model.residual"), texts.of("model.normal"), content.residuals()))
            .filter(panel -> !panel.points().isEmpty())
            .toList();
    PointPanels plot = new PointPanels(about.language(), form, panels);

    return sheet.drawing(plot, plot.height(), description(sheet));
  }

  private String finding() {
    long inside = content.checks().stream().filter(Check::inside).count();

    return content.checks().isEmpty()
        ? texts.of("model.finding.none", content.direct().size(), content.kind().several(texts))
        : texts.of("model.finding", inside, content.checks().size());
  }

  private List<String> checks(boolean inside) {
    return content.checks().stream()
        .filter(check -> check.inside() == inside)
        .map(
            check ->
                texts.of(
                    inside ? "model.inside" : "model.outside",
                    check.label(),
                    check.value(),
                    check.bounds()))
        .toList();
  }

  private String description(Sheet sheet) {
    return sheet.description(
        Stream.concat(
                Stream.concat(checks(false).stream(), checks(true).stream()),
                Stream.of(texts.of("model.shown", content.direct().size(), content.areas())))
            .collect(Collectors.joining(" ")));
  }
}

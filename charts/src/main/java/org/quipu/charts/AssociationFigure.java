package org.quipu.charts;

import java.awt.Paint;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.quipu.text.Messages;

/** The change of every region against how far prevention reached it, with the fitted lines. */
public final class AssociationFigure {
  private static final int HEIGHT = 480;

  /**
   * Pixels that the plot is high at least where the sheet's height is given, and those of a number.
   */
  private static final double LOW = 50;

  private static final double TICK = 18;
  private static final int LINE_STEPS = 60;
  private static final double LARGEST = 8;
  private static final double SMALLEST = 3;

  /**
   * One region: its coverage, and its change in percentage points.
   *
   * @param change NaN where it is not shown
   * @param low lower end of its interval, NaN where not known
   * @param high upper end
   * @param leverage whether the line depends on it more than on others
   */
  public record Point(
      String label, double coverage, double change, double low, double high, boolean leverage) {
    private boolean drawn() {
      return !Double.isNaN(change);
    }

    private boolean hasInterval() {
      return !Double.isNaN(low) && !Double.isNaN(high);
    }
  }

  /**
   * What lies along the two axes.
   *
   * @param measure of coverage, such as "Personas informadas por 1000 mujeres"
   * @param coverageYears such as "2017-2021"
   * @param low coverage that is called low, in the measure's unit
   * @param high coverage that is called high
   */
  public record Axes(
      int fromYear, int toYear, String measure, String coverageYears, double low, double high) {}

  /** A line and what it is, such as "recta a igual nivel de partida". */
  public record Line(String label, RegressionLine line) {}

  /**
   * The lines through the points.
   *
   * @param answer drawn whole, with its band; empty where there is none
   * @param beside drawn dashed, without a band; empty where there is none
   */
  public record Lines(Optional<Line> answer, Optional<Line> beside) {}

  private final About about;
  private final Form form;
  private final Messages texts;
  private final Axes axes;
  private final List<Point> points;

  private AssociationFigure(About about, Form form, Axes axes, List<Point> points) {
    this.about = about;
    this.form = form;
    this.texts = about.texts();
    this.axes = axes;
    this.points = points.stream().filter(Point::drawn).toList();
  }

  /**
   * Draws the figure.
   *
   * @param finding whether there is an association, and what it is
   * @param notes what else must be known of it
   */
  public static Figure of(
      About about,
      Axes axes,
      List<Point> points,
      Lines lines,
      Finding finding,
      List<String> notes) {
    return Figure.of(
        form -> new AssociationFigure(about, form, axes, points).draw(lines, finding, notes));
  }

  private Figure.Drawing draw(Lines lines, Finding finding, List<String> notes) {
    String title = texts.of("association.title", about.indicator(), axes.fromYear(), axes.toYear());
    NumberAxis x = Scale.axis(about.language(), null);
    NumberAxis y = Scale.axis(about.language(), null);
    fit(x, y);
    if (form.fixed()) {
      Scale.thin(y, LOW, TICK);
    }
    XYPlot plot = new XYPlot(dots(), x, y, renderer());
    plot.setAxisOffset(new RectangleInsets(0, 4, 4, 0));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setRangeGridlineStroke(Palette.stroke(1));
    plot.addRangeMarker(new ValueMarker(0, Palette.INK, Palette.stroke(1)), Layer.BACKGROUND);
    PointLabels names = new PointLabels(labels());
    names.avoid(x.getLowerBound(), 0, x.getUpperBound(), 0);
    Stream.of(lines.answer(), lines.beside())
        .flatMap(Optional::stream)
        .map(Line::line)
        .forEach(
            line ->
                names.avoid(
                    x.getLowerBound(),
                    line.at(x.getLowerBound()),
                    x.getUpperBound(),
                    line.at(x.getUpperBound())));
    plot.addAnnotation(names);
    Sheet sheet =
        new Sheet(about, form, finding.title())
            .subtitle(title)
            .above(texts.of("association.axis.change"))
            .below(
                texts.of(
                    form.fixed() ? "association.axis.brief" : "association.axis.coverage",
                    axes.measure(),
                    axes.coverageYears(),
                    about.language().significant(axes.low()),
                    about.language().significant(axes.high())));
    for (double coverage : new double[] {axes.low(), axes.high()}) {
      plot.addDomainMarker(
          new ValueMarker(coverage, Palette.GREY, Palette.DASHED), Layer.BACKGROUND);
    }
    if (!form.fixed()) {
      sheet.legend(texts.of("association.points"), Palette.circle(5), Palette.BLUE, Palette.BLUE);
    }
    if (points.stream().anyMatch(Point::leverage) && !form.fixed()) {
      sheet.legend(
          texts.of("association.leverage"), Palette.circle(5), Palette.VERMILLION, Palette.BLUE);
    }
    lines
        .answer()
        .ifPresent(
            answer -> {
              band(plot, answer.line(), x);
              sheet.legend(
                  answer.label(),
                  Palette.bar(9, 3),
                  Palette.VERMILLION,
                  Palette.faint(Palette.VERMILLION, 60));
            });
    lines
        .beside()
        .filter(beside -> !form.fixed())
        .ifPresent(
            beside -> {
              dashed(plot, beside.line(), x);
              sheet.legend(beside.label(), Palette.dashes(), Palette.INK, Palette.INK);
            });
    String caution = texts.of("association.caution");
    String sentence = finding.statement();
    String statement = sentence.contains(bare(caution)) ? sentence : sentence + " " + caution;
    sheet.statement(statement).caution(caution);
    notes.forEach(sheet::note);
    sheet.note(texts.of("intervals"));

    return sheet.drawing(
        plot,
        HEIGHT,
        texts.of(
            "association.description", finding.title() + ". " + title, points.size(), statement));
  }

  private static String bare(String caution) {
    return caution.substring(1, caution.length() - 1);
  }

  private void fit(NumberAxis x, NumberAxis y) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double low = 0;
    double high = 0;
    for (Point point : points) {
      left = Math.min(left, point.coverage());
      right = Math.max(right, point.coverage());
      low = Math.min(low, point.hasInterval() ? point.low() : point.change());
      high = Math.max(high, point.hasInterval() ? point.high() : point.change());
    }
    double margin = right > left ? (right - left) * 0.03 : 1;
    Scale.fit(x, points.isEmpty() ? 0 : left - margin, points.isEmpty() ? 1 : right + margin);
    Scale.fit(y, low - 1, high + 1);
  }

  private XYIntervalSeriesCollection dots() {
    XYIntervalSeries series = new XYIntervalSeries("regions", false, true);
    for (Point point : points) {
      double low = point.hasInterval() ? point.low() : point.change();
      double high = point.hasInterval() ? point.high() : point.change();
      double x = point.coverage();
      series.add(x, x, x, point.change(), low, high);
    }
    XYIntervalSeriesCollection dots = new XYIntervalSeriesCollection();
    dots.addSeries(series);

    return dots;
  }

  private XYErrorRenderer renderer() {
    XYErrorRenderer renderer =
        new XYErrorRenderer() {
          private static final long serialVersionUID = 1L;

          @Override
          public Shape getItemShape(int row, int column) {
            return Palette.circle(radius(points.get(column)));
          }

          @Override
          public Paint getItemOutlinePaint(int row, int column) {
            return points.get(column).leverage() ? Palette.VERMILLION : Palette.BLUE;
          }
        };
    renderer.setDrawXError(false);
    renderer.setDrawYError(true);
    renderer.setCapLength(0);
    renderer.setUseFillPaint(true);
    renderer.setSeriesFillPaint(0, Palette.BLUE);
    renderer.setDrawOutlines(true);
    renderer.setUseOutlinePaint(true);
    renderer.setSeriesOutlineStroke(0, Palette.LINE);
    renderer.setErrorPaint(Palette.faint(Palette.BLUE, 150));
    renderer.setErrorStroke(Palette.THIN);
    renderer.setSeriesPaint(0, Palette.BLUE);
    renderer.setDefaultLinesVisible(false);

    return renderer;
  }

  /** The area of a point goes with its weight, one over the squared standard error. */
  private double radius(Point point) {
    double narrowest = Double.POSITIVE_INFINITY;
    for (Point other : points) {
      double width = other.high() - other.low();
      narrowest = width > 0 ? Math.min(narrowest, width) : narrowest;
    }
    double width = point.high() - point.low();

    return width > 0 ? Math.max(SMALLEST, LARGEST * narrowest / width) : SMALLEST;
  }

  private List<PointLabels.Label> labels() {
    List<PointLabels.Label> labels = new ArrayList<>();
    for (Point point : points) {
      boolean highlighted = point.label().equals(about.highlighted());
      if (form.fixed() && !highlighted && !point.leverage()) {
        continue;
      }

      labels.add(
          new PointLabels.Label(
              point.label(),
              point.coverage(),
              point.change(),
              point.low(),
              point.high(),
              radius(point),
              highlighted));
    }

    return labels;
  }

  private static void band(XYPlot plot, RegressionLine line, NumberAxis x) {
    YIntervalSeries series = new YIntervalSeries("line");
    for (int i = 0; i <= LINE_STEPS; i++) {
      double at = x.getLowerBound() + x.getRange().getLength() * i / LINE_STEPS;
      double y = line.at(at);
      series.add(at, y, y - line.halfWidth(at), y + line.halfWidth(at));
    }
    YIntervalSeriesCollection lines = new YIntervalSeriesCollection();
    lines.addSeries(series);
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setAlpha(0.22f);
    renderer.setSeriesPaint(0, Palette.VERMILLION);
    renderer.setSeriesFillPaint(0, Palette.VERMILLION);
    renderer.setSeriesStroke(0, Palette.LINE);
    plot.setDataset(1, lines);
    plot.setRenderer(1, renderer);
  }

  private static void dashed(XYPlot plot, RegressionLine line, NumberAxis x) {
    XYSeries series = new XYSeries("beside");
    for (double at : new double[] {x.getLowerBound(), x.getUpperBound()}) {
      series.add(at, line.at(at));
    }
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, Palette.INK);
    renderer.setSeriesStroke(0, Palette.DASHED);
    plot.setDataset(2, new XYSeriesCollection(series));
    plot.setRenderer(2, renderer);
  }
}

package org.quipu.charts;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * The regions of a strategy against the others, year by year: how far apart they are, measured from
 * the mean of the years before the strategy began.
 */
public final class EventStudyFigure {
  private static final int HEIGHT = 390;
  private static final double POINT = 5;

  /** Pixels that the axis of points takes of the sheet's width. */
  private static final double POINTS = 50;

  /** How far apart the lines stand at one year, in years. */
  private static final double ASIDE = 0.08;

  /**
   * What began, and when.
   *
   * @param year in which it began
   * @param start what is written at its line, such as "empieza en junio de 2024"
   */
  public record Strategy(String name, int year, String start) {}

  /**
   * One comparison: its years ascending, without the year before the start where that is the only
   * one.
   */
  public record Run(String label, List<Year> years) {}

  /** The difference in one year, in percentage points, with its interval. */
  public record Year(int year, double points, double low, double high) {}

  /**
   * Pixels that the plot is high at least where the sheet's height is given, and those of a number.
   */
  private static final double LOW = 40;

  private static final double TICK = 18;

  private record Look(Shape shape, Color color) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look(Palette.circle(POINT), Palette.BLUE),
          new Look(Palette.square(POINT - 0.6), Palette.VERMILLION));

  private final About about;
  private final Form form;
  private final Messages texts;
  private final Strategy strategy;
  private final List<Run> runs;
  private final int first;
  private final int last;

  private EventStudyFigure(About about, Form form, Strategy strategy, List<Run> runs) {
    this.about = about;
    this.form = form;
    this.texts = about.texts();
    this.strategy = strategy;
    List<Run> shown = form == Form.CARD ? runs.subList(0, 1) : runs;
    this.runs = shown.stream().map(run -> onlyYearBefore(run) ? withReference(run) : run).toList();
    var years =
        this.runs.stream()
            .flatMap(run -> run.years().stream())
            .mapToInt(Year::year)
            .summaryStatistics();
    this.first = years.getMin();
    this.last = years.getMax();
  }

  /** Draws the figure: one run, or two. */
  public static Figure of(About about, Strategy strategy, List<Run> runs, Finding finding) {
    if (runs.isEmpty() || runs.size() > LOOKS.size()) {
      throw new IllegalArgumentException(runs.size() + " runs; from 1 to " + LOOKS.size());
    }

    return Figure.of(form -> new EventStudyFigure(about, form, strategy, runs).draw(finding));
  }

  private boolean onlyYearBefore(Run run) {
    return run.years().stream().noneMatch(year -> year.year() < strategy.year());
  }

  /** The year before the start differs from itself by nothing. */
  private Run withReference(Run run) {
    List<Year> years = new ArrayList<>(run.years());
    years.add(new Year(strategy.year() - 1, 0, 0, 0));
    years.sort((a, b) -> Integer.compare(a.year(), b.year()));
    return new Run(run.label(), List.copyOf(years));
  }

  private Figure.Drawing draw(Finding finding) {
    String title = texts.of("event.title", about.indicator(), strategy.name(), first, last);
    XYPlot plot = new XYPlot(data(), years(), points(), renderer());
    plot.setAxisOffset(new RectangleInsets(0, 4, 4, 0));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setRangeGridlineStroke(Palette.stroke(1));
    plot.addRangeMarker(new ValueMarker(0, Palette.INK, Palette.stroke(1)), Layer.BACKGROUND);
    Sheet sheet = new Sheet(about, form, finding.title()).above(texts.of("event.axis"));
    String before = first == strategy.year() - 1 ? ".one" : "";
    sheet.subtitle(title);
    sheet.legend(
        texts.of("event.zero" + before, first, strategy.year() - 1),
        Palette.bar(8, 0.6),
        Palette.INK,
        Palette.INK);
    for (int i = 0; i < runs.size(); i++) {
      Look look = LOOKS.get(i);
      sheet.legend(runs.get(i).label(), look.shape(), look.color(), look.color());
    }
    YearMark.draw(plot, sheet, strategy.year() - 0.5, strategy.start(), plotWidth());
    sheet.statement(finding.statement()).caution(texts.of("association.caution"));
    sheet.note(texts.of("event.reference" + before, first, strategy.year() - 1));
    sheet.note(texts.of("intervals"));

    return sheet.drawing(
        plot, HEIGHT, description(finding.title() + ". " + title, finding.statement()));
  }

  private XYIntervalSeriesCollection data() {
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    for (int i = 0; i < runs.size(); i++) {
      double aside = ASIDE * (2 * i - runs.size() + 1);
      XYIntervalSeries series = new XYIntervalSeries(runs.get(i).label(), false, true);
      for (Year year : runs.get(i).years()) {
        double x = year.year() + aside;
        series.add(x, x, x, year.points(), year.low(), year.high());
      }
      data.addSeries(series);
    }

    return data;
  }

  private NumberAxis years() {
    return Scale.years(first, last, 0.5, 0.5, plotWidth());
  }

  private double plotWidth() {
    return form.room() - POINTS;
  }

  private NumberAxis points() {
    double low = 0;
    double high = 0;
    for (Run run : runs) {
      for (Year year : run.years()) {
        low = Math.min(low, year.low());
        high = Math.max(high, year.high());
      }
    }
    NumberAxis axis = Scale.axis(about.language(), null);
    Scale.fit(axis, low - 0.3, high + 0.3);
    if (form.fixed()) {
      Scale.thin(axis, LOW, TICK);
    }

    return axis;
  }

  private PointRenderer renderer() {
    PointRenderer renderer = new PointRenderer(this::isReference);
    renderer.setDefaultLinesVisible(false);
    for (int i = 0; i < runs.size(); i++) {
      renderer.setSeriesPaint(i, LOOKS.get(i).color());
      renderer.setSeriesShape(i, LOOKS.get(i).shape());
    }

    return renderer;
  }

  private boolean isReference(int run, int year) {
    Year at = runs.get(run).years().get(year);
    return first == strategy.year() - 1 && at.year() == first;
  }

  private String description(String title, String statement) {
    Language language = about.language();
    String years =
        runs.get(0).years().stream()
            .map(
                year ->
                    texts.of("event.description.year", year.year(), language.signed(year.points())))
            .collect(Collectors.joining("; "));

    return texts.of("event.description", title, years, statement);
  }
}

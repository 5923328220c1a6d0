package org.quipu.charts;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** The country's level year by year, a line a form of violence. */
public final class SeriesFigure {
  private static final int HEIGHT = 430;

  /** Pixels that the axis of levels takes of the sheet's width. */
  private static final double LEVELS = 50;

  /** Pixels that the plot is high at least where the sheet's height is given, and of a number. */
  private static final double LOW = 60;

  private static final double TICK = 18;

  private static final double POINT = 4.5;

  /** The levels of one form, years ascending. */
  public record Series(String label, List<Year> years) {}

  /** The level of one year. */
  public record Year(int year, PlottedLevel estimate) {}

  /** A year that cannot simply be compared with the others, and why. */
  public record Break(int year, String reason) {}

  private record Look(Shape shape, Color color) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look(Palette.circle(POINT), Palette.INK),
          new Look(Palette.square(POINT - 0.6), Palette.BLUE),
          new Look(Palette.triangleUp(POINT + 0.4), Palette.VERMILLION),
          new Look(Palette.diamond(POINT + 0.6), Palette.GREEN),
          new Look(Palette.triangleDown(POINT + 0.4), Palette.PURPLE));

  private final About about;
  private final Form form;
  private final Messages texts;
  private final List<Series> forms;
  private final List<Break> breaks;
  private final Optional<PlottedChange.Verdict> verdict;
  private final int first;
  private final int last;

  private SeriesFigure(
      About about,
      Form form,
      List<Series> forms,
      List<Break> breaks,
      Optional<PlottedChange.Verdict> verdict) {
    this.about = about;
    this.form = form;
    this.verdict = verdict;
    this.texts = about.texts();
    List<Series> drawn =
        forms.stream().map(SeriesFigure::drawn).filter(f -> !f.years().isEmpty()).toList();
    this.forms = form == Form.CARD ? drawn.subList(0, 1) : drawn;
    var years =
        this.forms.stream()
            .flatMap(series -> series.years().stream())
            .mapToInt(Year::year)
            .summaryStatistics();
    this.first = years.getMin();
    this.last = years.getMax();
    this.breaks = breaks.stream().filter(this::isDrawn).toList();
  }

  /**
   * Draws the figure: up to five forms.
   *
   * @param verdict on the first form's change from its first year to its last; empty where it was
   *     not tested
   */
  public static Figure of(
      About about,
      List<Series> forms,
      List<Break> breaks,
      Optional<PlottedChange.Verdict> verdict) {
    if (forms.size() > LOOKS.size()) {
      throw new IllegalArgumentException(forms.size() + " forms; at most " + LOOKS.size());
    }

    return Figure.of(form -> new SeriesFigure(about, form, forms, breaks, verdict).draw());
  }

  private boolean isDrawn(Break year) {
    return forms.stream()
        .flatMap(form -> form.years().stream())
        .anyMatch(drawn -> drawn.year() == year.year());
  }

  private static Series drawn(Series form) {
    return new Series(
        form.label(), form.years().stream().filter(year -> year.estimate().drawn()).toList());
  }

  private Figure.Drawing draw() {
    String title =
        texts.of(
            forms.size() > 1 ? "series.title" : "series.single", about.indicator(), first, last);
    XYIntervalSeriesCollection data = data();
    XYPlot plot = new XYPlot(data, years(), levels(), renderer(data));
    plot.setAxisOffset(new RectangleInsets(0, 4, 4, 0));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setRangeGridlineStroke(Palette.stroke(1));
    plot.addAnnotation(labels());
    Sheet sheet = new Sheet(about, form, finding()).subtitle(title).above(texts.of("series.axis"));
    if (!namesAtLines() && forms.size() > 1) {
      for (int i = 0; i < forms.size(); i++) {
        Look look = LOOKS.get(i);
        sheet.legend(forms.get(i).label(), look.shape(), look.color(), look.color());
      }
    }
    breaks.forEach(gap -> YearMark.draw(plot, sheet, gap.year(), gap.reason(), plotWidth()));
    sheet.note(texts.of("series.intervals"));

    return sheet.drawing(plot, HEIGHT, description(title));
  }

  private String finding() {
    Series first = forms.get(0);
    Year start = first.years().get(0);
    Year end = first.years().get(first.years().size() - 1);

    return finding(about, first.label(), start, end, verdict);
  }

  /**
   * How a series began and ended, and what the test of its change says.
   *
   * @param verdict empty where the change was not tested
   */
  static String finding(
      About about, String label, Year start, Year end, Optional<PlottedChange.Verdict> verdict) {
    String key =
        switch (verdict.orElse(PlottedChange.Verdict.NOT_TESTED)) {
          case DECREASE -> "falls";
          case INCREASE -> "rises";
          case NO_CLEAR_CHANGE -> "unclear";
          case HINT_OF_DECREASE -> "hint.falls";
          case HINT_OF_INCREASE -> "hint.rises";
          case DEPENDS_ON_ASSUMED_ERROR, NOT_TESTED -> "untested";
        };

    return about
        .texts()
        .of(
            "series.finding." + key,
            label,
            start.estimate().percentText(about.language()),
            start.year(),
            end.estimate().percentText(about.language()),
            end.year());
  }

  private XYIntervalSeriesCollection data() {
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    for (Series form : forms) {
      XYIntervalSeries series = new XYIntervalSeries(form.label(), false, true);
      int before = form.years().get(0).year();
      for (Year year : form.years()) {
        if (year.year() > before + 1) {
          series.add(before + 1, before + 1, before + 1, Double.NaN, Double.NaN, Double.NaN);
        }
        PlottedLevel estimate = year.estimate();
        double level = estimate.percent();
        double low = estimate.hasInterval() ? estimate.low() : level;
        double high = estimate.hasInterval() ? estimate.high() : level;
        series.add(year.year(), year.year(), year.year(), level, low, high);
        before = year.year();
      }
      data.addSeries(series);
    }

    return data;
  }

  /** Whether names of forms stand at the ends of their lines, otherwise in the legend. */
  private boolean namesAtLines() {
    return form == Form.WIDE;
  }

  private double plotWidth() {
    return form.room() - LEVELS;
  }

  private NumberAxis years() {
    double span = Math.max(1, last - first);
    double label = labelWidth() / plotWidth();
    double before = 0.06 * span + 0.2;
    double after = (span + 0.5) * label / (1 - label) + (namesAtLines() ? 0.3 : 0.1);

    return Scale.years(first, last, before, after, plotWidth());
  }

  /** The width of the longest label at the end of a line, with its distance from the point. */
  private double labelWidth() {
    return forms.stream()
        .mapToDouble(series -> Lettering.width(name(series), Palette.STRONG) + 22)
        .max()
        .orElse(0);
  }

  private String name(Series series) {
    Year end = series.years().get(series.years().size() - 1);

    return (namesAtLines() ? series.label() + ": " : "")
        + about.language().percent(end.estimate().percent());
  }

  private NumberAxis levels() {
    double highest = 1;
    for (Series form : forms) {
      for (Year year : form.years()) {
        PlottedLevel estimate = year.estimate();
        highest = Math.max(highest, estimate.hasInterval() ? estimate.high() : estimate.percent());
      }
    }
    NumberAxis axis = Scale.axis(about.language(), null);
    Scale.fit(axis, 0, highest * 1.08);
    if (form.fixed()) {
      Scale.thin(axis, LOW, TICK);
    }

    return axis;
  }

  private PointRenderer renderer(XYIntervalSeriesCollection data) {
    PointRenderer renderer =
        new PointRenderer((form, item) -> broken((int) Math.round(data.getXValue(form, item))));
    renderer.setDefaultLinesVisible(true);
    for (int i = 0; i < forms.size(); i++) {
      renderer.setSeriesPaint(i, LOOKS.get(i).color());
      renderer.setSeriesShape(i, LOOKS.get(i).shape());
      renderer.setSeriesStroke(i, Palette.LINE);
    }

    return renderer;
  }

  private boolean broken(int year) {
    return breaks.stream().anyMatch(gap -> gap.year() == year);
  }

  /** The first level and, with the form's name, the last one. */
  private PointLabels labels() {
    List<PointLabels.Label> labels = new ArrayList<>();
    for (Series form : forms) {
      Year start = form.years().get(0);
      Year end = form.years().get(form.years().size() - 1);
      labels.add(label(end, name(form), true));
      if (start.year() < end.year()) {
        labels.add(label(start, about.language().percent(start.estimate().percent()), false));
      }
    }
    PointLabels annotation = new PointLabels(labels);
    for (Series form : forms) {
      for (int i = 1; i < form.years().size(); i++) {
        Year from = form.years().get(i - 1);
        Year to = form.years().get(i);
        annotation.avoid(
            from.year(), from.estimate().percent(), to.year(), to.estimate().percent());
      }
    }

    return annotation;
  }

  private static PointLabels.Label label(Year year, String text, boolean strong) {
    PlottedLevel estimate = year.estimate();

    return new PointLabels.Label(
        text, year.year(), estimate.percent(), estimate.low(), estimate.high(), POINT + 1, strong);
  }

  private String description(String title) {
    Language language = about.language();
    String lines =
        forms.stream()
            .map(
                form -> {
                  Year start = form.years().get(0);
                  Year end = form.years().get(form.years().size() - 1);

                  return texts.of(
                      "series.description.form",
                      form.label(),
                      language.decimal(start.estimate().percent(), 1),
                      start.year(),
                      language.decimal(end.estimate().percent(), 1),
                      end.year());
                })
            .collect(Collectors.joining(" "));

    return texts.of("series.description", finding() + ". " + title, lines);
  }
}

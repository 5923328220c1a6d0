package org.quipu.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.LengthConstraintType;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.quipu.text.Messages;

/**
 * The sheet that a figure stands on: the banner of synthetic data, title, universe and legend above
 * it, notes and source below. It is as high as its texts need, so that the plot keeps its height.
 */
final class Sheet {
  /** Pixels above and below everything. */
  private static final int EDGES = 22;

  /** Pixels that the sign of a legend's entry takes, with what is around it. */
  private static final int KEY = 40;

  /** Marks that the banner and the source themselves tell. */
  private static final Set<Mark> TOLD = Set.of(Mark.SYNTHETIC, Mark.RECOMPUTED);

  /** How many regions there are: the longest number in a second line that tells how many. */
  private static final int ALL = 25;

  /** So many marks are told behind the source, where notes have no room. */
  private static final int MOST_MARKS = 3;

  /** Pixels of a line of the legend. */
  private static final int LEGEND = 24;

  private final About about;
  private final Form form;
  private final Messages texts;
  private final String title;
  private final LegendItemCollection legend = new LegendItemCollection();
  private final List<String> notes = new ArrayList<>();
  private String subtitle;
  private String subtitleLine = "";
  private String statement = "";
  private String caution = "";
  private String above = "";
  private String below = "";

  Sheet(About about, Form form, String title) {
    this.about = about;
    this.form = form;
    this.texts = about.texts();
    this.title = title;
    this.subtitle = about.universe();
  }

  Messages texts() {
    return texts;
  }

  Form form() {
    return form;
  }

  String title() {
    return title;
  }

  /** The alternative text: title, subtitle and what the figure shows. */
  String description(String values) {
    return texts.of("description", title, subtitleLine, values);
  }

  String subtitleLine() {
    return subtitleLine;
  }

  /**
   * How many rows of a plot have room below the title; no limit where the height is open.
   *
   * @param names of all rows, the heading first
   * @param numbers of all rows, the heading first
   */
  int rows(List<String> names, List<String> numbers) {
    double expected = legend.getItemCount() > 0 ? 0 : form == Form.CARD ? LEGEND : 2 * LEGEND;

    return form.fixed()
        ? (int)
                ((plotHeight() - expected - RowsPlot.below(form))
                    / RowsPlot.least(form, names, numbers))
            - 1
        : Integer.MAX_VALUE;
  }

  /** Pixels that what is on the sheet so far leaves to the plot, where the height is given. */
  double plotHeight() {
    return form.height()
        - EDGES
        - height(titles(texts.of("some", subtitle.lines().findFirst().orElse(""), ALL, ALL)));
  }

  /** Says in the second line, where there is room for some only, how many of all are shown. */
  Sheet some(int shown, int all) {
    return shown < all ? subtitle(texts.of("some", subtitleLine, shown, all)) : this;
  }

  /** A second line under the title, before the universe. */
  Sheet subtitle(String line) {
    this.subtitleLine = line;
    this.subtitle = line + "\n" + about.universe();

    return this;
  }

  /** What is measured upwards in the plot, over it. */
  Sheet above(String axis) {
    this.above = axis;

    return this;
  }

  /** What is measured to the right in the plot, below it. */
  Sheet below(String axis) {
    this.below = axis;

    return this;
  }

  /** What the figure says, in words, directly below it. */
  Sheet statement(String sentence) {
    this.statement = sentence;

    return this;
  }

  /** What must be said where there is no room for the statement and the notes, in a few words. */
  Sheet caution(String words) {
    this.caution = words;

    return this;
  }

  Sheet note(String note) {
    if (!note.isEmpty()) {
      notes.add(note);
    }

    return this;
  }

  /** What the words in the place of numbers mean. */
  Sheet notesOf(Stream<PlottedLevel.Showing> showings) {
    showings
        .filter(PlottedLevel.Showing::hidden)
        .distinct()
        .sorted()
        .forEach(showing -> note(texts.of("hidden." + showing.code())));

    return this;
  }

  /** A legend entry of a filled or hollow shape. */
  Sheet legend(String label, Shape shape, Color color, Color fill) {
    String lines = String.join("\n", Lettering.lines(label, Palette.LABEL, form.room() - KEY));
    LegendItem item = new LegendItem(lines, null, null, null, shape, fill, Palette.THIN, color);
    item.setLabelFont(Palette.LABEL);
    item.setLabelPaint(Palette.INK);
    legend.add(item);

    return this;
  }

  /**
   * The plot on its sheet.
   *
   * @param plotHeight in pixels, where the form leaves it open
   */
  Figure.Drawing drawing(Plot plot, int plotHeight, String description) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(8, 4, 8, 8));
    JFreeChart chart = new JFreeChart(null, Palette.LABEL, plot, false);
    chart.setBackgroundPaint(Palette.PAPER);
    chart.setPadding(new RectangleInsets(12, form.margin(), 10, form.margin()));
    chart.setAntiAlias(true);
    List<Title> titles = titles(subtitle);
    titles.forEach(chart::addSubtitle);
    String watermark = about.synthetic() ? texts.of("synthetic") : "";

    int height = form.fixed() ? form.height() : plotHeight + EDGES + height(titles);

    return new Figure.Drawing(chart, height, title, description, watermark);
  }

  private List<Title> titles(String subtitle) {
    List<Title> titles = new ArrayList<>();
    if (about.synthetic()) {
      titles.add(banner());
    }
    titles.add(
        text(title, Palette.TITLE.deriveFont(form.titleSize()), Palette.INK, RectangleEdge.TOP, 2));
    for (String line : subtitle.lines().limit(form.fixed() ? 1 : 2).toList()) {
      titles.add(text(line, Palette.SUBTITLE, Palette.SOFT_INK, RectangleEdge.TOP, 2));
    }
    if (legend.getItemCount() > 0) {
      titles.add(legendTitle());
    }
    if (!above.isEmpty()) {
      titles.add(text(above, Palette.LABEL, Palette.SOFT_INK, RectangleEdge.TOP, 3));
    }
    titles.addAll(footer());

    return titles;
  }

  /** Bottom titles are stacked from the edge upwards: the last line comes first. */
  private List<Title> footer() {
    List<Title> footer = new ArrayList<>();
    if (!below.isEmpty()) {
      TextTitle axis = text(below, Palette.LABEL, Palette.SOFT_INK, RectangleEdge.BOTTOM, 2);
      axis.setHorizontalAlignment(HorizontalAlignment.CENTER);
      axis.setTextAlignment(HorizontalAlignment.CENTER);
      footer.add(axis);
    }
    if (!form.fixed()) {
      notes(footer);
    }
    footer.add(text(source(), Palette.SMALL, Palette.SOFT_INK, RectangleEdge.BOTTOM, 1));
    Collections.reverse(footer);

    return footer;
  }

  /** Where notes have no room, what a reader must know stands in a few words behind the source. */
  private String source() {
    if (!form.fixed()) {
      return texts.of("source", about.source());
    }

    String source = texts.of(about.synthetic() ? "source.alone" : "source", about.source());
    List<String> marks =
        about.marks().stream()
            .filter(mark -> !TOLD.contains(mark))
            .sorted()
            .map(mark -> texts.of(mark.key() + ".short"))
            .toList();

    return Stream.concat(
            Stream.of(source, caution),
            marks.size() > MOST_MARKS ? Stream.of(texts.of("marks.many")) : marks.stream())
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private void notes(List<Title> footer) {
    if (!statement.isEmpty()) {
      footer.add(text(statement, Palette.STRONG, Palette.INK, RectangleEdge.BOTTOM, 5));
    }
    for (String note : notes) {
      footer.add(text(note, Palette.SMALL, Palette.SOFT_INK, RectangleEdge.BOTTOM, 1));
    }
    about.marks().stream()
        .sorted()
        .map(mark -> texts.of(mark.key()))
        .forEach(
            note ->
                footer.add(text(note, Palette.SMALL, Palette.SOFT_INK, RectangleEdge.BOTTOM, 1)));
  }

  private Title banner() {
    TextTitle banner =
        text(
            texts.of(form.fixed() ? "synthetic" : "synthetic.banner"),
            Palette.STRONG,
            Palette.PAPER,
            RectangleEdge.TOP,
            form.fixed() ? 1 : 5);
    banner.setBackgroundPaint(Palette.ALARM);
    banner.setExpandToFitSpace(true);
    double above = form.fixed() ? 1 : 5;
    banner.setPadding(new RectangleInsets(above, 8, above, 8));
    banner.setMargin(new RectangleInsets(0, 0, 6, 0));

    return banner;
  }

  private static TextTitle text(
      String text, Font font, Color color, RectangleEdge edge, double padding) {
    TextTitle title = new TextTitle(text, font);
    title.setPaint(color);
    title.setPosition(edge);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setPadding(new RectangleInsets(padding, 0, padding, 0));

    return title;
  }

  private Title legendTitle() {
    LegendTitle title = new LegendTitle(() -> legend);
    title.setPosition(RectangleEdge.TOP);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setItemFont(Palette.LABEL);
    title.setItemPaint(Palette.INK);
    title.setPadding(new RectangleInsets(5, 0, 3, 0));
    title.setLegendItemGraphicPadding(new RectangleInsets(2, 2, 2, 4));
    title.setItemLabelPadding(new RectangleInsets(2, 0, 2, 12));
    title.setBackgroundPaint(null);

    return title;
  }

  private int height(List<Title> titles) {
    Graphics2D g2 = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    Palette.smooth(g2);
    Range width = new Range(0, form.room());
    RectangleConstraint constraint =
        new RectangleConstraint(
            width.getUpperBound(),
            width,
            LengthConstraintType.RANGE,
            2000,
            new Range(0, 2000),
            LengthConstraintType.RANGE);
    double height = 0;
    for (Title title : titles) {
      height += title.arrange(g2, constraint).getHeight();
    }
    g2.dispose();

    return (int) Math.ceil(height);
  }
}

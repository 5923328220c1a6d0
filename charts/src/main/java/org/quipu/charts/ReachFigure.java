package org.quipu.charts;

import java.awt.Paint;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** How many people prevention reached in a region, year by year; incomplete years stand apart. */
public final class ReachFigure {
  private static final int HEIGHT = 260;

  /** Pixels a year on a phone, where bars lie, and around them. */
  private static final int ROW = 26;

  private static final int AROUND = 24;

  /**
   * One year.
   *
   * @param partial the months it covers where it is incomplete, such as "enero a julio"
   */
  public record Year(int year, double people, String partial) {
    boolean incomplete() {
      return !partial.isEmpty();
    }
  }

  private ReachFigure() {}

  /** Draws the figure of one region. */
  public static Figure of(About about, String region, List<Year> years) {
    return Figure.of(form -> draw(about, form, region, years));
  }

  private static Figure.Drawing draw(About about, Form form, String region, List<Year> all) {
    Messages texts = about.texts();
    List<Year> years = all.subList(Math.max(0, all.size() - most(form)), all.size());
    String title = texts.of("reach.title", region);
    double unit = years.stream().anyMatch(year -> year.people() >= 1e6) ? 1000 : 1;
    CategoryPlot plot =
        new CategoryPlot(
            data(years, unit),
            categories(),
            people(about, form, years, unit),
            renderer(about, form, years));
    int height = HEIGHT;
    if (form == Form.PHONE) {
      plot.setOrientation(PlotOrientation.HORIZONTAL);
      plot.setRangeGridlinesVisible(false);
      plot.getRangeAxis().setTickLabelsVisible(false);
      height = years.size() * ROW + AROUND;
    }
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setRangeGridlineStroke(Palette.stroke(1));
    Sheet sheet =
        new Sheet(about, form, finding(about, all))
            .subtitle(title)
            .some(years.size(), all.size())
            .above(texts.of(unit == 1 ? "reach.axis" : "reach.axis.thousands"));
    years.stream()
        .filter(Year::incomplete)
        .forEach(
            year -> sheet.note(texts.of("reach.partial", year.year() + ": " + year.partial())));
    sheet.note(texts.of("reach.twice"));

    return sheet.drawing(
        plot, height, description(about, texts, sheet.title() + ". " + title, years));
  }

  /** So many of the last years have room. */
  private static int most(Form form) {
    return switch (form) {
      case WIDE, PHONE -> Integer.MAX_VALUE;
      case SQUARE -> 6;
      case CARD -> 9;
    };
  }

  /** The last whole year, and the year of the most people. */
  private static String finding(About about, List<Year> years) {
    Messages texts = about.texts();
    List<Year> whole = years.stream().filter(year -> !year.incomplete()).toList();
    Year last = (whole.isEmpty() ? years : whole).get((whole.isEmpty() ? years : whole).size() - 1);
    Year most = whole.stream().max(Comparator.comparingDouble(Year::people)).orElse(last);
    String people = about.language().count(last.people());

    return whole.isEmpty()
        ? texts.of("reach.finding.partial", people, last.year(), last.partial())
        : whole.size() == 1
            ? texts.of("reach.finding.one", people, last.year())
            : most.equals(last)
                ? texts.of("reach.finding.most", people, last.year())
                : texts.of(
                    "reach.finding",
                    people,
                    last.year(),
                    about.language().count(most.people()),
                    most.year());
  }

  private static CategoryDataset data(List<Year> years, double unit) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    years.forEach(
        year ->
            data.addValue(
                year.people() / unit, "people", year.year() + (year.incomplete() ? "*" : "")));

    return data;
  }

  private static CategoryAxis categories() {
    CategoryAxis axis = new CategoryAxis();
    axis.setTickLabelFont(Palette.LABEL);
    axis.setTickLabelPaint(Palette.INK);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setLowerMargin(0.02);
    axis.setUpperMargin(0.02);
    axis.setCategoryMargin(0.02);

    return axis;
  }

  private static NumberAxis people(About about, Form form, List<Year> years, double unit) {
    double most = years.stream().mapToDouble(Year::people).max().orElse(1) / unit;
    NumberAxis axis = Scale.axis(about.language(), null);
    Scale.fit(axis, 0, Math.max(1, most * (form == Form.PHONE || form.fixed() ? 1.25 : 1.1)));
    if (form.fixed()) {
      axis.setTickLabelsVisible(false);
    }

    return axis;
  }

  private static BarRenderer renderer(About about, Form form, List<Year> years) {
    BarRenderer renderer =
        new BarRenderer() {
          private static final long serialVersionUID = 1L;

          @Override
          public Paint getItemPaint(int row, int column) {
            return years.get(column).incomplete() ? Palette.faint(Palette.BLUE, 60) : Palette.BLUE;
          }
        };
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(true);
    renderer.setDefaultOutlinePaint(Palette.BLUE);
    renderer.setDefaultOutlineStroke(Palette.stroke(1));
    renderer.setMaximumBarWidth(Math.min(form == Form.PHONE ? 0.2 : 0.09, 0.7 / years.size()));
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(Palette.SMALL);
    renderer.setDefaultItemLabelPaint(Palette.INK);
    renderer.setDefaultPositiveItemLabelPosition(
        form == Form.PHONE
            ? new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT)
            : new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER));
    renderer.setDefaultItemLabelGenerator(new Counts(about.language()));

    return renderer;
  }

  private record Counts(Language language) implements CategoryItemLabelGenerator {
    @Override
    public String generateLabel(CategoryDataset data, int row, int column) {
      return language.count(data.getValue(row, column).doubleValue());
    }

    @Override
    public String generateRowLabel(CategoryDataset data, int row) {
      return String.valueOf(data.getRowKey(row));
    }

    @Override
    public String generateColumnLabel(CategoryDataset data, int column) {
      return String.valueOf(data.getColumnKey(column));
    }
  }

  private static String description(About about, Messages texts, String title, List<Year> years) {
    return texts.of(
        "reach.description",
        title,
        years.stream()
            .map(
                year ->
                    texts.of(
                        "reach.description.year",
                        year.year() + (year.incomplete() ? " (" + year.partial() + ")" : ""),
                        about.language().count(year.people())))
            .collect(Collectors.joining("; ")));
  }
}

package org.quipu.charts;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.xy.XYIntervalSeries;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** How common violence is in every region in two years, with intervals, beside the country. */
public final class PrevalenceFigure {
  /** So far above and below the middle of a row its two points stand, in pixels. */
  private static final double ASIDE = 5;

  /** A region's or the country's level in the two years. */
  public record Pair(String label, PlottedLevel from, PlottedLevel to) {}

  private final About about;
  private final Form form;
  private final Messages texts;
  private final int fromYear;
  private final int toYear;
  private final Pair nation;
  private final Sheet sheet;
  private final List<Pair> all;
  private final List<Pair> rows;

  private PrevalenceFigure(
      About about, Form form, int fromYear, int toYear, Pair nation, List<Pair> regions) {
    this.about = about;
    this.form = form;
    this.texts = about.texts();
    this.fromYear = fromYear;
    this.toYear = toYear;
    this.nation = nation;
    this.all = sorted(nation, regions);
    this.sheet =
        new Sheet(about, form, finding())
            .subtitle(texts.of("prevalence.title", about.indicator(), fromYear, toYear));
    this.rows = telling(sheet.rows(names(all), numbers(all)));
    sheet.some(rows.size() - 1, all.size() - 1);
  }

  /** Draws the figure: the highest level of the later year on top. */
  public static Figure of(About about, int fromYear, int toYear, Pair nation, List<Pair> regions) {
    return Figure.of(
        form -> new PrevalenceFigure(about, form, fromYear, toYear, nation, regions).draw());
  }

  private static List<Pair> sorted(Pair nation, List<Pair> regions) {
    List<Pair> rows = new ArrayList<>(regions);
    rows.add(nation);
    rows.sort(
        Comparator.comparingDouble((Pair row) -> row.to().drawn() ? -row.to().percent() : 1)
            .thenComparing(Pair::label));

    return rows;
  }

  /** As many rows as a form has room for: the country, the highest and the lowest. */
  private List<Pair> telling(int room) {
    List<Pair> regions = new ArrayList<>(all);
    regions.removeIf(row -> row.equals(nation));
    Set<Pair> chosen = new LinkedHashSet<>(List.of(nation));
    regions.stream().filter(row -> row.label().equals(about.highlighted())).forEach(chosen::add);
    for (int i = 0; i < regions.size() && chosen.size() < room; i++) {
      int fromTop = Math.floorDiv(i, 2);
      chosen.add(regions.get(i % 2 == 0 ? fromTop : regions.size() - 1 - fromTop));
    }

    return all.stream().filter(chosen::contains).toList();
  }

  private Figure.Drawing draw() {
    RowsPlot plot = new RowsPlot(form, names(rows), numbers(rows), scale());
    rows(plot);
    nationalLines(plot);
    Color late = Palette.BLUE;
    Color early = Palette.ORANGE;
    sheet.legend(String.valueOf(fromYear), Palette.square(4), early, early);
    sheet.legend(String.valueOf(toYear), Palette.circle(4.6), late, late);
    points(plot, "from", -ASIDE, Pair::from, Palette.square(4), early);
    points(plot, "to", ASIDE, Pair::to, Palette.circle(4.6), late);
    notes();

    return sheet.drawing(plot.plot(), plot.height(), description());
  }

  /** The lowest and the highest level of the regions in the later year. */
  private String finding() {
    List<Pair> regions =
        all.stream().filter(row -> !row.equals(nation) && row.to().drawn()).toList();
    if (regions.isEmpty()) {
      return texts.of("prevalence.finding.none", toYear);
    }

    Pair highest = regions.get(0);
    Pair lowest = regions.get(regions.size() - 1);

    return texts.of(
        regions.size() == 1 ? "prevalence.finding.one" : "prevalence.finding",
        toYear,
        lowest.to().percentText(about.language()),
        lowest.label(),
        highest.to().percentText(about.language()),
        highest.label());
  }

  private List<String> names(List<Pair> rows) {
    List<String> names = new ArrayList<>();
    names.add("");
    rows.forEach(
        row ->
            names.add(
                row.equals(nation) ? row.label().toUpperCase(java.util.Locale.ROOT) : row.label()));

    return names;
  }

  private List<String> numbers(List<Pair> rows) {
    Language language = about.language();
    List<String> numbers = new ArrayList<>();
    numbers.add(fromYear + " → " + toYear);
    for (Pair row : rows) {
      boolean both = row.from().drawn() && row.to().drawn();
      boolean one = row.from().drawn() || row.to().drawn();
      numbers.add(
          both || one
              ? row.from().text(language, texts) + " → " + row.to().text(language, texts)
              : "");
    }

    return numbers;
  }

  private NumberAxis scale() {
    double lowest = 100;
    double highest = 0;
    for (Pair row : rows) {
      for (PlottedLevel estimate : List.of(row.from(), row.to())) {
        if (estimate.drawn()) {
          boolean interval = estimate.hasInterval();
          lowest = Math.min(lowest, interval ? estimate.low() : estimate.percent());
          highest = Math.max(highest, interval ? estimate.high() : estimate.percent());
        }
      }
    }
    NumberAxis scale = Scale.axis(about.language(), texts.of("prevalence.axis"));
    Scale.fit(scale, lowest < 0.3 * highest ? 0 : lowest, Math.max(highest, 1));

    return scale;
  }

  private void rows(RowsPlot plot) {
    for (int i = 0; i < rows.size(); i++) {
      Pair row = rows.get(i);
      if (row.equals(nation)) {
        plot.shade(i + 1, Palette.BAND);
      } else if (row.label().equals(about.highlighted())) {
        plot.shade(i + 1, Palette.HIGHLIGHT);
      }
      if (!row.from().drawn() && !row.to().drawn()) {
        plot.remark(i + 1, row.to().text(about.language(), texts));
      }
    }
  }

  private void nationalLines(RowsPlot plot) {
    if (nation.from().drawn()) {
      plot.line(nation.from().percent(), Palette.ORANGE, Palette.DASHED);
    }
    if (nation.to().drawn()) {
      plot.line(nation.to().percent(), Palette.BLUE, Palette.DASHED);
    }
    boolean falling = nation.to().percent() <= nation.from().percent();
    nationalHeading(plot, nation.from(), fromYear, !falling, Palette.ORANGE_INK);
    nationalHeading(plot, nation.to(), toYear, falling, Palette.BLUE);
  }

  private void nationalHeading(
      RowsPlot plot, PlottedLevel estimate, int year, boolean left, Color color) {
    if (estimate.drawn() && !form.fixed()) {
      String text =
          texts.of(
              "nation.line", nation.label(), year, about.language().percent(estimate.percent()));
      plot.heading(
          estimate.percent(), text, left ? RowWords.Side.BEFORE : RowWords.Side.AFTER, color);
    }
  }

  private void points(
      RowsPlot plot,
      String key,
      double below,
      java.util.function.Function<Pair, PlottedLevel> year,
      Shape shape,
      Color color) {
    XYIntervalSeries firm = plot.series(key, shape, color, color);
    XYIntervalSeries referential = plot.series(key + " referential", shape, color, Palette.PAPER);
    for (int i = 0; i < rows.size(); i++) {
      PlottedLevel estimate = year.apply(rows.get(i));
      if (estimate.drawn()) {
        double y = plot.at(i + 1, below);
        boolean hollow = estimate.showing() == PlottedLevel.Showing.REFERENTIAL;
        double low = estimate.hasInterval() ? estimate.low() : estimate.percent();
        double high = estimate.hasInterval() ? estimate.high() : estimate.percent();
        (hollow ? referential : firm).add(estimate.percent(), low, high, y, y, y);
      }
    }
  }

  private void notes() {
    sheet.note(texts.of("intervals"));
    boolean referential = false;
    boolean withoutInterval = false;
    for (Pair row : rows) {
      for (PlottedLevel estimate : List.of(row.from(), row.to())) {
        referential |= estimate.showing() == PlottedLevel.Showing.REFERENTIAL;
        withoutInterval |= estimate.drawn() && !estimate.hasInterval();
      }
    }
    sheet.note(referential ? texts.of("referential") : "");
    sheet.note(withoutInterval ? texts.of("without.interval") : "");
    sheet.notesOf(
        rows.stream().flatMap(row -> Stream.of(row.from(), row.to())).map(PlottedLevel::showing));
  }

  private String description() {
    Pair top = rows.get(0).equals(nation) && rows.size() > 1 ? rows.get(1) : rows.get(0);

    return texts.of(
        "prevalence.description",
        sheet.title() + ". " + sheet.subtitleLine(),
        nation.label(),
        nation.from().text(about.language(), texts),
        nation.to().text(about.language(), texts),
        top.label(),
        top.to().text(about.language(), texts));
  }
}

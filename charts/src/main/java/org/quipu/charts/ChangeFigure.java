package org.quipu.charts;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.xy.XYIntervalSeries;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** The change of every region between two years, sorted, with intervals and verdicts. */
public final class ChangeFigure {
  /** The part of the plot's width that a heading beside 0 takes. */
  private static final double HEADING_SHARE = 0.15;

  /** The same where names and numbers stand beside a narrow plot. */
  private static final double HEADING_SHARE_OF_SQUARE = 0.4;

  /** A region's or the country's change. */
  public record Row(String label, PlottedChange change) {}

  /**
   * The tests that were corrected together.
   *
   * @param tests how many
   * @param method such as Holm; empty where nothing was tested
   */
  public record Family(int tests, String method) {}

  private final About about;
  private final Form form;
  private final Messages texts;
  private final Row nation;
  private final Sheet sheet;
  private final List<PlottedChange> regions;
  private final List<Row> rows;
  private final Family family;

  private ChangeFigure(
      About about,
      Form form,
      int fromYear,
      int toYear,
      Row nation,
      List<Row> regions,
      Family family) {
    this.about = about;
    this.form = form;
    this.texts = about.texts();
    this.nation = nation;
    this.family = family;
    this.regions = regions.stream().map(Row::change).toList();
    this.sheet =
        new Sheet(about, form, finding(texts, this.regions))
            .subtitle(texts.of("change.title", about.indicator(), fromYear, toYear));
    legend(
        sheet,
        Stream.concat(Stream.of(nation.change()), this.regions.stream()).toList(),
        about.better());
    this.rows =
        new ArrayList<>(telling(sheet.rows(names(regions), numbers(regions)), nation, regions));
    sheet.some(rows.size() - 1, regions.size());
    this.rows.sort(
        Comparator.comparingDouble(
                (Row row) -> row.change().drawn() ? row.change().points() : Double.MAX_VALUE)
            .thenComparing(Row::label));
  }

  /** Draws the figure: the largest fall on top. */
  public static Figure of(
      About about, int fromYear, int toYear, Row nation, List<Row> regions, Family family) {
    return Figure.of(
        form -> new ChangeFigure(about, form, fromYear, toYear, nation, regions, family).draw());
  }

  private Figure.Drawing draw() {
    RowsPlot plot = new RowsPlot(form, names(rows), numbers(rows), scale());
    rows(plot);
    plot.line(0, Palette.INK, Palette.THIN);
    plot.heading(0, texts.of("change.falls"), RowWords.Side.BEFORE, Palette.SOFT_INK);
    plot.heading(0, texts.of("change.rises"), RowWords.Side.AFTER, Palette.SOFT_INK);
    points(plot);
    sheet.note(
        family.tests() > 0
            ? texts.of("change.family", family.tests(), family.method())
            : texts.of("intervals"));
    note(PlottedChange.Verdict::hint, "change.hint");
    note(PlottedChange.Verdict.DEPENDS_ON_ASSUMED_ERROR::equals, "change.assumed");
    note(PlottedChange.Verdict.NOT_TESTED::equals, "change.untested");
    sheet.notesOf(rows.stream().map(row -> row.change().showing()));

    return sheet.drawing(plot.plot(), plot.height(), description());
  }

  private void note(Predicate<PlottedChange.Verdict> verdict, String key) {
    sheet.note(
        rows.stream()
                .map(Row::change)
                .filter(PlottedChange::drawn)
                .map(PlottedChange::verdict)
                .anyMatch(verdict)
            ? texts.of(key)
            : "");
  }

  private List<String> names(List<Row> rows) {
    List<String> names = new ArrayList<>();
    names.add("");
    for (Row row : rows) {
      names.add(row.equals(nation) ? row.label().toUpperCase(Locale.ROOT) : row.label());
    }

    return names;
  }

  private List<String> numbers(List<Row> rows) {
    Language language = about.language();
    List<String> numbers = new ArrayList<>();
    numbers.add(texts.of("change.heading"));
    for (Row row : rows) {
      PlottedChange change = row.change();
      String interval =
          change.hasInterval()
              ? " (" + language.signedInterval(change.low(), change.high()) + ")"
              : "";
      numbers.add(change.drawn() ? language.signed(change.points()) + interval : "");
    }

    return numbers;
  }

  private NumberAxis scale() {
    double low = 0;
    double high = 0;
    for (Row row : rows) {
      PlottedChange change = row.change();
      if (change.drawn()) {
        low = Math.min(low, change.hasInterval() ? change.low() : change.points());
        high = Math.max(high, change.hasInterval() ? change.high() : change.points());
      }
    }
    NumberAxis scale = Scale.axis(about.language(), texts.of("change.axis"));
    Scale.fit(scale, Math.min(low, -1), Math.max(high, 1));
    makeRoom(scale);

    return scale;
  }

  /** Adds a step on a side of 0 that is too narrow for the heading over it. */
  private void makeRoom(NumberAxis scale) {
    double least =
        (form == Form.SQUARE ? HEADING_SHARE_OF_SQUARE : HEADING_SHARE)
            * scale.getRange().getLength();
    double step = scale.getTickUnit().getSize();
    double low = scale.getLowerBound();
    double high = scale.getUpperBound();
    scale.setRange(-low < least ? low - step : low, high < least ? high + step : high);
  }

  private void rows(RowsPlot plot) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.equals(nation)) {
        plot.shade(i + 1, Palette.BAND);
      } else if (row.label().equals(about.highlighted())) {
        plot.shade(i + 1, Palette.HIGHLIGHT);
      }
      if (!row.change().drawn()) {
        plot.remark(i + 1, row.change().showing().text(texts));
      }
    }
  }

  private void points(RowsPlot plot) {
    Map<PlottedChange.Verdict, XYIntervalSeries> kinds = new EnumMap<>(PlottedChange.Verdict.class);
    for (PlottedChange.Verdict verdict : PlottedChange.Verdict.values()) {
      if (count(verdict) > 0) {
        Look look = look(verdict, about.better());
        kinds.put(verdict, plot.series(verdict.name(), look.shape(), look.color(), look.fill()));
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      PlottedChange change = rows.get(i).change();
      if (change.drawn()) {
        double y = plot.at(i + 1);
        double low = change.hasInterval() ? change.low() : change.points();
        double high = change.hasInterval() ? change.high() : change.points();
        kinds.get(change.verdict()).add(change.points(), low, high, y, y, y);
      }
    }
  }

  /** Adds the verdicts on these changes to a legend, each once. */
  static void legend(Sheet sheet, List<PlottedChange> changes, Better better) {
    changes.stream()
        .filter(PlottedChange::drawn)
        .map(PlottedChange::verdict)
        .distinct()
        .sorted()
        .forEach(
            verdict -> {
              Look look = look(verdict, better);
              sheet.legend(words(sheet, verdict), look.shape(), look.color(), look.fill());
            });
  }

  /** What a verdict is called in a legend: briefly, where there is little room. */
  private static String words(Sheet sheet, PlottedChange.Verdict verdict) {
    return sheet.texts().of(verdict.key() + (sheet.form() == Form.WIDE ? "" : ".brief"));
  }

  record Look(Shape shape, Color color, Color fill) {}

  /**
   * Verdicts differ by shape, by filling and by colour: blue for the better, vermillion for the
   * worse.
   */
  static Look look(PlottedChange.Verdict verdict, Better better) {
    Color decrease = better == Better.LOWER ? Palette.BLUE : Palette.VERMILLION;
    Color increase = better == Better.LOWER ? Palette.VERMILLION : Palette.BLUE;
    return switch (verdict) {
      case DECREASE -> new Look(Palette.triangleDown(5.5), decrease, decrease);
      case INCREASE -> new Look(Palette.triangleUp(5.5), increase, increase);
      case HINT_OF_DECREASE -> new Look(Palette.triangleDown(5.5), decrease, Palette.PAPER);
      case HINT_OF_INCREASE -> new Look(Palette.triangleUp(5.5), increase, Palette.PAPER);
      case NO_CLEAR_CHANGE -> new Look(Palette.circle(4.2), Palette.SOFT_INK, Palette.PAPER);
      case DEPENDS_ON_ASSUMED_ERROR ->
          new Look(Palette.square(4.4), Palette.ORANGE_INK, Palette.PAPER);
      case NOT_TESTED -> new Look(Palette.diamond(5.2), Palette.GREY, Palette.GRID);
    };
  }

  private long count(PlottedChange.Verdict verdict) {
    return rows.stream()
        .filter(row -> row.change().drawn() && row.change().verdict() == verdict)
        .count();
  }

  /** As many rows as a form has room for: the country, the clearest changes, the largest. */
  private List<Row> telling(int room, Row nation, List<Row> all) {
    Comparator<Row> byTelling =
        Comparator.comparing((Row row) -> !row.label().equals(about.highlighted()))
            .thenComparing(row -> !row.change().drawn())
            .thenComparing(row -> !row.change().verdict().clear())
            .thenComparingDouble(row -> -Math.abs(row.change().points()));

    return Stream.concat(Stream.of(nation), all.stream().sorted(byTelling).limit(room - 1L))
        .toList();
  }

  /** The findings and every value in words, the largest fall first. */
  private String description() {
    String values =
        rows.stream()
            .filter(row -> row.change().drawn())
            .map(row -> row.label() + ": " + row.change().words(about.language(), texts))
            .collect(Collectors.joining("; "));

    return texts.of(
        "change.description", sheet.title(), sheet.subtitleLine(), counts(texts, regions), values);
  }

  /** What the tests of the regions' changes say, in a few words. */
  static String finding(Messages texts, List<PlottedChange> regions) {
    List<PlottedChange.Verdict> verdicts =
        regions.stream().filter(PlottedChange::drawn).map(PlottedChange::verdict).toList();
    long falls = verdicts.stream().filter(PlottedChange.Verdict.DECREASE::equals).count();
    long rises = verdicts.stream().filter(PlottedChange.Verdict.INCREASE::equals).count();
    if (verdicts.stream().allMatch(PlottedChange.Verdict.NOT_TESTED::equals)) {
      return texts.of("change.finding.untested", verdicts.size());
    }

    return falls + rises == 0
        ? texts.of("change.finding.none", verdicts.size())
        : falls == 0
            ? texts.of("change.finding.rises", rises, verdicts.size())
            : texts.of(
                rises == 0 ? "change.finding.falls" : "change.finding.both",
                falls,
                verdicts.size(),
                rises);
  }

  /** How many regions' changes got which verdict, in words. */
  static String counts(Messages texts, List<PlottedChange> regions) {
    EnumMap<PlottedChange.Verdict, Integer> counts = new EnumMap<>(PlottedChange.Verdict.class);
    regions.stream()
        .filter(PlottedChange::drawn)
        .forEach(change -> counts.merge(change.verdict(), 1, Integer::sum));
    String clear =
        texts.of(
            "change.counts",
            counts.getOrDefault(PlottedChange.Verdict.DECREASE, 0),
            counts.getOrDefault(PlottedChange.Verdict.INCREASE, 0),
            counts.getOrDefault(PlottedChange.Verdict.NO_CLEAR_CHANGE, 0));
    int hints =
        counts.getOrDefault(PlottedChange.Verdict.HINT_OF_DECREASE, 0)
            + counts.getOrDefault(PlottedChange.Verdict.HINT_OF_INCREASE, 0);
    return clear
        + counted(texts, "change.counts.hints", hints)
        + counted(
            texts,
            "change.counts.assumed",
            counts.getOrDefault(PlottedChange.Verdict.DEPENDS_ON_ASSUMED_ERROR, 0))
        + counted(
            texts,
            "change.counts.untested",
            counts.getOrDefault(PlottedChange.Verdict.NOT_TESTED, 0));
  }

  private static String counted(Messages texts, String key, int count) {
    return count > 0 ? " " + texts.of(key, count) : "";
  }
}

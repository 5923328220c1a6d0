package org.quipu.charts;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.xy.XYIntervalSeries;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * The answers to all questions of association at once: the difference in the change of an indicator
 * between low and high coverage, with its interval and corrected p-value.
 */
public final class AnswersFigure {
  /**
   * An answer.
   *
   * @param question the measure of coverage
   * @param points the difference in percentage points, with its interval
   * @param p corrected, as it is written
   * @param clear whether the corrected test finds an association
   */
  public record Answer(
      String question, double points, double low, double high, String p, boolean clear) {}

  /** The answers about one indicator. */
  public record Group(String indicator, List<Answer> answers) {}

  /** A row of the figure: a heading or an answer. */
  private record Row(String name, Answer answer) {}

  private final About about;
  private final Form form;
  private final Language language;
  private final Messages texts;
  private final int fromYear;
  private final int toYear;
  private final List<Row> rows = new ArrayList<>();

  /** Of the rows, where there is room for those about one indicator only. */
  private final String heading;

  private AnswersFigure(About about, Form form, int fromYear, int toYear, List<Group> groups) {
    this.about = about;
    this.form = form;
    this.language = about.language();
    this.texts = about.texts();
    this.fromYear = fromYear;
    this.toYear = toYear;
    for (Group group : groups) {
      rows.add(new Row(group.indicator(), null));
      group.answers().forEach(answer -> rows.add(new Row(answer.question(), answer)));
    }
    this.heading = form.fixed() ? groups.get(0).indicator() : "";
  }

  /** Draws the figure. */
  public static Figure of(About about, int fromYear, int toYear, List<Group> groups) {
    return Figure.of(form -> new AnswersFigure(about, form, fromYear, toYear, groups).draw());
  }

  private List<Answer> answers() {
    return rows.stream().filter(row -> row.answer() != null).map(Row::answer).toList();
  }

  private Figure.Drawing draw() {
    long clear = answers().stream().filter(Answer::clear).count();
    String finding =
        clear == 0
            ? texts.of("answers.finding.none", answers().size())
            : texts.of("answers.finding", clear, answers().size());
    Sheet sheet =
        new Sheet(about, form, finding)
            .subtitle(texts.of("answers.title", fromYear, toYear))
            .below(texts.of("answers.axis"));
    sheet.caution(texts.of("answers.cause"));
    List<Row> shown = telling(sheet);
    sheet.some((int) shown.stream().filter(row -> row.answer() != null).count(), answers().size());
    RowsPlot plot = new RowsPlot(form, names(shown), numbers(shown), scale());
    plot.line(0, Palette.INK, Palette.THIN);
    points(plot, sheet, shown);
    sheet.note(texts.of("answers.note"));
    sheet.note(texts.of("answers.cause"));

    return sheet.drawing(plot.plot(), plot.height(), description(sheet));
  }

  /** All rows, or as many about the first indicator as have room. */
  private List<Row> telling(Sheet sheet) {
    if (!form.fixed()) {
      return rows;
    }

    List<Row> first = rows.stream().skip(1).takeWhile(row -> row.answer() != null).toList();

    return first.subList(0, Math.min(first.size(), sheet.rows(names(first), numbers(first))));
  }

  private List<String> names(List<Row> rows) {
    List<String> names = new ArrayList<>(List.of(heading));
    rows.forEach(row -> names.add(row.answer() == null ? "" : row.name()));

    return names;
  }

  private List<String> numbers(List<Row> rows) {
    List<String> numbers =
        new ArrayList<>(
            List.of(texts.of(form.fixed() ? "answers.heading.brief" : "answers.heading")));
    rows.forEach(row -> numbers.add(row.answer() == null ? "" : number(row.answer())));

    return numbers;
  }

  private String number(Answer answer) {
    return Double.isNaN(answer.points())
        ? texts.of("answers.not_estimated")
        : language.signed(answer.points())
            + " ("
            + language.signedInterval(answer.low(), answer.high())
            + ")"
            + (form.fixed() ? "" : ", " + answer.p());
  }

  private NumberAxis scale() {
    double low =
        answers().stream().mapToDouble(Answer::low).filter(AnswersFigure::isKnown).min().orElse(-1);
    double high =
        answers().stream().mapToDouble(Answer::high).filter(AnswersFigure::isKnown).max().orElse(1);
    NumberAxis scale = Scale.axis(language, null);
    Scale.fit(scale, Math.min(low, -1), Math.max(high, 1));

    return scale;
  }

  private static boolean isKnown(double value) {
    return !Double.isNaN(value);
  }

  private void points(RowsPlot plot, Sheet sheet, List<Row> rows) {
    boolean any = answers().stream().anyMatch(Answer::clear);
    Shape circle = Palette.circle(4.2);
    Color color = Palette.BLUE;
    XYIntervalSeries open = plot.series("open", circle, Palette.SOFT_INK, Palette.PAPER);
    XYIntervalSeries clear = plot.series("clear", circle, color, color);
    sheet.legend(texts.of("answers.open"), circle, Palette.SOFT_INK, Palette.PAPER);
    if (any) {
      sheet.legend(texts.of("answers.clear"), circle, color, color);
    }
    for (int i = 0; i < rows.size(); i++) {
      Answer answer = rows.get(i).answer();
      if (answer == null) {
        plot.shade(i + 1, Palette.BAND);
        plot.title(i + 1, rows.get(i).name());
      } else if (!Double.isNaN(answer.points())) {
        double y = plot.at(i + 1);
        (answer.clear() ? clear : open).add(answer.points(), answer.low(), answer.high(), y, y, y);
      }
    }
  }

  private String description(Sheet sheet) {
    String values =
        rows.stream()
            .map(
                row -> row.answer() == null ? row.name() : row.name() + ": " + number(row.answer()))
            .collect(Collectors.joining("; "));

    return sheet.description(values);
  }
}

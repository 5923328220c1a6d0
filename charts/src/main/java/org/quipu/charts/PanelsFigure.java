package org.quipu.charts;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * Small charts side by side, each with the years of a place or of a form of violence over the
 * country's line.
 */
public final class PanelsFigure {
  /**
   * The level of one year.
   *
   * @param published whether it is another's figure, of a year without microdata
   */
  public record Year(int year, PlottedLevel level, boolean published) {}

  /**
   * One small chart.
   *
   * @param label over it
   * @param own years of what it is about, ascending
   * @param nation years of the country
   * @param change between the two years that are tested
   */
  public record Panel(String label, List<Year> own, List<Year> nation, PlottedChange change) {
    /** Whether it has a level to draw. */
    public boolean drawn() {
      return own.stream().anyMatch(year -> year.level().drawn());
    }
  }

  /**
   * The years between which a change was tested.
   *
   * @param family the tests that were corrected together; none where the figure does not say
   */
  public record Tested(int from, int to, ChangeFigure.Family family) {}

  private final About about;
  private final Form form;
  private final Messages texts;
  private final String place;
  private final String nation;
  private final List<Panel> panels;
  private final Tested tested;

  private PanelsFigure(
      About about, Form form, String place, String nation, List<Panel> panels, Tested tested) {
    this.about = about;
    this.form = form;
    this.texts = about.texts();
    this.place = place;
    this.nation = nation;
    this.panels = panels;
    this.tested = tested;
  }

  /**
   * Draws the years of a place, a panel a form of violence; the first says what the figure finds.
   */
  public static Figure ofForms(
      About about, String place, String nation, List<Panel> forms, Tested tested) {
    return Figure.of(form -> new PanelsFigure(about, form, place, nation, forms, tested).draw());
  }

  /** Draws the years of all regions, a panel each on one scale. */
  public static Figure ofRegions(About about, String nation, List<Panel> regions, Tested tested) {
    return Figure.of(form -> new PanelsFigure(about, form, "", nation, regions, tested).draw());
  }

  private boolean isOfRegions() {
    return place.isEmpty();
  }

  private Figure.Drawing draw() {
    List<PlottedChange> changes = panels.stream().map(Panel::change).toList();
    Sheet sheet =
        new Sheet(about, form, isOfRegions() ? ChangeFigure.finding(texts, changes) : finding())
            .subtitle(
                isOfRegions()
                    ? texts.of("panels.regions", about.indicator(), first(), last())
                    : texts.of("panels.forms", place, nation, first(), last()));
    if (isOfRegions()) {
      ChangeFigure.legend(sheet, changes, about.better());
    } else {
      sheet.legend(place, Palette.circle(4), Palette.BLUE, Palette.BLUE);
    }
    sheet.legend(nation, Palette.bar(8, 1), Palette.GREY, Palette.GREY);
    if (years().anyMatch(Year::published)) {
      sheet.legend(texts.of("panels.published"), Palette.circle(4), Palette.BLUE, Palette.PAPER);
    }
    sheet.note(texts.of("intervals"));
    sheet.note(isOfRegions() ? "" : texts.of("panels.scales"));
    if (tested.family().tests() > 0) {
      sheet.note(texts.of("change.family", tested.family().tests(), tested.family().method()));
    }
    sheet.notesOf(years().map(year -> year.level().showing()));
    List<Panel> shown = telling(PanelsPlot.most(form, isOfRegions(), sheet.plotHeight()));
    if (isOfRegions()) {
      sheet.some(shown.size(), panels.size());
    }
    PanelsPlot plot = new PanelsPlot(form, about, shown, isOfRegions());

    return sheet.drawing(plot, plot.height(), description(sheet));
  }

  /** As many panels as have room: of regions the clear changes and then the largest. */
  private List<Panel> telling(int room) {
    if (panels.size() <= room) {
      return panels;
    }

    Set<Panel> shown =
        panels.stream()
            .sorted(
                Comparator.comparing((Panel panel) -> isOfRegions() && !panel.change().drawn())
                    .thenComparing(panel -> isOfRegions() && !panel.change().verdict().clear())
                    .thenComparing(
                        panel -> isOfRegions() ? -Math.abs(panel.change().points()) : 0.0))
            .limit(room)
            .collect(Collectors.toSet());

    return panels.stream().filter(shown::contains).toList();
  }

  private Stream<Year> years() {
    return panels.stream().flatMap(panel -> panel.own().stream());
  }

  private int first() {
    return years().mapToInt(Year::year).min().orElse(tested.from());
  }

  private int last() {
    return years().mapToInt(Year::year).max().orElse(tested.to());
  }

  /** What the test of the first panel's change says of the place. */
  private String finding() {
    PlottedChange change = panels.get(0).change();
    String verdict = change.drawn() ? change.verdict().code() : "not_tested";

    return texts.of("panels.finding." + verdict, place, tested.from(), tested.to());
  }

  private String description(Sheet sheet) {
    Language language = about.language();
    String values =
        panels.stream()
            .map(
                panel ->
                    panel.label()
                        + ": "
                        + panel.own().stream()
                            .map(year -> year.year() + ", " + year.level().text(language, texts))
                            .collect(Collectors.joining("; ")))
            .collect(Collectors.joining(". "));

    return String.join(". ", sheet.title(), sheet.subtitleLine(), values) + ".";
  }
}

package org.quipu.charts;

import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * Changes on a map. Only clear changes have a colour, blue for the better and vermillion for the
 * worse; the others are hatched, and those that cannot be tested dotted.
 */
public final class ChangeMap {
  private static final String HINT = "°";
  private static final String ASSUMED = "?";

  private final About about;
  private final Form form;
  private final Language language;
  private final Messages texts;
  private final MapGround ground;
  private final ChangeFigure.Row nation;
  private final Map<String, PlottedChange> changes;
  private final Classes classes;

  private ChangeMap(
      About about,
      Form form,
      MapGround ground,
      ChangeFigure.Row nation,
      Map<String, PlottedChange> changes) {
    this.about = about;
    this.form = form;
    this.language = about.language();
    this.texts = about.texts();
    this.ground = ground;
    this.nation = nation;
    this.changes = changes;
    this.classes = Classes.ofChanges(about.better());
  }

  /**
   * Draws the map.
   *
   * @param changes by the areas' codes
   * @param family the tests that were corrected together
   */
  public static Figure of(
      About about,
      int fromYear,
      int toYear,
      MapGround ground,
      ChangeFigure.Row nation,
      Map<String, PlottedChange> changes,
      ChangeFigure.Family family) {
    return Figure.of(
        form -> new ChangeMap(about, form, ground, nation, changes).draw(fromYear, toYear, family));
  }

  private Figure.Drawing draw(int fromYear, int toYear, ChangeFigure.Family family) {
    Sheet sheet =
        new Sheet(about, form, ChangeFigure.finding(texts, List.copyOf(changes.values())))
            .subtitle(texts.of("change.title", about.indicator(), fromYear, toYear));
    sheet.notesOf(changes.values().stream().map(PlottedChange::showing));
    sheet.note(family.tests() > 0 ? texts.of("map.change.clear", family.tests()) : "");
    sheet.note(any(PlottedChange.Verdict::hint) ? texts.of("map.hint") : "");
    sheet.note(
        any(PlottedChange.Verdict.DEPENDS_ON_ASSUMED_ERROR::equals) ? texts.of("map.assumed") : "");
    List<MapPlot.Shade> shades = ground.areas().stream().map(this::shade).toList();

    return ground.drawing(sheet, shades, legend(), list(), description(sheet));
  }

  /** The largest fall first: of all areas, or where there is little room of the clear changes. */
  private MapList list() {
    return MapList.ofEnds(
        ground.areas().stream()
            .filter(area -> of(area).drawn())
            .filter(area -> !form.fixed() || of(area).verdict().clear())
            .sorted(Comparator.comparingDouble(area -> of(area).points()))
            .map(area -> new MapList.Entry(area.label(), number(of(area))))
            .toList());
  }

  private String number(PlottedChange change) {
    return change.drawn()
        ? language.signed(change.points()) + sign(change.verdict())
        : change.showing().text(texts);
  }

  private PlottedChange of(MapArea area) {
    return changes.getOrDefault(area.code(), PlottedChange.without(PlottedLevel.Showing.ABSENT));
  }

  private boolean any(java.util.function.Predicate<PlottedChange.Verdict> verdict) {
    return ground.areas().stream()
        .map(this::of)
        .filter(PlottedChange::drawn)
        .map(PlottedChange::verdict)
        .anyMatch(verdict);
  }

  private MapLegend legend() {
    MapLegend legend = new MapLegend(language, form, texts.of("map.change.legend"), classes);
    if (nation.change().drawn()) {
      legend.nation(
          nation.change().points(),
          texts.of(
              "map.change.nation",
              nation.label(),
              language.signed(nation.change().points()),
              texts.of(nation.change().verdict().key())));
    }
    if (any(verdict -> hatching(verdict) == Hatching.LINES)) {
      legend.key(
          texts.of(PlottedChange.Verdict.NO_CLEAR_CHANGE.key()), Palette.PAPER, Hatching.LINES);
    }
    if (any(PlottedChange.Verdict.NOT_TESTED::equals)) {
      legend.key(texts.of(PlottedChange.Verdict.NOT_TESTED.key()), Palette.PAPER, Hatching.DOTS);
    }
    if (ground.areas().stream().anyMatch(area -> !of(area).drawn())) {
      legend.key(texts.of("map.absent"), Classes.EMPTY, Hatching.NONE);
    }

    return legend;
  }

  private MapPlot.Shade shade(MapArea area) {
    PlottedChange change = of(area);
    PlottedChange.Verdict verdict = change.verdict();
    Color fill =
        !change.drawn()
            ? Classes.EMPTY
            : verdict.clear() ? classes.color(change.points()) : Palette.PAPER;
    String number = number(change);

    return new MapPlot.Shade(
        area,
        fill,
        change.drawn() ? hatching(verdict) : Hatching.NONE,
        area.label().equals(about.highlighted()),
        false,
        form == Form.WIDE ? area.label() + "\n" + number : form == Form.PHONE ? number : "");
  }

  static Hatching hatching(PlottedChange.Verdict verdict) {
    return switch (verdict) {
      case DECREASE, INCREASE -> Hatching.NONE;
      case HINT_OF_DECREASE, HINT_OF_INCREASE, NO_CLEAR_CHANGE, DEPENDS_ON_ASSUMED_ERROR ->
          Hatching.LINES;
      case NOT_TESTED -> Hatching.DOTS;
    };
  }

  private static String sign(PlottedChange.Verdict verdict) {
    return verdict.hint()
        ? HINT
        : verdict == PlottedChange.Verdict.DEPENDS_ON_ASSUMED_ERROR ? ASSUMED : "";
  }

  private String description(Sheet sheet) {
    String values =
        ground.areas().stream()
            .filter(area -> of(area).drawn())
            .map(area -> value(area.label(), of(area)))
            .collect(Collectors.joining("; "));

    return sheet.description(
        (nation.change().drawn() ? value(nation.label(), nation.change()) + "; " : "") + values);
  }

  private String value(String name, PlottedChange change) {
    return name + ": " + change.words(language, texts);
  }
}

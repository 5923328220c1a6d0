package org.quipu.charts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * Levels on a map, hatched where their interval spans more than one class, and on a second map how
 * wide the intervals are.
 */
public final class LevelMap {
  /**
   * What is on the map.
   *
   * @param levels by the areas' codes
   * @param nation the country's level, and its name
   * @param unsampled codes of the areas of which nobody was interviewed
   * @param labelled codes of the areas that carry a label
   */
  public record Content(
      Map<String, PlottedLevel> levels,
      PlottedLevel nation,
      String nationLabel,
      Set<String> unsampled,
      Set<String> labelled) {

    /** Whether areas without interviews are marked; where there are many, a note counts them. */
    private boolean marksUnsampled() {
      return !unsampled.isEmpty() && unsampled.size() <= MOST_RINGS;
    }

    PlottedLevel of(MapArea area) {
      return levels.getOrDefault(area.code(), PlottedLevel.NONE);
    }
  }

  private static final int MOST_RINGS = 40;

  /** So many areas have a label on a phone where not all have one. */
  private static final int ON_PHONE = 5;

  private final About about;
  private final Form form;
  private final Language language;
  private final Messages texts;
  private final MapGround ground;
  private final Content content;

  private LevelMap(About about, Form form, MapGround ground, Content content) {
    this.about = about;
    this.form = form;
    this.language = about.language();
    this.texts = about.texts();
    this.ground = ground;
    this.content = content;
  }

  /**
   * Levels in percent: the darker, the higher.
   *
   * @param years of the levels, as they are written
   * @param classes of all maps of this kind
   */
  public static Figure ofLevels(
      About about, String years, MapGround ground, Content content, Classes classes) {
    return Figure.of(form -> new LevelMap(about, form, ground, content).levels(years, classes));
  }

  /** Widths of the levels' 95 % intervals, in points. */
  public static Figure ofWidths(About about, String years, MapGround ground, Content content) {
    return Figure.of(form -> new LevelMap(about, form, ground, content).widths(years));
  }

  private Figure.Drawing levels(String years, Classes classes) {
    List<MapArea> drawn = sorted(PlottedLevel::drawn, PlottedLevel::percent);
    String title =
        texts.of(
            "map.level.finding",
            language.decimal(content.of(drawn.get(0)).percent(), 1),
            drawn.get(0).label(),
            language.decimal(content.of(drawn.get(drawn.size() - 1)).percent(), 1),
            drawn.get(drawn.size() - 1).label());
    MapLegend legend = new MapLegend(language, form, texts.of("map.level.legend"), classes);
    if (content.nation().drawn()) {
      legend.nation(
          content.nation().percent(),
          content.nationLabel() + " " + content.nation().text(language, texts));
    }
    if (any(level -> hatching(level, classes) == Hatching.LINES)) {
      legend.key(texts.of("map.level.hatched"), Palette.PAPER, Hatching.LINES);
    }
    if (any(level -> level.drawn() && !level.hasInterval())) {
      legend.key(texts.of("map.level.dotted"), Palette.PAPER, Hatching.DOTS);
    }
    commonKeys(legend, any(level -> !level.drawn()));
    Sheet sheet = sheet(title, texts.of("map.level.title", about.indicator(), years, by()));
    List<MapPlot.Shade> shades =
        ground.areas().stream()
            .map(
                area -> {
                  PlottedLevel level = content.of(area);
                  return shade(
                      area,
                      level.drawn() ? classes.color(level.percent()) : Classes.EMPTY,
                      hatching(level, classes),
                      level.text(language, texts));
                })
            .toList();

    MapList list = list(drawn, area -> content.of(area).text(language, texts));

    return ground.drawing(sheet, shades, legend, list, description(sheet, drawn));
  }

  /**
   * The areas that have a label, the highest first; where there is little room, all.
   *
   * @param drawn the lowest first
   */
  private MapList list(List<MapArea> drawn, Function<MapArea, String> value) {
    List<MapList.Entry> entries =
        drawn.stream()
            .filter(area -> form.fixed() || content.labelled().contains(area.code()))
            .map(area -> new MapList.Entry(area.label(), value.apply(area)))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(entries);

    return MapList.ofEnds(entries);
  }

  private Figure.Drawing widths(String years) {
    List<MapArea> drawn = sorted(PlottedLevel::hasInterval, LevelMap::width);
    MapArea narrowest = drawn.get(0);
    MapArea widest = drawn.get(drawn.size() - 1);
    String title =
        texts.of(
            "map.width.finding",
            language.decimal(width(content.of(narrowest)), 1),
            narrowest.label(),
            language.decimal(width(content.of(widest)), 1),
            widest.label());
    Classes classes = Classes.ofWidths();
    MapLegend legend = new MapLegend(language, form, texts.of("map.width.legend"), classes);
    if (content.nation().hasInterval()) {
      double width = width(content.nation());
      legend.nation(width, content.nationLabel() + " " + language.decimal(width, 1));
    }
    commonKeys(legend, any(level -> !level.hasInterval()));
    Sheet sheet = sheet(title, texts.of("map.width.title", about.indicator(), years, by()));
    List<MapPlot.Shade> shades =
        ground.areas().stream()
            .map(
                area -> {
                  PlottedLevel level = content.of(area);
                  boolean known = level.hasInterval();
                  return shade(
                      area,
                      known ? classes.color(width(level)) : Classes.EMPTY,
                      Hatching.NONE,
                      known ? language.decimal(width(level), 1) : level.text(language, texts));
                })
            .toList();

    MapList list = list(drawn, area -> language.decimal(width(content.of(area)), 1));

    return ground.drawing(sheet, shades, legend, list, description(sheet, drawn));
  }

  static Hatching hatching(PlottedLevel level, Classes classes) {
    if (!level.drawn()) {
      return Hatching.NONE;
    }

    return !level.hasInterval()
        ? Hatching.DOTS
        : classes.spans(level.low(), level.high()) ? Hatching.LINES : Hatching.NONE;
  }

  private static double width(PlottedLevel level) {
    return level.high() - level.low();
  }

  private String by() {
    return ground.kind().one(texts);
  }

  private boolean any(java.util.function.Predicate<PlottedLevel> condition) {
    return ground.areas().stream().map(content::of).anyMatch(condition);
  }

  private List<MapArea> sorted(
      java.util.function.Predicate<PlottedLevel> shown,
      java.util.function.ToDoubleFunction<PlottedLevel> value) {
    return ground.areas().stream()
        .filter(area -> shown.test(content.of(area)))
        .sorted(Comparator.comparingDouble(area -> value.applyAsDouble(content.of(area))))
        .toList();
  }

  private void commonKeys(MapLegend legend, boolean empty) {
    if (content.marksUnsampled()) {
      legend.ringKey(texts.of("map.unsampled"));
    }
    if (empty) {
      legend.key(texts.of("map.absent"), Classes.EMPTY, Hatching.NONE);
    }
  }

  private Sheet sheet(String title, String subtitle) {
    Sheet sheet = new Sheet(about, form, title).subtitle(subtitle);
    if (any(level -> level.showing() == PlottedLevel.Showing.REFERENTIAL)) {
      sheet.note(texts.of("map.referential"));
    }

    if (content.unsampled().size() > MOST_RINGS) {
      sheet.note(
          texts.of("map.unsampled.many", language.count((double) content.unsampled().size())));
    }

    return sheet.notesOf(ground.areas().stream().map(area -> content.of(area).showing()));
  }

  private MapPlot.Shade shade(MapArea area, java.awt.Color fill, Hatching hatching, String number) {
    return new MapPlot.Shade(
        area,
        fill,
        hatching,
        area.label().equals(about.highlighted()),
        content.marksUnsampled() && content.unsampled().contains(area.code()),
        words(area, number));
  }

  /** On a phone all areas have their number, or the highest few a name, too. */
  private String words(MapArea area, String number) {
    String whole = area.label() + "\n" + number;
    if (form == Form.WIDE) {
      return content.labelled().contains(area.code()) ? whole : "";
    }

    boolean all = content.labelled().size() >= ground.areas().size();
    boolean high =
        content.labelled().stream()
                .map(content.levels()::get)
                .filter(Objects::nonNull)
                .filter(level -> level.percent() > content.of(area).percent())
                .count()
            < ON_PHONE;

    return form.fixed()
        ? ""
        : all ? number : high && content.labelled().contains(area.code()) ? whole : "";
  }

  /** The values in words, the highest first. */
  private String description(Sheet sheet, List<MapArea> drawn) {
    String values =
        drawn.stream()
            .sorted(Comparator.comparingDouble(area -> -content.of(area).percent()))
            .map(area -> value(area.label(), content.of(area)))
            .collect(Collectors.joining("; "));

    return sheet.description(
        (content.nation().drawn() ? value(content.nationLabel(), content.nation()) + "; " : "")
            + values);
  }

  private String value(String name, PlottedLevel level) {
    return name
        + ": "
        + language.percent(level.percent())
        + (level.hasInterval() ? " (" + language.interval(level.low(), level.high()) + ")" : "");
  }
}

package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.Regions;
import org.quipu.Ubigeo;
import org.quipu.file.TextTable;
import org.quipu.store.ProgramRow;
import org.quipu.text.Language;

/**
 * The strategies and interventions of prevention in a region, with their figures in words. What
 * each seeks stands in {@code data/programs/interventions.csv}.
 */
final class Interventions {
  /** The measures that name places or levels, one row each: written as one list. */
  private static final List<String> LISTED =
      List.of("districts_with_", "local_education_units_", "school_level_");

  private static final Set<String> SCHOOLS_AND_MEDIA =
      Set.of("Estrategia comunitaria", "Estrategia educativa", "Estrategia comunicacional");

  private final Labels labels;
  private final Language language;
  private final Map<String, Map<String, String>> aims = new LinkedHashMap<>();
  private final Map<Detail, List<String>> details = new HashMap<>();

  /** What a document says beyond a figure; of the document as a whole, without a measure. */
  private record Detail(int year, String intervention, String measure) {}

  /**
   * The interventions of a region.
   *
   * @param region its code; those that are another region's alone are not here
   */
  Interventions(Labels labels, String region) {
    this.labels = labels;
    this.language = labels.language();
    for (TextTable.Row row : TextTable.shipped("programs/interventions.csv").rows()) {
      String only = row.text("region");
      if (only.isEmpty() || Regions.require(only, row.where()).equals(region)) {
        aims.computeIfAbsent(row.text("strategy"), key -> new LinkedHashMap<>())
            .put(row.text("intervention"), row.text("aim_" + language.tag()));
      }
    }
    for (TextTable.Row row : TextTable.shipped("programs/details.csv").rows()) {
      if (Regions.require(row.text("region"), row.where()).equals(region)) {
        details
            .computeIfAbsent(
                new Detail(
                    Integer.parseInt(row.text("year")),
                    row.text("intervention"),
                    row.text("measure")),
                key -> new ArrayList<>())
            .add(row.text("words_" + language.tag()));
      }
    }
  }

  /** What the documents of these years say of themselves. */
  List<String> documents(Set<Integer> years) {
    return years.stream()
        .flatMap(year -> details.getOrDefault(new Detail(year, "", ""), List.of()).stream())
        .toList();
  }

  /** Whether a figure belongs to a strategy of prevention, not to a service or another strategy. */
  boolean isHere(ProgramRow row) {
    return aims.containsKey(row.strategy())
        || (!row.intervention().isEmpty() && !row.strategy().equals(Protection.STRATEGY));
  }

  /** The years of a region's figures. */
  Set<Integer> years(List<ProgramRow> rows) {
    return rows.stream()
        .filter(this::isHere)
        .map(ProgramRow::year)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  /**
   * All strategies that are known, and those that only the rows name.
   *
   * @param rows of one region
   */
  List<PageParts.Strategy> of(List<ProgramRow> rows) {
    List<ProgramRow> here = rows.stream().filter(this::isHere).toList();
    Set<String> names = new LinkedHashSet<>(aims.keySet());
    here.stream().map(ProgramRow::strategy).forEach(names::add);

    return names.stream()
        .map(
            name ->
                strategy(name, here.stream().filter(row -> row.strategy().equals(name)).toList()))
        .toList();
  }

  private PageParts.Strategy strategy(String name, List<ProgramRow> rows) {
    Map<String, String> known = aims.getOrDefault(name, Map.of());
    Set<String> names = new LinkedHashSet<>(known.keySet());
    rows.stream().map(ProgramRow::intervention).forEach(names::add);
    names.remove("");
    List<PageParts.Intervention> interventions = new ArrayList<>();
    for (String intervention : names) {
      List<ProgramRow> own =
          rows.stream().filter(row -> row.intervention().equals(intervention)).toList();
      interventions.add(
          new PageParts.Intervention(
              intervention.equals(name) ? "" : intervention,
              intervention.equals(name) ? "" : known.getOrDefault(intervention, ""),
              records(own)));
    }

    return new PageParts.Strategy(
        strategyName(name),
        known.getOrDefault("", known.getOrDefault(name, "")),
        interventions,
        sources(rows),
        rows.stream().noneMatch(AnnualReach::isSynthetic));
  }

  private String strategyName(String name) {
    return SCHOOLS_AND_MEDIA.contains(name) ? labels.text("strategy." + slug(name)) : name;
  }

  private static String slug(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private List<String> sources(List<ProgramRow> rows) {
    return rows.stream()
        .map(
            row ->
                AnnualReach.isSynthetic(row)
                    ? labels.text("source.programs.synthetic")
                    : row.reference())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** The figures of one intervention, year by year. */
  private List<PageParts.Records> records(List<ProgramRow> rows) {
    return rows.stream()
        .map(ProgramRow::year)
        .distinct()
        .sorted()
        .map(
            year ->
                new PageParts.Records(
                    String.valueOf(year),
                    lines(rows.stream().filter(row -> row.year() == year).toList())))
        .toList();
  }

  private List<String> lines(List<ProgramRow> rows) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (ProgramRow row : rows) {
      String prefix = LISTED.stream().filter(row.measure()::startsWith).findFirst().orElse("");
      String item = prefix.isEmpty() ? "" : item(row, prefix);
      if (!item.isEmpty()) {
        String heading = prefix.equals("districts_with_") ? row.measure() : prefix + "all";
        lists.computeIfAbsent(heading, key -> new ArrayList<>()).add(item);
      } else if (row.isPartOfAnother() && !lines.isEmpty()) {
        lines.add(labels.text("record.part", lines.remove(lines.size() - 1), line(row)));
      } else {
        lines.add(line(row));
      }
    }
    lists.forEach(
        (heading, items) ->
            lines.add(labels.text("record." + known(heading), labels.names().list(items))));

    return lines;
  }

  private String known(String heading) {
    return labels.has("record." + heading) ? heading : "districts_with_intervention";
  }

  /** The name that a listed row stands for: a district's, a province's, a school level's. */
  private String item(ProgramRow row, String prefix) {
    String code =
        prefix.equals("districts_with_")
            ? row.district()
            : Objects.requireNonNullElse(row.province(), "");
    String level = "school." + row.measure().substring(prefix.length());
    if (labels.has(level)) {
      return labels.text(level);
    }

    return Stream.of(code)
        .filter(place -> !place.isEmpty())
        .map(place -> Ubigeo.shipped().name(place).orElse(place))
        .findFirst()
        .orElse("");
  }

  /** A figure in words, with what its document says of it. */
  private String line(ProgramRow row) {
    List<String> more =
        AnnualReach.isSynthetic(row)
            ? List.of()
            : details.getOrDefault(
                new Detail(row.year(), row.intervention(), row.measure()), List.of());

    return Stream.concat(Stream.of(bare(row)), more.stream()).collect(Collectors.joining(" "));
  }

  private String bare(ProgramRow row) {
    String value = language.count(row.value());
    String key = "record." + row.measure();
    String bySex = key + "." + row.sex();
    if (labels.has(bySex)) {
      return labels.text(bySex, value);
    }

    return labels.has(key)
        ? labels.text(key, value)
        : labels.text("record.other", row.measure().replace('_', ' '), value, row.unit());
  }
}

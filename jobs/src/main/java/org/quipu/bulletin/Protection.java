package org.quipu.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.quipu.Regions;
import org.quipu.Ubigeo;
import org.quipu.file.TextTable;
import org.quipu.store.ProgramRow;
import org.quipu.text.Language;

/**
 * The strategy "Prevenir para proteger": whether it works in a region, its objectives ({@code
 * data/programs/objectives.csv}) and the counts given at its launch.
 */
final class Protection {
  static final String STRATEGY = "Prevenir para proteger";

  private final Labels labels;
  private final Language language;
  private final Evidence evidence;
  private final List<ProgramRow> rows;

  Protection(Labels labels, Evidence evidence) {
    this.labels = labels;
    this.language = labels.language();
    this.evidence = evidence;
    this.rows =
        evidence.programs().stream().filter(row -> row.strategy().equals(STRATEGY)).toList();
  }

  /** The strategy as a region's page presents it; empty where the region has no part in it. */
  Optional<PageParts.Protection> in(String region) {
    return row("region_in_strategy", region)
        .map(
            member ->
                new PageParts.Protection(
                    place(member),
                    launch(member),
                    objectives(),
                    facts(),
                    effect(),
                    member.reference()));
  }

  /** Whether the records know of the strategy. */
  boolean has() {
    return regions() > 0;
  }

  /**
   * The values of the strategy's own page.
   *
   * @param file of a region's page; empty where there is none
   */
  Map<String, Object> page(UnaryOperator<String> file) {
    List<ProgramRow> members =
        rows.stream().filter(row -> row.measure().equals("region_in_strategy")).toList();
    ProgramRow launched =
        rows.stream()
            .filter(row -> row.measure().equals("launch_day"))
            .findFirst()
            .orElse(members.get(0));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("launchPlace", labels.region(launched.region()));
    page.put("launch", launch(launched));
    page.put(
        "regions",
        members.stream()
            .map(row -> new PageParts.Link(place(row), file.apply(row.region())))
            .toList());
    page.put("objectives", objectives());
    page.put("facts", facts());
    page.put("effect", effect());
    page.put("protectionSource", members.get(0).reference());
    return page;
  }

  private String effect() {
    return StrategyEffect.of(evidence, STRATEGY, FigureBuilder.ANY, labels)
        .map(
            effect ->
                labels.text(
                    "protection.effect",
                    labels.form(FigureBuilder.ANY).toLowerCase(Locale.ROOT),
                    effect.effect().treated(),
                    effect.effect().regions() - effect.effect().treated(),
                    effect.found()))
        .orElse("");
  }

  private Optional<ProgramRow> row(String measure, String region) {
    return rows.stream()
        .filter(row -> row.measure().equals(measure) && row.region().equals(region))
        .findFirst();
  }

  private Optional<ProgramRow> national(String measure) {
    return row(measure, Regions.NATIONAL);
  }

  /** In Lima the strategy is that of the metropolis. */
  private String place(ProgramRow member) {
    boolean metropolis = "1501".equals(member.province());

    return metropolis
        ? labels.text("lima.metropolis")
        : Ubigeo.shipped()
            .name(member.province() == null ? "" : member.province())
            .orElse(labels.region(member.region()));
  }

  /** When it began: with the day where it is known. */
  private String launch(ProgramRow member) {
    Optional<ProgramRow> day =
        rows.stream().filter(row -> row.measure().equals("launch_day")).findFirst();

    return day.isPresent()
        ? labels.date(LocalDate.of(member.year(), member.fromMonth(), (int) day.get().value()))
        : labels.text("month.of.year", language.month(member.fromMonth()), member.year());
  }

  private List<PageParts.Objective> objectives() {
    String tag = "_" + language.tag();
    Map<String, List<TextTable.Row>> byObjective =
        TextTable.shipped("programs/objectives.csv").rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("objective"), LinkedHashMap::new, Collectors.toList()));

    return byObjective.values().stream()
        .map(
            rows ->
                new PageParts.Objective(
                    rows.get(0).text("objective" + tag),
                    rows.get(0).text("result" + tag),
                    programs(rows, "intervention" + tag)))
        .toList();
  }

  /** A line a programme, with its interventions. */
  private List<String> programs(List<TextTable.Row> rows, String intervention) {
    Map<String, List<String>> interventions =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("program"),
                    LinkedHashMap::new,
                    Collectors.mapping(row -> row.text(intervention), Collectors.toList())));

    return interventions.entrySet().stream()
        .map(
            program ->
                labels.text(
                    "objective.program", program.getKey(), labels.names().list(program.getValue())))
        .toList();
  }

  private List<String> facts() {
    List<String> facts = new ArrayList<>();
    Optional<ProgramRow> cases = national("cases_of_violence_against_minors");
    Optional<ProgramRow> girls = national("of_which_against_girls");
    Optional<ProgramRow> from = national("most_victims_of_sexual_violence_age_from");
    Optional<ProgramRow> to = national("most_victims_of_sexual_violence_age_to");
    if (cases.isPresent() && girls.isPresent()) {
      ProgramRow row = cases.get();
      facts.add(
          labels.text(
              "protection.cases",
              labels.months(row.fromMonth(), row.toMonth()),
              row.year(),
              language.count(row.value()),
              language.count(girls.get().value()),
              language.decimal(100 * girls.get().value() / row.value(), 0)));
    }
    if (from.isPresent() && to.isPresent()) {
      facts.add(
          labels.text(
              "protection.ages",
              language.count(from.get().value()),
              language.count(to.get().value())));
    }

    return facts;
  }

  /** How many regions have part in it. */
  int regions() {
    return (int) rows.stream().filter(row -> row.measure().equals("region_in_strategy")).count();
  }
}

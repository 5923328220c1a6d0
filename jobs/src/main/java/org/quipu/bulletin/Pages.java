package org.quipu.bulletin;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.file.TextTable;
import org.quipu.store.DistrictServiceRow;
import org.quipu.store.ProgramRow;
import org.quipu.store.TargetRow;
import org.quipu.text.Language;
import org.quipu.text.narrative.AssociationSentences;

/** The values for the templates of a region's page and of the index. */
final class Pages {
  static final String TARGETS = "prioridades";

  /** The folder beside the pages with the data of their figures. */
  private static final String DATA = "datos";

  private final Evidence evidence;
  private final Labels labels;
  private final YearRange span;
  private final FigureBuilder figures;
  private final RegionFigures regionFigures;
  private final StudyFigures studies;
  private final LevelSection levels;
  private final MethodNotes notes;
  private final PositionSection position;
  private final GroupSection groups;
  private final PairSection compared;
  private final ReadingAid reading;
  private final Prevention prevention;
  private final Protection protection;
  private final DistrictPages districts;
  private final AreaEstimates areas;
  private final MapFigures maps;
  private final RegionChooser chooser;
  private final AreaFigures areaFigures;
  private final TargetPage targets;
  private final AreaChecks checks;
  private final AssociationSentences sentences;
  private final FigureData data;

  /** The figures of pages so far, by their data; pages are made on several threads. */
  private final Map<String, Drawing> shown = new ConcurrentHashMap<>();

  Pages(Evidence evidence, Language language, YearRange span) {
    this.evidence = evidence;
    this.labels = new Labels(language);
    this.span = span;
    this.figures = new FigureBuilder(evidence, labels);
    this.regionFigures = new RegionFigures(evidence, labels);
    this.studies = new StudyFigures(evidence, labels);
    this.levels = new LevelSection(evidence, labels, span);
    this.notes = new MethodNotes(evidence, labels, span);
    this.position = new PositionSection(evidence, labels, span.to());
    this.groups =
        new GroupSection(evidence, labels, new LevelWords(evidence, labels, span), span.to());
    this.compared = new PairSection(evidence, labels, span.to());
    this.reading = new ReadingAid(evidence, labels, span);
    this.prevention = new Prevention(evidence, labels, span);
    this.protection = new Protection(labels, evidence);
    this.districts = new DistrictPages(evidence, labels);
    this.areas = new AreaEstimates(evidence, labels);
    Boundaries boundaries = Boundaries.shipped();
    this.maps = new MapFigures(evidence, labels, boundaries);
    this.chooser = new RegionChooser(boundaries, labels);
    this.areaFigures = new AreaFigures(evidence, labels, boundaries);
    this.targets = new TargetPage(evidence, labels);
    this.checks = new AreaChecks(evidence, labels);
    this.sentences = new AssociationSentences(labels.names());
    this.data = new FigureData(labels);
  }

  Labels labels() {
    return labels;
  }

  /** The values of a region's page. */
  Map<String, Object> region(String region) {
    List<ProgramRow> records =
        evidence.programs().stream().filter(row -> row.region().equals(region)).toList();
    Interventions interventions = new Interventions(labels, region);
    Set<Integer> years = interventions.years(records);
    List<String> places = List.of(region, Regions.NATIONAL);
    Map<String, Object> page = common(places);
    page.put("method", notes.method(places, places));
    page.put("place", labels.region(region));
    page.put("lima", region.equals(Regions.require("Lima", "")));
    List<String> messages = levels.messages(region);
    position.message(region).ifPresent(messages::add);
    districts.message(region).ifPresent(messages::add);
    page.put("messages", messages);
    page.put("help", help());
    page.put("comparisons", levels.comparisons(region));
    List<PageParts.Form> forms = levels.forms(region);
    page.put("forms", forms);
    page.put("verdicts", levels.verdicts(forms.stream().map(PageParts.Form::tone)));
    position.message(region).ifPresent(sentence -> page.put("position", sentence));
    position.ranks(region).ifPresent(sentence -> page.put("ranks", sentence));
    List<PageParts.Form> sought = levels.helpSought(region);
    page.put("sought", sought);
    page.put("soughtVerdicts", levels.verdicts(sought.stream().map(PageParts.Form::tone)));
    page.put("soughtWho", labels.universe(LevelSection.HELP.get(0)));
    page.put("groups", groups.of(region));
    page.put("groupsOfCountry", groups.onlyCountry(region));
    page.put("glossary", reading.glossary());
    page.put("cite", reading.citation(labels.text("page.title", labels.region(region))));
    List<PageParts.AreaEstimate> provinces = areas.of(region);
    if (!provinces.isEmpty()) {
      page.put("provinces", provinces);
      page.put("provincesCaption", areas.caption(region));
      page.put("checks", checksFile());
    }
    if (hasTargets()) {
      page.put("targets", targetsFile());
    }
    page.put("strategies", interventions.of(records));
    page.put("hasRecords", !years.isEmpty());
    page.put("documents", interventions.documents(years));
    page.put("timing", prevention.timing(years));
    page.put("services", prevention.services(region));
    page.put("coverage", prevention.coverage(region));
    page.put("coverageLeftOut", prevention.leftOut(region));
    protection.in(region).ifPresent(value -> page.put("protection", value));
    page.put("strategy", strategyFile());
    page.put("protectionRegions", String.valueOf(protection.regions()));
    put(page, "years", regionFigures.forms(region, span));
    put(page, "standing", regionFigures.standing(FigureBuilder.ANY, region, span.to()));
    put(page, "reach", figures.reach(region));
    if (hasDistricts(region)) {
      page.put("districts", districtsFile(region));
    }
    page.put("answers", answers());
    page.put("associations", associationsFile());

    return page;
  }

  /** Where to find help, from {@code data/programs/help.csv}. */
  private List<PageParts.Help> help() {
    return TextTable.shipped("programs/help.csv").rows().stream()
        .map(
            row ->
                new PageParts.Help(
                    row.text("service"),
                    row.text("what_" + labels.language().tag()),
                    row.text("source")))
        .toList();
  }

  boolean hasDistricts(String region) {
    return districts.has(region);
  }

  /** The rows of the districts of a region, or of the country. */
  List<DistrictServiceRow> districtRows(String region) {
    return districts.rows(region);
  }

  /** The values of the page of a region's districts. */
  Map<String, Object> districts(String region) {
    Map<String, Object> page = common(List.of(region));
    page.putAll(districts.page(region));
    page.put("region", file(region));
    page.put("csv", districtsData(region));
    page.put("csvAll", districtsData(Regions.NATIONAL));
    return page;
  }

  boolean hasTargets() {
    return targets.has();
  }

  /** The rows of the areas among which targets were chosen. */
  List<TargetRow> targetRows() {
    return targets.rows();
  }

  /** The values of the page about where to work next. */
  Map<String, Object> targets() {
    Map<String, Object> page = ofAreas(targets.page());
    page.put("csv", TARGETS + ".csv");
    if (hasChecks()) {
      page.put("checks", checksFile());
    }
    put(page, "map", areaFigures.targets());
    return page;
  }

  boolean hasChecks() {
    return checks.has();
  }

  /** The values of the page about the quality of small areas. */
  Map<String, Object> checks() {
    return ofAreas(checks.page());
  }

  /** A page about small areas, which names the survey that their estimates rest on. */
  private Map<String, Object> ofAreas(Map<String, Object> own) {
    Map<String, Object> page = common(List.of(Regions.NATIONAL));
    page.put("survey", areas.survey().orElse((String) page.get("source")));
    page.putAll(own);
    return page;
  }

  boolean hasStrategy() {
    return protection.has();
  }

  /**
   * The values of the page about the strategy "Prevenir para proteger".
   *
   * @param written regions whose pages are there
   */
  Map<String, Object> strategy(List<String> written) {
    Map<String, Object> page = common(List.of(Regions.NATIONAL));
    page.putAll(protection.page(region -> written.contains(region) ? file(region) : ""));
    put(page, "figure", studies.strategy(Protection.STRATEGY, FigureBuilder.ANY));
    return page;
  }

  /** What the questions of association that a region's page tells of were answered. */
  private List<PageParts.Answer> answers() {
    return prevention.associations().stream()
        .map(
            row ->
                new PageParts.Answer(
                    labels.names().indicator(row.indicator()),
                    sentences.answer(row),
                    sentences.brief(row)))
        .toList();
  }

  boolean hasAssociations() {
    return !prevention.associations().isEmpty();
  }

  /** The values of the page about the associations of prevention with violence. */
  Map<String, Object> associations(Gallery gallery) {
    Map<String, Object> page = common(List.of(Regions.NATIONAL));
    gallery.link(page);
    page.put("answers", answers());
    put(page, "overview", studies.answers(span));
    put(page, "association", studies.association(prevention.associations().get(0), ""));
    return page;
  }

  /** The values of the page with all regions beside each other. */
  Map<String, Object> regions() {
    Map<String, Object> page = common(List.of(Regions.NATIONAL));
    page.put("pairs", compared.of(levels.shown(span.to())));
    put(page, "slopes", regionFigures.slopes(FigureBuilder.ANY, span));
    put(page, "panels", regionFigures.regions(FigureBuilder.ANY, span));
    put(page, "heat", regionFigures.heat(span.to()));
    return page;
  }

  /** The values of the page of all figures. */
  Map<String, Object> gallery(Gallery gallery) {
    Map<String, Object> page = common(List.of(Regions.NATIONAL));
    page.put("figures", labels.language().count(gallery.figures().size()));
    page.put("shelves", gallery.shelves());
    return page;
  }

  /** The values of the index of these regions' pages, with links to what lies beside them. */
  Map<String, Object> index(List<String> regions, Gallery gallery) {
    List<String> places = Stream.concat(Stream.of(Regions.NATIONAL), regions.stream()).toList();
    Map<String, Object> page = common(places);
    page.put("method", notes.method(List.of(Regions.NATIONAL), places));
    Map<String, PageParts.Entry> entries = new LinkedHashMap<>();
    for (String region : regions) {
      entries.put(region, levels.entry(region, file(region), protection.in(region).isPresent()));
    }
    PageParts.Entry nation = levels.entry(Regions.NATIONAL, "", false);
    page.put("entries", List.copyOf(entries.values()));
    page.put("chooser", chooser.of(entries));
    page.put("messages", levels.messages(Regions.NATIONAL));
    page.put("nation", nation);
    page.put(
        "verdicts",
        levels.verdicts(
            Stream.concat(Stream.of(nation), entries.values().stream())
                .map(PageParts.Entry::tone)));
    if (hasTargets()) {
      page.put("targets", targetsFile());
    }
    if (hasStrategy()) {
      page.put("strategy", strategyFile());
    }
    if (hasAssociations()) {
      page.put("associations", associationsFile());
    }
    gallery.link(page);
    put(page, "series", figures.series());
    put(page, "change", figures.change(FigureBuilder.ANY, span, ""));
    put(page, "map", maps.changes(FigureBuilder.ANY, span, ""));
    page.put("pairs", compared.of(regions));
    page.put("compared", comparedFile());

    return page;
  }

  private Map<String, Object> common(List<String> places) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("lang", labels.language().tag());
    page.put("synthetic", evidence.synthetic());
    page.put("from", String.valueOf(span.from()));
    page.put("to", String.valueOf(span.to()));
    page.put("index", indexFile());
    page.put("source", notes.source(places));
    page.put("made", evidence.made().map(labels::date).orElse(""));
    page.put("nationName", labels.region(Regions.NATIONAL));
    page.put(
        "programSource",
        labels.text(
            evidence.programs().stream().anyMatch(AnnualReach::isSynthetic)
                ? "source.programs.synthetic"
                : "source.programs"));

    return page;
  }

  private void put(Map<String, Object> page, String name, Optional<Drawing> figure) {
    figure.ifPresent(
        drawn -> {
          List<String> files = data.files(drawn);
          shown.put(files.get(0), drawn);
          page.put(
              name,
              new PageParts.Shown(
                  name, drawn.figure(), files.stream().map(file -> DATA + "/" + file).toList()));
        });
  }

  /** Writes the data of the figures of all pages so far into a folder beside the pages. */
  void writeData(Path folder) {
    shown.values().parallelStream().forEach(drawn -> data.write(drawn, folder.resolve(DATA)));
  }

  /** The file of a region's page. */
  String file(String region) {
    return FileNames.plain(Regions.name(region)) + ending();
  }

  /** The file of the page about where to work next. */
  String targetsFile() {
    return TARGETS + ending();
  }

  /** The file of the page about the quality of small areas. */
  String checksFile() {
    return "calidad-de-las-estimaciones" + ending();
  }

  /** The file of the page about the strategy "Prevenir para proteger". */
  String strategyFile() {
    return FileNames.plain(Protection.STRATEGY) + ending();
  }

  /** The file of the page with all regions beside each other. */
  String comparedFile() {
    return "comparar-regiones" + ending();
  }

  /** The file of the page about the associations of prevention with violence. */
  String associationsFile() {
    return "prevencion-y-violencia" + ending();
  }

  /** The file of the page of a region's districts. */
  String districtsFile(String region) {
    return "distritos-" + file(region);
  }

  /** The file of the data of a region's districts, or of the country's. */
  String districtsData(String region) {
    return region.equals(Regions.NATIONAL)
        ? "distritos.csv"
        : "distritos-" + FileNames.plain(Regions.name(region)) + ".csv";
  }

  String indexFile() {
    return "index" + ending();
  }

  private String ending() {
    return Twins.ending(labels.language());
  }
}

package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.Progress;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.AssociationSpec;
import org.quipu.association.AssociationTables;
import org.quipu.association.Reading;
import org.quipu.association.Region;
import org.quipu.endes.Indicator;
import org.quipu.file.Source;
import org.quipu.store.AssociationRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.CoverageRow;
import org.quipu.store.EventStudyRow;
import org.quipu.store.InfluenceRow;
import org.quipu.store.Manifest;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.survey.quality.QualityMark;
import org.quipu.text.Language;
import org.quipu.text.narrative.CoverageWords;
import org.quipu.text.narrative.TableWords;

/**
 * Makes the tables {@code association}, {@code association_influence} and {@code event_study} of a
 * store from its levels and changes, its coverage and its programmes.
 */
public final class AssociationJob {
  /** What was found. */
  public record Result(
      List<AssociationRow> rows, List<InfluenceRow> influence, List<EventStudyRow> events) {
    /** Writes every table as CSV, words in a language, and returns the files. */
    public List<Path> export(Path out, Language language) {
      TableWords words = TableWords.in(language);
      return List.of(
          words.export(Table.ASSOCIATION, rows, out),
          words.export(Table.ASSOCIATION_INFLUENCE, influence, out),
          words.export(Table.EVENT_STUDY, events, out));
    }
  }

  /**
   * What is asked.
   *
   * @param window years of coverage
   * @param indicators whose changes; {@link #INDICATORS} where empty
   * @param covariates the file of what else is held fixed; null for none
   */
  public record Request(
      int from, int to, YearRange window, List<String> indicators, Path covariates) {
    static Request of(int from, int to, YearRange window) {
      return new Request(from, to, window, List.of(), null);
    }

    List<String> asked() {
      return indicators.isEmpty() ? INDICATORS : indicators;
    }

    YearRange years() {
      return new YearRange(from, to);
    }
  }

  /** The indicators of the question, declared before any is looked at. */
  public static final List<String> INDICATORS = Indicator.summaries(Indicator.Period.EVER);

  private static final String BY_REGION = "region";

  /** The language of messages. */
  private static final CoverageWords ENGLISH = CoverageWords.in(Language.ENGLISH);

  private final Store store;
  private final Progress progress;
  private final AssociationAnalysis.Settings settings;
  private final Language language;
  private final CoverageWords coverageWords;
  private final Reading reading;

  public AssociationJob(
      Store store, Progress progress, AssociationAnalysis.Settings settings, Language language) {
    this.store = store;
    this.progress = progress;
    this.settings = settings;
    this.language = language;
    this.coverageWords = CoverageWords.in(language);
    this.reading =
        new Reading(
            language,
            key ->
                language == Language.SPANISH
                    ? Indicator.of(key).labelEs()
                    : Indicator.of(key).labelEn(),
            coverageWords::measureInSentence);
  }

  /** Studies the change between two years against coverage in a window. */
  public Result run(Request request) {
    YearRange window = request.window;
    List<ChangeRow> changes =
        new ChangeJob(store, progress)
            .run(ChangeJob.Request.of(request.from, request.to)).changes().stream()
                .filter(row -> row.by().equals(BY_REGION))
                .toList();
    CoverageJob coverageJob = new CoverageJob(store, progress);
    List<CoverageRow> coverage = coverageJob.run(Optional.of(window));
    List<PrevalenceRow> levels = store.read(Table.PREVALENCE);
    Covariates covariates =
        request.covariates == null
            ? Covariates.NONE
            : Covariates.read(
                request.covariates,
                region -> Regions.require(region, request.covariates.toString()));
    Manifest plan = plan(request);
    if (store.upToDate(plan) && store.has(Table.EVENT_STUDY)) {
      progress.upToDate(Table.ASSOCIATION.name());
      return new Result(
          store.read(Table.ASSOCIATION),
          store.read(Table.ASSOCIATION_INFLUENCE),
          store.read(Table.EVENT_STUDY));
    }

    Map<String, Map<String, CoverageRow>> measures = measures(coverage, window);
    ReachedBy reachedBy = ReachedBy.of(coverageJob, window);
    List<AssociationAnalysis> answers = new ArrayList<>();
    for (String indicator : request.asked()) {
      RegionSeries series = RegionSeries.of(levels, indicator, request.years());
      Map<String, ChangeRow> ofIndicator = new LinkedHashMap<>();
      changes.stream()
          .filter(row -> row.indicator().equals(indicator))
          .forEach(row -> ofIndicator.put(row.domain(), row));
      if (!ofIndicator.isEmpty()) {
        for (Map<String, CoverageRow> reached : measures.values()) {
          AssociationSpec question = question(ofIndicator, reached, levels, covariates, window);
          answers.add(AssociationAnalysis.to(question, settings));
          reachedBy.panel(series, question).ifPresent(answers::add);
        }
      }
    }

    tell(progress, answers);
    AssociationTables tables = AssociationTables.of(answers, reading);
    Result result =
        new Result(
            tables.associations(),
            tables.influences(),
            new StrategyStudies(store.read(Table.PROGRAMS), levels, language, reading)
                .rows(request.asked(), request.years(), settings, progress));
    if (result.rows.isEmpty()) {
      progress.warn(
          "association: fewer than "
              + AssociationAnalysis.FEWEST
              + " regions have both a change with a standard error and coverage from "
              + window.from()
              + " to "
              + window.to());
    }

    store.update(
        update -> {
          update.write(Table.ASSOCIATION, result.rows, plan);
          update.write(
              Table.ASSOCIATION_INFLUENCE,
              result.influence,
              Manifest.plan(Table.ASSOCIATION_INFLUENCE.name(), plan.options(), plan.inputs()));
          update.write(
              Table.EVENT_STUDY,
              result.events,
              Manifest.plan(Table.EVENT_STUDY.name(), plan.options(), plan.inputs()));
        });
    return result;
  }

  private AssociationSpec question(
      Map<String, ChangeRow> changes,
      Map<String, CoverageRow> reached,
      List<PrevalenceRow> levels,
      Covariates covariates,
      YearRange window) {
    Map<String, Double> errors = errorsOfFirstLevels(changes, levels);
    List<Region> regions = new ArrayList<>();
    for (ChangeRow change : changes.values()) {
      CoverageRow coverage = reached.get(change.domain());
      regions.add(
          new Region(
              change.domain(),
              change.change(),
              change.standardError(),
              change.percentFrom(),
              errors.getOrDefault(change.domain(), Double.NaN),
              Double.isNaN(change.covariance()) ? 0 : change.covariance(),
              coverage == null ? Double.NaN : coverage.coverage(),
              covariates.of(change.domain())));
    }

    ChangeRow change = changes.values().iterator().next();
    CoverageRow coverage = reached.values().iterator().next();
    return new AssociationSpec(
        change.indicator(),
        coverage.measure(),
        new YearRange(change.fromYear(), change.toYear()),
        new YearRange(window.from(), window.to()),
        regions,
        covariates.names(),
        caveats(changes.values(), coverage));
  }

  /**
   * Says which regions had no weight and which methods could not be used: each thing once, with the
   * questions that it is true of.
   */
  static void tell(Progress progress, List<AssociationAnalysis> answers) {
    Map<String, List<String>> questions = new LinkedHashMap<>();
    for (AssociationAnalysis answer : answers) {
      AssociationSpec question = answer.question();
      List<String> said = new ArrayList<>(answer.notes());
      if (!question.leftOut().isEmpty()) {
        said.add(
            0,
            "left out, without a standard error, coverage or covariate: "
                + String.join(", ", question.leftOut()));
      }
      said.forEach(
          message ->
              questions
                  .computeIfAbsent(message, key -> new ArrayList<>())
                  .add(question.indicator() + " and " + question.measure()));
    }
    questions.forEach(
        (message, about) ->
            progress.progress(
                (about.size() == 1 ? about.get(0) : about.size() + " questions") + ": " + message));
  }

  private List<String> caveats(Collection<ChangeRow> changes, CoverageRow coverage) {
    List<String> caveats = new ArrayList<>();
    if (coverage.source().equals(Provenance.SYNTHETIC.code())
        || changes.stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC)) {
      caveats.add(reading.caveat("synthetic"));
    }
    if (changes.stream().anyMatch(row -> row.quality().has(QualityMark.SE_APPROXIMATED))) {
      caveats.add(reading.caveat("se_approximated"));
    }
    if (!coverage.partial().isEmpty()) {
      caveats.add(reading.caveat("partial") + " (" + coverageWords.partial(coverage) + ")");
    }
    caveats.addAll(coverageWords.notesInSentence(coverage.note()));

    return caveats;
  }

  /**
   * Measures that have a rate in the window, by region. Regions of which other years are incomplete
   * than of most are not compared.
   */
  private Map<String, Map<String, CoverageRow>> measures(
      List<CoverageRow> coverage, YearRange window) {
    Map<String, Map<String, List<CoverageRow>>> byPartial = new LinkedHashMap<>();
    coverage.stream()
        .filter(row -> row.fromYear() == window.from() && row.toYear() == window.to())
        .filter(row -> !row.region().equals(Regions.NATIONAL))
        .filter(row -> !Double.isNaN(row.coverage()))
        .forEach(
            row ->
                byPartial
                    .computeIfAbsent(row.measure(), measure -> new LinkedHashMap<>())
                    .computeIfAbsent(row.partial(), partial -> new ArrayList<>())
                    .add(row));
    Map<String, Map<String, CoverageRow>> measures = new LinkedHashMap<>();
    Map<String, List<String>> incomplete = new LinkedHashMap<>();
    List<String> few = new ArrayList<>();
    byPartial.forEach(
        (measure, groups) -> {
          List<CoverageRow> most =
              groups.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
          if (most.size() < AssociationAnalysis.FEWEST) {
            few.add(measure);
            return;
          }

          CoverageRow first = most.get(0);
          if (!first.partial().isEmpty()) {
            incomplete
                .computeIfAbsent(ENGLISH.partial(first), partial -> new ArrayList<>())
                .add(measure);
          }

          Map<String, CoverageRow> rows = new LinkedHashMap<>();
          most.forEach(row -> rows.put(row.region(), row));
          measures.put(measure, rows);
        });
    if (!few.isEmpty()) {
      progress.progress(
          "coverage of fewer than "
              + AssociationAnalysis.FEWEST
              + " regions is not compared: "
              + String.join(", ", few));
    }

    incomplete.forEach(
        (partial, of) ->
            progress.warn(
                "incomplete years are not counted (" + partial + "): " + String.join(", ", of)));
    return measures;
  }

  private static Map<String, Double> errorsOfFirstLevels(
      Map<String, ChangeRow> changes, List<PrevalenceRow> levels) {
    Map<String, Double> errors = new HashMap<>();
    for (PrevalenceRow row : levels) {
      ChangeRow change = changes.get(row.domain());
      if (change != null
          && row.by().equals(BY_REGION)
          && row.indicator().equals(change.indicator())
          && row.year() == change.fromYear()) {
        errors.put(row.domain(), row.standardError());
      }
    }

    return errors;
  }

  private Manifest plan(Request request) {
    Map<String, String> options = new HashMap<>();
    options.put("from", String.valueOf(request.from));
    options.put("to", String.valueOf(request.to));
    options.put("coverage-from", String.valueOf(request.window.from()));
    options.put("coverage-to", String.valueOf(request.window.to()));
    options.put("indicator", String.join(" ", request.asked()));
    options.put("settings", settings.toString());
    options.put("language", language.tag());
    List<Manifest.Input> inputs = new ArrayList<>();
    for (Table<?> table : List.of(Table.CHANGE, Table.COVERAGE, Table.PREVALENCE, Table.PROGRAMS)) {
      store.manifest(table.name()).ifPresent(manifest -> inputs.add(manifest.asInput()));
    }
    if (request.covariates != null) {
      inputs.add(Manifest.Input.of(Source.file(request.covariates)));
    }

    return Manifest.plan(Table.ASSOCIATION.name(), options, inputs);
  }
}

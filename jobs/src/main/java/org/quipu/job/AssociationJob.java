package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quipu.Progress;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.endes.Dimensions;
import org.quipu.file.Source;
import org.quipu.program.Strategy;
import org.quipu.store.AssociationPointRow;
import org.quipu.store.AssociationRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.CoverageRow;
import org.quipu.store.EventStudyRow;
import org.quipu.store.InfluenceRow;
import org.quipu.store.Manifest;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.study.AssociationFiles;
import org.quipu.study.ComparedMeasures;
import org.quipu.study.Covariates;
import org.quipu.study.Families;
import org.quipu.study.Question;
import org.quipu.study.ReachedBy;
import org.quipu.study.RegionSeries;
import org.quipu.study.StoredQuestions;
import org.quipu.study.StrategyStudies;
import org.quipu.text.narrative.TableWords;

/**
 * Makes the tables {@code association}, {@code association_point}, {@code association_influence}
 * and {@code event_study} of a store from its levels and changes, its coverage and its programmes;
 * and the first three from a user's files.
 */
public final class AssociationJob {
  /**
   * What was found.
   *
   * @param points one a region of each question
   * @param events none in a study of files
   */
  public record Result(
      List<AssociationRow> rows,
      List<AssociationPointRow> points,
      List<InfluenceRow> influence,
      List<EventStudyRow> events) {
    /** Writes every table as CSV and returns the files. */
    public List<Path> export(Path out, TableWords words) {
      return List.of(
          words.export(Table.ASSOCIATION, rows, out),
          words.export(Table.ASSOCIATION_POINT, points, out),
          words.export(Table.ASSOCIATION_INFLUENCE, influence, out),
          words.export(Table.EVENT_STUDY, events, out));
    }
  }

  /**
   * What is studied.
   *
   * @param years of the change
   * @param window years of coverage
   * @param indicators whose changes; where empty those of {@link Families#DECLARED} whose change is
   *     known
   * @param covariates the file of what else is held fixed; null for none
   */
  public record Request(
      YearRange years,
      YearRange window,
      List<String> indicators,
      Path covariates,
      AssociationAnalysis.Settings settings) {
    public Request {
      indicators = List.copyOf(indicators);
    }

    /** The indicators declared for the question, without covariates. */
    public static Request of(YearRange years, YearRange window) {
      return new Request(
          years, window, List.of(), null, AssociationAnalysis.Settings.withDefaults());
    }
  }

  private final Store store;
  private final Progress progress;

  public AssociationJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /** Studies the change between two years against coverage in a window. */
  public Result run(Request request) {
    return store.heldOrMade(progress, () -> held(request), () -> made(request));
  }

  private Optional<Result> held(Request request) {
    boolean isHeld =
        new ChangeJob(store, progress).held(ChangeJob.Request.of(request.years)).isPresent()
            && new CoverageJob(store, progress)
                .held(new CoverageJob.Request(Optional.of(request.window)))
                .isPresent()
            && isUpToDate(plan(request));
    if (!isHeld) {
      return Optional.empty();
    }

    progress.upToDate(Table.ASSOCIATION.name());
    return Optional.of(
        new Result(
            store.read(Table.ASSOCIATION),
            store.read(Table.ASSOCIATION_POINT),
            store.read(Table.ASSOCIATION_INFLUENCE),
            store.read(Table.EVENT_STUDY)));
  }

  private Result made(Request request) {
    YearRange years = request.years;
    List<ChangeRow> changes =
        new ChangeJob(store, progress).run(ChangeJob.Request.of(years)).changes();
    CoverageJob coverageJob = new CoverageJob(store, progress);
    List<CoverageRow> coverage =
        coverageJob.run(new CoverageJob.Request(Optional.of(request.window))).rows();
    Covariates covariates = covariates(request.covariates);
    Manifest plan = plan(request);
    List<PrevalenceRow> levels = store.read(Table.PREVALENCE);
    AssociationReport report = new AssociationReport(progress);
    ComparedMeasures measures = ComparedMeasures.of(coverage, request.window);
    report.measures(measures);
    StoredQuestions questions = new StoredQuestions(changes, levels, measures, covariates);
    ReachedBy reachedBy =
        ReachedBy.of(coverageJob.over(ReachedBy.windows(request.window)), request.window);
    List<String> indicators = indicators(request, changes);
    report.periods(indicators);
    List<AssociationAnswers.Task> tasks = new ArrayList<>();
    for (String indicator : indicators) {
      RegionSeries series = RegionSeries.of(levels, indicator, years);
      for (Question question : questions.of(indicator)) {
        tasks.add(
            new AssociationAnswers.Task(question, () -> reachedBy.panel(series, question.spec())));
      }
    }
    AssociationAnswers answers = AssociationAnswers.of(tasks, request.settings);
    report.analyses(answers.analyses());
    StrategyStudies strategies =
        StrategyStudies.of(
            Strategy.in(store.read(Table.PROGRAMS)), levels, indicators, years, request.settings);
    report.strategies(strategies, years);
    Result result = answers.result(strategies);
    if (result.rows.isEmpty()) {
      report.nothing(request.window);
    }

    write(result, plan);
    return result;
  }

  /**
   * Studies each indicator of a user's files against each measure, without a store.
   *
   * @throws UserException if no indicator and measure have enough regions in common
   */
  public static Result ofFiles(
      AssociationFiles files, AssociationAnalysis.Settings settings, Progress progress) {
    AssociationReport report = new AssociationReport(progress);
    AssociationFiles.Questions questions = files.read();
    report.outside(questions.outside());
    AssociationAnswers answers =
        AssociationAnswers.of(
            questions.questions().stream().map(AssociationAnswers.Task::of).toList(), settings);
    report.analyses(answers.analyses());
    Result result = answers.result(new StrategyStudies(List.of(), List.of()));
    if (result.rows.isEmpty()) {
      throw UserException.input(
          files.changes() + " and " + files.coverage(),
          "no indicator and measure with enough regions in common",
          "at least four regions named alike in both, with a positive standard error, whose"
              + " coverage differs",
          "Compare the columns domain and region of the two files.");
    }

    return result;
  }

  private static List<String> indicators(Request request, List<ChangeRow> changes) {
    return request.indicators.isEmpty()
        ? Families.declaredAmong(
            changes.stream()
                .filter(row -> row.by().equals(Dimensions.REGION))
                .map(ChangeRow::indicator)
                .collect(Collectors.toSet()))
        : request.indicators;
  }

  private static Covariates covariates(Path file) {
    return file == null
        ? Covariates.NONE
        : Covariates.read(file, region -> Regions.require(region, file.toString()));
  }

  private boolean isUpToDate(Manifest plan) {
    return store.upToDate(plan)
        && store.has(Table.ASSOCIATION_POINT)
        && store.has(Table.EVENT_STUDY);
  }

  private void write(Result result, Manifest plan) {
    store.update(
        progress,
        update -> {
          update.write(Table.ASSOCIATION, result.rows, plan);
          update.write(Table.ASSOCIATION_POINT, result.points, of(Table.ASSOCIATION_POINT, plan));
          update.write(
              Table.ASSOCIATION_INFLUENCE, result.influence, of(Table.ASSOCIATION_INFLUENCE, plan));
          update.write(Table.EVENT_STUDY, result.events, of(Table.EVENT_STUDY, plan));
        });
  }

  private static Manifest of(Table<?> table, Manifest plan) {
    return Manifest.plan(table.name(), plan.options(), plan.inputs());
  }

  private Manifest plan(Request request) {
    Map<String, String> options = new HashMap<>();
    options.put("from", String.valueOf(request.years.from()));
    options.put("to", String.valueOf(request.years.to()));
    options.put("coverage-from", String.valueOf(request.window.from()));
    options.put("coverage-to", String.valueOf(request.window.to()));
    options.put("indicator", String.join(" ", request.indicators));
    options.put("settings", request.settings.toString());
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

package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.endes.Indicator;
import org.quipu.endes.WomenTable;
import org.quipu.file.Source;
import org.quipu.program.InformedWomen;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.store.Manifest;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.store.TargetRow;
import org.quipu.store.TargetSummaryRow;
import org.quipu.study.AreaTargets;
import org.quipu.study.TargetAreas;
import org.quipu.target.Area;
import org.quipu.target.Bounds;
import org.quipu.target.DrawStudy;
import org.quipu.target.Greedy;
import org.quipu.target.ListCheck;
import org.quipu.target.Optimum;
import org.quipu.target.Plan;
import org.quipu.target.PlanKind;
import org.quipu.target.TargetProblem;
import org.quipu.target.Tie;
import org.quipu.text.narrative.TableWords;

/** Chooses areas under bounds, and checks a list of them. */
public final class TargetsJob {
  /** How many draws are made unless told otherwise. */
  public static final int DRAWS = 1000;

  /** The seed of the draws unless told otherwise. */
  public static final long SEED = 1;

  private TargetsJob() {}

  /**
   * What is to be chosen.
   *
   * @param bounds budget, number and floor; without required and excluded areas
   * @param include file of areas that every plan has; null for none
   * @param exclude file of areas that no plan has; null for none
   * @param check file of the list to be checked; null for none
   * @param draws how many are made where the values are uncertain
   * @param seed of the draws
   */
  public record Request(
      Bounds bounds, Path include, Path exclude, Path check, int draws, long seed) {
    /** Bounds alone, with the default draws. */
    public static Request of(Bounds bounds) {
      return new Request(bounds, null, null, null, DRAWS, SEED);
    }
  }

  /**
   * What was chosen.
   *
   * @param draws empty where the values are taken as known
   * @param check empty without a list
   * @param errors of the list; empty without a list or without draws
   */
  public record Result(
      List<TargetRow> rows,
      List<TargetSummaryRow> summary,
      Optimum optimum,
      Optional<DrawStudy> draws,
      Optional<ListCheck> check,
      Optional<ListCheck.Errors> errors) {
    /** Writes both tables as CSV and returns the files. */
    public List<Path> export(Path out, TableWords words) {
      return List.of(
          words.export(Table.TARGETS, rows, out),
          words.export(Table.TARGETS_SUMMARY, summary, out));
    }
  }

  /**
   * Which areas of a store, and what they are chosen by.
   *
   * @param level what kind of areas they are
   * @param indicator whose women count
   * @param years of microdata, pooled; as {@link SmallAreasJob.Request#years} where empty
   * @param cost empty where costs do not matter
   * @param draws of the estimates
   * @param seed of the draws
   */
  public record Areas(
      AreaLevel level,
      String indicator,
      List<Integer> years,
      Optional<AreaTargets.Cost> cost,
      int draws,
      long seed) {
    /** Women hit or forced in the last 12 months, without costs. */
    public static final Areas DEFAULT =
        new Areas(
            AreaLevel.PROVINCE,
            Indicator.summary(Indicator.Form.PHYSICAL_OR_SEXUAL, Indicator.Period.LAST_12_MONTHS),
            List.of(),
            Optional.empty(),
            DRAWS,
            SEED);
  }

  /** The areas of a store, with their women affected as {@link SmallAreasJob} estimates them. */
  private static TargetAreas areas(Store store, Progress progress, Areas wanted) {
    SmallAreasJob.Studies studies =
        new SmallAreasJob(store, progress)
            .studies(
                new SmallAreasJob.Request(
                    wanted.years,
                    List.of(wanted.indicator),
                    List.of(),
                    null,
                    null,
                    SmallAreaSpec.bayes().withDraws(wanted.draws, wanted.seed)));
    return AreaTargets.of(
        "the store",
        wanted.level,
        wanted.indicator,
        studies.areas(),
        studies.byIndicator().get(wanted.indicator),
        InformedWomen.of(store.readIfPresent(Table.PROGRAMS)),
        wanted.cost);
  }

  /** Chooses among the areas of a store, which keeps the tables. */
  public static Result ofStore(Store store, Progress progress, Areas wanted, Request request) {
    Result result = of(areas(store, progress, wanted), request);
    Manifest made = plan(store, wanted, request);
    store.update(
        update -> {
          update.write(Table.TARGETS, result.rows, made);
          update.write(
              Table.TARGETS_SUMMARY,
              result.summary,
              Manifest.plan(Table.TARGETS_SUMMARY.name(), made.options(), made.inputs()));
        });
    progress.made(Table.TARGETS.name());
    return result;
  }

  private static Manifest plan(Store store, Areas wanted, Request request) {
    Map<String, String> options = new HashMap<>();
    options.put("areas", wanted.toString());
    options.put("bounds", request.bounds.toString());
    List<Manifest.Input> inputs = new ArrayList<>();
    for (String table :
        List.of(
            WomenTable.NAME,
            Table.PROVINCES.name(),
            Table.DISTRICTS.name(),
            Table.PROGRAMS.name())) {
      store.manifests(table).forEach(manifest -> inputs.add(manifest.asInput()));
    }
    for (Path file : Arrays.asList(request.include, request.exclude, request.check)) {
      if (file != null) {
        inputs.add(Manifest.Input.of(Source.file(file)));
      }
    }

    return Manifest.plan(Table.TARGETS.name(), options, inputs);
  }

  /** Chooses among areas. */
  public static Result of(TargetAreas from, Request request) {
    if (request.bounds.floor() > 0 && !from.hasRegions()) {
      throw missing(from, "no column region", "one, for a floor of each region");
    }
    if (request.bounds.budget() < Double.POSITIVE_INFINITY && !from.hasCosts()) {
      throw missing(
          from,
          "no column cost",
          "one, or with a store --cost-per-area or --cost-per-woman, for a budget");
    }

    Bounds bounds = request.bounds;
    if (request.include != null) {
      bounds = bounds.requiring(from.list(request.include));
    }
    if (request.exclude != null) {
      bounds = bounds.excluding(from.list(request.exclude));
    }
    TargetProblem problem = new TargetProblem(from.areas(), bounds);
    Optimum optimum = Optimum.of(problem);
    Optional<ListCheck> check =
        Optional.ofNullable(request.check)
            .map(list -> ListCheck.of(problem, from.positions(from.list(list))));
    return new Answer(problem, from, optimum, check)
        .result(from.draws().map(draws -> draws.of(request.draws, request.seed)).orElse(null));
  }

  private static UserException missing(TargetAreas from, String found, String expected) {
    return UserException.input(from.source(), found, expected, "Add it or leave out the bound.");
  }

  /** The best plan and its neighbours as rows. */
  private record Answer(
      TargetProblem problem, TargetAreas from, Optimum optimum, Optional<ListCheck> check) {
    Result result(double[][] draws) {
      List<Plan> plans = List.of(optimum.plan(), Greedy.byRatio(problem), Greedy.byValue(problem));
      Optional<DrawStudy> study =
          Optional.ofNullable(draws).map(drawn -> DrawStudy.of(problem, plans, drawn));
      List<TargetSummaryRow> summary = new ArrayList<>();
      List<PlanKind> kinds = List.of(PlanKind.OPTIMUM, PlanKind.GREEDY, PlanKind.BY_ESTIMATE);
      for (int k = 0; k < plans.size(); k++) {
        summary.add(row(kinds.get(k), plans.get(k), optimum, risk(study, k)));
      }

      Optional<DrawStudy> checked =
          Optional.ofNullable(draws).flatMap(drawn -> check.map(list -> study(list, drawn)));
      check.ifPresent(
          list -> {
            Optimum best = list.best();
            summary.add(row(PlanKind.LIST, list.list(), best, risk(checked, 0)));
            summary.add(row(PlanKind.BEST_LIST, best.plan(), best, risk(checked, 1)));
          });
      Optional<ListCheck.Errors> errors =
          checked.map(each -> check.orElseThrow().errors(each.selectionFrequency()));
      return new Result(
          rows(draws, study, checked, errors), summary, optimum, study, check, errors);
    }

    private static DrawStudy study(ListCheck check, double[][] draws) {
      return DrawStudy.of(check.problem(), List.of(check.list(), check.best().plan()), draws);
    }

    private static DrawStudy.Risk risk(Optional<DrawStudy> study, int plan) {
      return study
          .map(each -> each.risks().get(plan))
          .orElse(new DrawStudy.Risk(Double.NaN, Double.NaN));
    }

    private static TargetSummaryRow row(
        PlanKind kind, Plan plan, Optimum best, DrawStudy.Risk risk) {
      Tie tie = kind == PlanKind.OPTIMUM || kind == PlanKind.BEST_LIST ? best.tie() : null;
      return new TargetSummaryRow(
          kind,
          plan.size(),
          plan.value(),
          plan.cost(),
          best.gapOf(plan),
          risk.expectedRegret(),
          risk.valueP10(),
          best.bound(),
          tie);
    }

    private List<TargetRow> rows(
        double[][] draws,
        Optional<DrawStudy> study,
        Optional<DrawStudy> checked,
        Optional<ListCheck.Errors> errors) {
      List<Area> areas = problem.areas();
      List<Integer> order =
          IntStream.range(0, areas.size())
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -areas.get(i).value()))
              .toList();
      Optional<List<Double>> top =
          Optional.ofNullable(draws)
              .map(drawn -> DrawStudy.probabilityInTop(drawn, optimum.plan().size()));
      Set<Integer> selected = new HashSet<>(optimum.plan().positions());
      Optional<Set<Integer>> listed = check.map(each -> new HashSet<>(each.list().positions()));
      Optional<Set<Integer>> best =
          check.map(each -> new HashSet<>(each.best().plan().positions()));
      List<TargetRow> rows = new ArrayList<>();
      for (int i : order) {
        Area area = areas.get(i);
        TargetAreas.Facts facts = from.factsOf(i);
        rows.add(
            new TargetRow(
                rows.size() + 1,
                area.key(),
                from.labels().get(i),
                area.region(),
                facts.women(),
                facts.prevalence(),
                facts.affectedWomen(),
                facts.coverage(),
                facts.uncoveredWomen(),
                top.map(each -> each.get(i)).orElse(Double.NaN),
                selected.contains(i),
                from.hasCosts() ? area.cost() : Double.NaN,
                study.map(each -> each.selectionFrequency().get(i)).orElse(Double.NaN),
                area.value(),
                listed.map(each -> each.contains(i)).orElse(null),
                best.map(each -> each.contains(i)).orElse(null),
                checked.map(each -> each.selectionFrequency().get(i)).orElse(Double.NaN),
                errors.map(each -> each.contradicted().contains(i)).orElse(null),
                from.level(),
                from.indicator()));
      }

      return rows;
    }
  }
}

package org.quipu.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.Regions;
import org.quipu.smallarea.AreaLevel;
import org.quipu.store.TargetRow;
import org.quipu.store.TargetSummaryRow;
import org.quipu.study.TargetAreas;
import org.quipu.target.Area;
import org.quipu.target.DrawStudy;
import org.quipu.target.Greedy;
import org.quipu.target.ListCheck;
import org.quipu.target.Margins;
import org.quipu.target.Optimum;
import org.quipu.target.Plan;
import org.quipu.target.PlanKind;
import org.quipu.target.SelectionBand;
import org.quipu.target.TargetProblem;
import org.quipu.target.Tie;

/**
 * The best plan, the plans of simple rules and a list beside it as rows.
 *
 * @param draws of the values, one row a draw; empty where they are taken as known
 */
record TargetTables(
    TargetProblem problem,
    TargetAreas from,
    Optimum optimum,
    Optional<ListCheck> check,
    Optional<double[][]> draws) {

  TargetsJob.Result result() {
    List<Plan> plans = List.of(optimum.plan(), Greedy.byRatio(problem), Greedy.byValue(problem));
    Optional<DrawStudy> study = draws.map(drawn -> DrawStudy.of(problem, plans, drawn));
    List<TargetSummaryRow> summary = new ArrayList<>();
    List<PlanKind> kinds = List.of(PlanKind.OPTIMUM, PlanKind.GREEDY, PlanKind.BY_ESTIMATE);
    for (int k = 0; k < plans.size(); k++) {
      summary.add(row(kinds.get(k), plans.get(k), optimum, study, k));
    }

    Optional<DrawStudy> checked = draws.flatMap(drawn -> check.map(list -> study(list, drawn)));
    check.ifPresent(
        list -> {
          Optimum best = list.best();
          summary.add(row(PlanKind.LIST, list.list(), best, checked, 0));
          summary.add(row(PlanKind.BEST_LIST, best.plan(), best, checked, 1));
        });
    Optional<ListCheck.Errors> errors =
        checked.map(each -> check.orElseThrow().errors(each.selectionFrequency()));
    return new TargetsJob.Result(
        rows(study, checked, errors), summary, optimum, study, check, errors);
  }

  private static DrawStudy study(ListCheck check, double[][] draws) {
    return DrawStudy.of(check.problem(), List.of(check.list(), check.best().plan()), draws);
  }

  private TargetSummaryRow row(
      PlanKind kind, Plan plan, Optimum best, Optional<DrawStudy> study, int position) {
    boolean isBest = kind == PlanKind.OPTIMUM || kind == PlanKind.BEST_LIST;
    Tie tie = isBest ? best.tie() : null;
    Optional<DrawStudy.Risk> risk = study.map(each -> each.risks().get(position));
    Optional<DrawStudy.FastGap> fast = study.filter(each -> isBest).map(DrawStudy::fast);
    double affected = affected(plan.positions().stream());
    return new TargetSummaryRow(
        kind,
        plan.size(),
        plan.value(),
        plan.cost(),
        best.gapOf(plan),
        risk.map(DrawStudy.Risk::expectedRegret).orElse(Double.NaN),
        risk.map(DrawStudy.Risk::valueP10).orElse(Double.NaN),
        best.bound(),
        tie,
        fast.map(DrawStudy.FastGap::draws).orElse(null),
        fast.map(DrawStudy.FastGap::mean).orElse(Double.NaN),
        fast.map(DrawStudy.FastGap::largest).orElse(Double.NaN),
        affected,
        100 * affected / affected(IntStream.range(0, problem.areas().size()).boxed()),
        from.maximised(),
        from.equity(),
        from.provenance(),
        from.years());
  }

  private double affected(Stream<Integer> positions) {
    return positions.mapToDouble(i -> from.factsOf(i).affectedWomen()).sum();
  }

  private List<TargetRow> rows(
      Optional<DrawStudy> study, Optional<DrawStudy> checked, Optional<ListCheck.Errors> errors) {
    List<Area> areas = problem.areas();
    List<Integer> order =
        IntStream.range(0, areas.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -areas.get(i).value()))
            .toList();
    Optional<List<Double>> top =
        draws.map(drawn -> DrawStudy.probabilityInTop(drawn, optimum.plan().size()));
    List<Double> margins = Margins.of(problem, optimum.plan());
    Set<Integer> selected = new HashSet<>(optimum.plan().positions());
    Optional<Set<Integer>> listed = check.map(each -> new HashSet<>(each.list().positions()));
    Optional<Set<Integer>> best = check.map(each -> new HashSet<>(each.best().plan().positions()));
    List<TargetRow> rows = new ArrayList<>();
    for (int i : order) {
      Area area = areas.get(i);
      TargetAreas.Facts facts = from.factsOf(i);
      Optional<Double> frequency = study.map(each -> each.selectionFrequency().get(i));
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
              frequency.orElse(Double.NaN),
              area.value(),
              listed.map(each -> each.contains(i)).orElse(null),
              best.map(each -> each.contains(i)).orElse(null),
              checked.map(each -> each.selectionFrequency().get(i)).orElse(Double.NaN),
              errors.map(each -> each.contradicted().contains(i)).orElse(null),
              from.level(),
              from.indicator(),
              from.level() == AreaLevel.AREA ? null : Regions.name(area.region()),
              facts.prevalenceLow(),
              facts.prevalenceHigh(),
              facts.women() * facts.prevalenceLow() / 100,
              facts.women() * facts.prevalenceHigh() / 100,
              frequency.map(SelectionBand::of).orElse(null),
              margins.get(i),
              facts.equityWeight(),
              facts.services().services(),
              facts.services().districtsWithService(),
              facts.services().year(),
              facts.services().services() > 0
                  ? facts.affectedWomen() / facts.services().services()
                  : Double.NaN,
              facts.services().distanceKm(),
              from.provenance(),
              from.years()));
    }

    return rows;
  }
}

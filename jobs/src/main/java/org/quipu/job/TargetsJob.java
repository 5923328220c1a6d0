package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.endes.Indicator;
import org.quipu.endes.WomenTable;
import org.quipu.file.Source;
import org.quipu.smallarea.AreaLevel;
import org.quipu.store.Manifest;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.store.TargetRow;
import org.quipu.store.TargetSummaryRow;
import org.quipu.study.AreaTargets;
import org.quipu.study.Equity;
import org.quipu.study.TargetAreas;
import org.quipu.target.Bounds;
import org.quipu.target.DrawStudy;
import org.quipu.target.ListCheck;
import org.quipu.target.Maximised;
import org.quipu.target.Optimum;
import org.quipu.target.TargetProblem;
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
   * @param check file of the list to be checked; null for none. Where there is neither budget nor
   *     number, those of the list are the bounds
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
   * @param maximised what of them
   * @param equity by which need women count more; empty where all count alike
   * @param services file of sites of services; null for the centres of the records
   * @param draws of the estimates
   * @param seed of the draws
   */
  public record Areas(
      AreaLevel level,
      String indicator,
      List<Integer> years,
      Optional<AreaTargets.Cost> cost,
      Maximised maximised,
      Optional<Equity> equity,
      Path services,
      int draws,
      long seed) {
    /** Women hit or forced in the last 12 months, without costs. */
    public static final Areas DEFAULT =
        new Areas(
            AreaLevel.PROVINCE,
            Indicator.summary(Indicator.Form.PHYSICAL_OR_SEXUAL, Indicator.Period.LAST_12_MONTHS),
            List.of(),
            Optional.empty(),
            Maximised.AFFECTED,
            Optional.empty(),
            null,
            DRAWS,
            SEED);
  }

  /** Chooses among the areas of a store, which keeps the tables. */
  public static Result ofStore(Store store, Progress progress, Areas wanted, Request request) {
    return store.alone(progress, () -> chosen(store, progress, wanted, request));
  }

  private static Result chosen(Store store, Progress progress, Areas wanted, Request request) {
    Result result = of(StoredTargets.of(store, progress, wanted), request);
    Manifest made = plan(store, wanted, request);
    store.update(
        progress,
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
    for (Path file :
        Arrays.asList(request.include, request.exclude, request.check, wanted.services)) {
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
    Optional<List<Integer>> list =
        Optional.ofNullable(request.check).map(file -> from.positions(from.list(file)));
    if (list.isPresent() && bounds.isUnlimited()) {
      bounds = like(list.get(), from, bounds);
    }

    TargetProblem problem = new TargetProblem(from.areas(), bounds);
    return new TargetTables(
            problem,
            from,
            Optimum.of(problem),
            list.map(listed -> ListCheck.of(problem, listed)),
            from.draws().map(draws -> draws.of(request.draws, request.seed)))
        .result();
  }

  /** Bounds with the number and the cost of a list. */
  private static Bounds like(List<Integer> list, TargetAreas from, Bounds bounds) {
    double cost = list.stream().mapToDouble(i -> from.areas().get(i).cost()).sum();
    return bounds
        .withMaxAreas(list.size())
        .withBudget(from.hasCosts() ? cost : Double.POSITIVE_INFINITY);
  }

  private static UserException missing(TargetAreas from, String found, String expected) {
    return UserException.input(from.source(), found, expected, "Add it or leave out the bound.");
  }
}

package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenTotals;
import org.quipu.math.Adjustment;
import org.quipu.store.ChangeRow;
import org.quipu.store.ContrastRow;
import org.quipu.store.DecompositionRow;
import org.quipu.store.HeterogeneityRow;
import org.quipu.store.Manifest;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.SensitivityRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.store.TrendRow;
import org.quipu.text.Language;
import org.quipu.text.narrative.TableWords;

/**
 * Makes the tables of change between two years of a store: from microdata with their covariances
 * where both years have them, else from the levels of the prevalence table as independent samples.
 */
public final class ChangeJob {
  /**
   * What is wanted.
   *
   * @param groups the dimensions whose composition a change is split by; empty for no split
   */
  public record Request(
      int from,
      int to,
      List<String> tables,
      List<String> indicators,
      boolean independent,
      Adjustment adjustment,
      String groups) {
    /** All indicators for the country and its regions, Holm's adjustment. */
    static Request of(int from, int to) {
      return new Request(
          from,
          to,
          PrevalenceJob.Request.DEFAULT.tables(),
          PrevalenceJob.Request.DEFAULT.indicators(),
          false,
          Adjustment.HOLM,
          "");
    }

    boolean asks(String indicator, String table) {
      return indicators.contains(indicator) && tables.contains(table);
    }
  }

  /** The rows of all tables. */
  public record Result(
      List<ChangeRow> changes,
      List<HeterogeneityRow> heterogeneity,
      List<ContrastRow> contrasts,
      List<TrendRow> trends,
      List<SensitivityRow> sensitivity,
      List<DecompositionRow> decompositions) {
    static Result empty() {
      return new Result(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }

    /** Writes all tables as CSV, words in a language, and returns the file of the changes. */
    public Path export(Path out, Language language) {
      TableWords words = TableWords.in(language);
      words.export(Table.CHANGE_HETEROGENEITY, heterogeneity, out);
      words.export(Table.CHANGE_CONTRAST, contrasts, out);
      words.export(Table.TREND, trends, out);
      words.export(Table.CHANGE_SENSITIVITY, sensitivity, out);
      words.export(Table.CHANGE_DECOMPOSITION, decompositions, out);
      return words.export(Table.CHANGE, changes, out);
    }
  }

  private static final String BY = "by";
  private static final String INDICATORS = "indicator";
  private static final String GROUPS = "decompose";

  private final Store store;
  private final Progress progress;

  public ChangeJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /** The changes, made now unless the store has them already. */
  public Result run(Request request) {
    PrevalenceJob prevalence = new PrevalenceJob(store, progress, PrevalenceJob.Method.of(store));
    List<Integer> years = years(prevalence, request);
    List<PrevalenceRow> levels =
        prevalence.rows(new PrevalenceJob.Request(years, request.tables, request.indicators));
    if (holds(request)) {
      progress.upToDate("change");
      return read(request);
    }

    Result result = compute(request, years, levels);
    write(request, result);
    progress.made("change");
    return result;
  }

  /** The two years, and those between them that can show a trend. */
  private static List<Integer> years(PrevalenceJob prevalence, Request request) {
    Set<Integer> available = prevalence.years();
    for (int year : List.of(request.from, request.to)) {
      if (!available.contains(year)) {
        throw UserException.input(
            "year " + year,
            "neither microdata nor published figures in the store",
            "a year of " + available,
            "Load it with: quipu ingest --endes DIR --published FILE --store …");
      }
    }

    return available.stream().filter(year -> year >= request.from && year <= request.to).toList();
  }

  private Result compute(Request request, List<Integer> years, List<PrevalenceRow> levels) {
    WomenEstimates women = new WomenEstimates(store);
    List<Integer> surveyed = years.stream().filter(women.years()::contains).toList();
    List<String> indicators =
        request.indicators.stream()
            .filter(name -> surveyed.stream().anyMatch(year -> women.has(year, name)))
            .toList();
    WomenTotals totals =
        surveyed.size() < 2 || indicators.isEmpty()
            ? null
            : WomenTotals.of(
                women,
                surveyed,
                indicators,
                tables(request),
                PrevalenceJob.Method.of(store).lonely(),
                request.independent);
    if (totals != null && totals.sharesClusters(request.from, request.to)) {
      progress.progress(
          request.from + " and " + request.to + " share clusters: their covariance counts");
    }

    ChangeTables tables = new ChangeTables(request, women, totals);
    families(levels).forEach(tables::add);
    tables.notes().forEach(progress::warn);
    return tables.result();
  }

  /** All tables that the totals are wanted of: with a split, those of its groups too. */
  private static List<String> tables(Request request) {
    Set<String> tables = new LinkedHashSet<>(request.tables);
    for (String table : request.tables) {
      String groups = WomenTotals.without(request.groups, table);
      if (!groups.isEmpty()) {
        tables.add(groups);
        tables.add(WomenTotals.crossed(table, groups));
      }
    }

    return List.copyOf(tables);
  }

  /** The levels of each indicator and table. */
  private static List<List<PrevalenceRow>> families(List<PrevalenceRow> levels) {
    Map<List<String>, List<PrevalenceRow>> families = new LinkedHashMap<>();
    for (PrevalenceRow level : levels) {
      families
          .computeIfAbsent(List.of(level.indicator(), level.by()), key -> new ArrayList<>())
          .add(level);
    }

    return List.copyOf(families.values());
  }

  private Manifest plan(Table<?> table, Request request, Map<String, String> scope) {
    Map<String, String> options = new TreeMap<>(scope);
    options.put("from", String.valueOf(request.from));
    options.put("to", String.valueOf(request.to));
    options.put("independent", String.valueOf(request.independent));
    options.put("adjust", request.adjustment.toString());
    return Manifest.plan(
        table.name(),
        options,
        store.manifest(Table.PREVALENCE.name()).map(Manifest::asInput).stream().toList());
  }

  private static Map<String, String> scope(Request request) {
    return Map.of(
        BY, String.join(",", request.tables),
        INDICATORS, String.join(",", request.indicators),
        GROUPS, request.groups);
  }

  /** Whether the store has these changes, perhaps among others. */
  private boolean holds(Request request) {
    Map<String, String> made =
        store.manifest(Table.CHANGE.name()).map(Manifest::options).orElse(Map.of());
    if (!made.keySet().containsAll(scope(request).keySet())) {
      return false;
    }

    Map<String, String> scope = new TreeMap<>(made);
    scope.keySet().retainAll(scope(request).keySet());
    boolean wider =
        list(made.get(BY)).containsAll(request.tables)
            && list(made.get(INDICATORS)).containsAll(request.indicators)
            && (request.groups.isEmpty() || request.groups.equals(made.get(GROUPS)));
    return wider && store.upToDate(plan(Table.CHANGE, request, scope));
  }

  private static List<String> list(String option) {
    return Arrays.asList(option.split(",", -1));
  }

  private void write(Request request, Result result) {
    Map<String, String> scope = scope(request);
    store.update(
        update -> {
          update.write(Table.CHANGE, result.changes, plan(Table.CHANGE, request, scope));
          update.write(
              Table.CHANGE_HETEROGENEITY,
              result.heterogeneity,
              plan(Table.CHANGE_HETEROGENEITY, request, scope));
          update.write(
              Table.CHANGE_CONTRAST, result.contrasts, plan(Table.CHANGE_CONTRAST, request, scope));
          update.write(Table.TREND, result.trends, plan(Table.TREND, request, scope));
          update.write(
              Table.CHANGE_SENSITIVITY,
              result.sensitivity,
              plan(Table.CHANGE_SENSITIVITY, request, scope));
          update.write(
              Table.CHANGE_DECOMPOSITION,
              result.decompositions,
              plan(Table.CHANGE_DECOMPOSITION, request, scope));
        });
  }

  private Result read(Request request) {
    return new Result(
        store.read(Table.CHANGE).stream()
            .filter(row -> request.asks(row.indicator(), row.by()))
            .toList(),
        store.read(Table.CHANGE_HETEROGENEITY).stream()
            .filter(row -> request.asks(row.indicator(), row.by()))
            .toList(),
        store.read(Table.CHANGE_CONTRAST).stream()
            .filter(row -> request.asks(row.indicator(), row.by()))
            .toList(),
        store.read(Table.TREND).stream()
            .filter(row -> request.asks(row.indicator(), row.by()))
            .toList(),
        store.read(Table.CHANGE_SENSITIVITY).stream()
            .filter(row -> request.asks(row.indicator(), row.by()))
            .toList(),
        store.read(Table.CHANGE_DECOMPOSITION).stream()
            .filter(row -> request.asks(row.indicator(), row.by()))
            .toList());
  }
}

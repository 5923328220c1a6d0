package org.quipu.job;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.YearRange;
import org.quipu.endes.ChangeTables;
import org.quipu.endes.SampleOverlap;
import org.quipu.endes.WomenChanges;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenPrevalence;
import org.quipu.math.Adjustment;
import org.quipu.store.ChangeRow;
import org.quipu.store.DomainTableRow;
import org.quipu.store.Manifest;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.store.TableRows;
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
      YearRange years,
      List<String> tables,
      List<String> indicators,
      SampleOverlap overlap,
      Adjustment adjustment,
      String groups) {
    /** All indicators for the country and its regions, Holm's adjustment. */
    public static Request of(YearRange years) {
      return new Request(
          years,
          PrevalenceJob.Request.DEFAULT.tables(),
          PrevalenceJob.Request.DEFAULT.indicators(),
          SampleOverlap.COUNTED,
          Adjustment.HOLM,
          "");
    }
  }

  /** The rows of all tables. */
  public record Result(ChangeTables tables) {
    public List<ChangeRow> changes() {
      return tables.changes();
    }

    /** Writes all tables as CSV, words in a language, and returns the file of the changes. */
    public Path export(Path out, Language language) {
      TableWords words = TableWords.in(language);
      return tables.all().map(table -> export(words, table, out)).toList().get(0);
    }

    private static <R extends Record> Path export(TableWords words, TableRows<R> table, Path out) {
      return words.export(table.table(), table.rows(), out);
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
    return store.heldOrMade(progress, () -> held(request), () -> made(request));
  }

  Optional<Result> held(Request request) {
    if (!holds(request) || new PrevalenceJob(store, progress).held(levels(request)).isEmpty()) {
      return Optional.empty();
    }

    progress.upToDate("change");
    return Optional.of(new Result(read(request)));
  }

  /** The levels that are compared: of the two years, and of those between that show a trend. */
  private PrevalenceJob.Request levels(Request request) {
    return new PrevalenceJob.Request(
        years(PrevalenceSources.of(store).years(), request.years),
        request.tables,
        request.indicators,
        PrevalenceJob.method(store));
  }

  private Result made(Request request) {
    WomenPrevalence.Method method = PrevalenceJob.method(store);
    List<PrevalenceRow> levels = new PrevalenceJob(store, progress).run(levels(request)).rows();
    ChangeTables tables =
        WomenChanges.tables(
            new WomenEstimates(store).weighted(method),
            levels,
            request.years,
            new WomenChanges.Method(
                method.lonely(), request.overlap, request.adjustment, request.groups),
            progress);
    store.update(
        progress,
        update -> {
          for (TableRows<?> table : tables.all().toList()) {
            update.write(
                table, plan(table.table(), request, scope(request)).withNotes(tables.notes()));
          }
        });
    progress.made("change");
    return new Result(tables);
  }

  /** The two years, and those between them that can show a trend. */
  private static List<Integer> years(Set<Integer> available, YearRange years) {
    for (int year : List.of(years.from(), years.to())) {
      if (!available.contains(year)) {
        throw UserException.input(
            "year " + year,
            "neither microdata nor published figures in the store",
            "a year of " + available,
            "Load it with: quipu ingest --endes DIR --published FILE --store …");
      }
    }

    return available.stream().filter(year -> year >= years.from() && year <= years.to()).toList();
  }

  private Manifest plan(Table<?> table, Request request, Map<String, String> scope) {
    Map<String, String> options = new TreeMap<>(scope);
    options.put("from", String.valueOf(request.years.from()));
    options.put("to", String.valueOf(request.years.to()));
    options.put("independent", String.valueOf(request.overlap == SampleOverlap.IGNORED));
    options.put("adjust", request.adjustment.code());
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

  private ChangeTables read(Request request) {
    return new ChangeTables(
        read(Table.CHANGE, request),
        read(Table.CHANGE_HETEROGENEITY, request),
        read(Table.CHANGE_CONTRAST, request),
        read(Table.TREND, request),
        read(Table.CHANGE_SENSITIVITY, request),
        read(Table.CHANGE_DECOMPOSITION, request),
        store.manifest(Table.CHANGE.name()).map(Manifest::notes).orElse(List.of()));
  }

  private <R extends Record & DomainTableRow> List<R> read(Table<R> table, Request request) {
    return store.read(table).stream()
        .filter(row -> request.indicators.contains(row.indicator()))
        .filter(row -> request.tables.contains(row.by()))
        .toList();
  }
}

package org.quipu.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.YearRange;
import org.quipu.endes.SampleOverlap;
import org.quipu.endes.WomenAverages;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenPrevalence;
import org.quipu.math.Adjustment;
import org.quipu.store.AverageChangeRow;
import org.quipu.store.AverageRow;
import org.quipu.store.Manifest;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.text.Language;
import org.quipu.text.narrative.TableWords;

/**
 * Makes the tables of averages over periods of years: with the covariances of all pairs of years
 * that have microdata, else from the levels of the prevalence table as independent samples.
 */
public final class AverageJob {
  /**
   * What is wanted.
   *
   * @param periods different ones; the first is what the others are compared with
   */
  public record Request(
      List<YearRange> periods,
      List<String> tables,
      List<String> indicators,
      SampleOverlap overlap,
      Adjustment adjustment) {
    public Request {
      periods = List.copyOf(periods);
      tables = List.copyOf(tables);
      indicators = List.copyOf(indicators);
    }

    /** The years of all periods, in order. */
    private List<Integer> years() {
      return List.copyOf(
          periods.stream()
              .flatMap(period -> period.years().stream())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  /** The rows of both tables. */
  public record Result(List<AverageRow> averages, List<AverageChangeRow> changes) {
    public Result {
      averages = List.copyOf(averages);
      changes = List.copyOf(changes);
    }

    /** Writes both tables as CSV, words in a language, and returns the file of the averages. */
    public Path export(Path out, Language language) {
      TableWords words = TableWords.in(language);
      words.export(Table.AVERAGE_CHANGE, changes, out);
      return words.export(Table.AVERAGE, averages, out);
    }
  }

  private final Store store;
  private final Progress progress;

  public AverageJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /** The averages, made now unless the store has them already. */
  public Result run(Request request) {
    return store.heldOrMade(progress, () -> held(request), () -> made(request));
  }

  private Optional<Result> held(Request request) {
    if (!store.upToDate(plan(Table.AVERAGE, request))
        || !store.upToDate(plan(Table.AVERAGE_CHANGE, request))
        || new PrevalenceJob(store, progress).held(levels(request)).isEmpty()) {
      return Optional.empty();
    }

    progress.upToDate(Table.AVERAGE.name());
    return Optional.of(new Result(store.read(Table.AVERAGE), store.read(Table.AVERAGE_CHANGE)));
  }

  private Result made(Request request) {
    WomenPrevalence.Method method = PrevalenceJob.method(store);
    List<PrevalenceRow> levels = new PrevalenceJob(store, progress).run(levels(request)).rows();
    WomenAverages.Tables tables =
        WomenAverages.tables(
            new WomenEstimates(store).weighted(method),
            levels,
            request.periods,
            method.lonely(),
            request.overlap,
            request.adjustment,
            progress);
    store.update(
        progress,
        update -> {
          update.write(
              Table.AVERAGE,
              tables.averages(),
              plan(Table.AVERAGE, request).withNotes(tables.notes()));
          update.write(
              Table.AVERAGE_CHANGE,
              tables.changes(),
              plan(Table.AVERAGE_CHANGE, request).withNotes(tables.notes()));
        });
    progress.made(Table.AVERAGE.name());
    return new Result(tables.averages(), tables.changes());
  }

  private PrevalenceJob.Request levels(Request request) {
    Set<Integer> available = PrevalenceSources.of(store).years();
    for (int year : request.years()) {
      if (!available.contains(year)) {
        throw UserException.input(
            "year " + year,
            "neither microdata nor published figures in the store",
            "a year of " + available,
            "Load it with: quipu ingest --endes DIR --published FILE --store …");
      }
    }

    return new PrevalenceJob.Request(
        request.years(), request.tables, request.indicators, PrevalenceJob.method(store));
  }

  private Manifest plan(Table<?> table, Request request) {
    Map<String, String> options = new TreeMap<>();
    options.put(
        "years",
        request.periods.stream()
            .map(period -> period.from() + "-" + period.to())
            .collect(Collectors.joining(",")));
    options.put("by", String.join(",", request.tables));
    options.put("indicator", String.join(",", request.indicators));
    options.put("independent", String.valueOf(request.overlap == SampleOverlap.IGNORED));
    options.put("adjust", request.adjustment.code());
    return Manifest.plan(
        table.name(),
        options,
        store.manifest(Table.PREVALENCE.name()).map(Manifest::asInput).stream().toList());
  }
}

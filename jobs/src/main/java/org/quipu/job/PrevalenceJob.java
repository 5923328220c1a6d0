package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenPrevalence;
import org.quipu.endes.WomenPrevalence.Method;
import org.quipu.job.PrevalenceCells.Cell;
import org.quipu.published.PublishedPrevalence;
import org.quipu.store.DomainComparisons;
import org.quipu.store.Manifest;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.PublishedRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.text.narrative.TableWords;

/**
 * The {@code prevalence} table: computes what is asked for and not there yet, and keeps what was
 * made the same way of the same data.
 */
public final class PrevalenceJob {
  /** What is made of the prevalence of a store, or of its women with the same weights. */
  private static final List<Table<?>> WEIGHTED =
      List.of(
          Table.CHANGE,
          Table.CHANGE_HETEROGENEITY,
          Table.CHANGE_CONTRAST,
          Table.CHANGE_DECOMPOSITION,
          Table.CHANGE_SENSITIVITY,
          Table.TREND,
          Table.AVERAGE,
          Table.AVERAGE_CHANGE,
          Table.ASSOCIATION,
          Table.ASSOCIATION_POINT,
          Table.ASSOCIATION_INFLUENCE,
          Table.EVENT_STUDY,
          Table.SMALL_AREAS,
          Table.SMALL_AREA_MODEL,
          Table.SMALL_AREA_DIAGNOSTICS,
          Table.SMALL_AREA_PLANNING,
          Table.TARGETS,
          Table.TARGETS_SUMMARY,
          Table.VALIDATION);

  private static final Comparator<PrevalenceRow> ORDER =
      Comparator.comparingInt(PrevalenceRow::year)
          .thenComparing(PrevalenceRow::indicator)
          .thenComparing(PrevalenceRow::by)
          .thenComparing(PrevalenceRow::domain);

  /**
   * What is wanted.
   *
   * @param years empty for all that the store has
   * @param tables of domains
   * @param breakdowns further tables, which only {@code brokenDown} of the indicators are wanted by
   */
  public record Request(
      Collection<Integer> years,
      List<String> tables,
      List<String> indicators,
      Method method,
      List<String> breakdowns,
      List<String> brokenDown) {
    /** All indicators of all years for the country and its regions. */
    public static final Request DEFAULT =
        new Request(
            List.of(),
            List.of(Dimensions.NATIONAL, Dimensions.REGION),
            Indicator.all().stream().map(Indicator::name).toList(),
            Method.DEFAULT);

    /** All these indicators by all these tables. */
    public Request(
        Collection<Integer> years, List<String> tables, List<String> indicators, Method method) {
      this(years, tables, indicators, method, List.of(), List.of());
    }

    private Set<Cell> cells(Collection<Integer> available) {
      Set<Cell> cells = PrevalenceCells.of(available, tables, indicators);
      cells.addAll(PrevalenceCells.of(available, breakdowns, brokenDown));
      return cells;
    }
  }

  /**
   * The rows that were asked for.
   *
   * @param comparisons of the regions among them, of the indicators that sum up a form of violence
   */
  public record Result(List<PrevalenceRow> rows, DomainComparisons comparisons) {
    /** Writes the tables as CSV and returns the file of the rows. */
    public Path export(TableWords words, Path out) {
      words.export(Table.POSITION, comparisons.positions(), out);
      words.export(Table.COMPARISON, comparisons.pairs(), out);
      return words.export(Table.PREVALENCE, rows, out);
    }
  }

  private final Store store;
  private final Progress progress;

  public PrevalenceJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /** How the estimates of a store were made; the default where it has none. */
  static Method method(Store store) {
    return store.manifest(Table.PREVALENCE.name()).map(PrevalenceMethod::of).orElse(Method.DEFAULT);
  }

  /** The rows that are wanted, made now where the store lacks them. */
  public Result run(Request request) {
    return store.heldOrMade(progress, () -> held(request), () -> made(request));
  }

  /** The rows that are wanted, where the store holds them all. */
  Optional<Result> held(Request request) {
    Held held = new Held(request);
    if (!held.lacking.isEmpty() || store.manifest(Table.POSITION.name()).isEmpty()) {
      return Optional.empty();
    }

    progress.upToDate("prevalence");
    return Optional.of(result(held.rows, held.wanted));
  }

  private Result made(Request request) {
    Held held = new Held(request);
    List<PrevalenceRow> rows = new ArrayList<>(held.rows);
    rows.removeIf(row -> held.lacking.contains(Cell.of(row)));
    List<PrevalenceRow> estimated = estimate(held.sources.women(), held.lacking, held.method);
    rows.addAll(estimated);
    rows.addAll(published(held.sources.figures(), held.lacking, estimated, held.method));
    rows.sort(ORDER);
    Map<String, String> facts = new HashMap<>(held.cells.with(held.lacking).facts());
    facts.putAll(PrevalenceMethod.facts(held.method));
    List<String> others = othersWeighted(held.method);
    if (!others.isEmpty()) {
      progress.warn(Notice.of("prevalence.other.weights", String.join(", ", others)));
    }
    write(rows, held.plan.withFacts(facts), others);
    progress.made("prevalence");
    return result(rows, held.wanted);
  }

  /** What the store holds of what is wanted. */
  private final class Held {
    private final PrevalenceSources sources = PrevalenceSources.of(store);
    private final Set<Cell> wanted;
    private final Method method;
    private final Manifest plan;
    private final List<PrevalenceRow> rows;
    private final PrevalenceCells cells;
    private final Set<Cell> lacking;

    Held(Request request) {
      Set<Integer> years = sources.years(request.years);
      wanted = request.cells(years);
      method = sources.ofYears(request.method, years);
      plan =
          Manifest.plan(
              Table.PREVALENCE.name(), PrevalenceMethod.options(method), sources.inputs());
      boolean madeAlike = store.upToDate(plan);
      rows = madeAlike ? store.read(Table.PREVALENCE) : List.of();
      cells =
          madeAlike
              ? PrevalenceCells.of(store.manifest(Table.PREVALENCE.name()).orElseThrow())
              : PrevalenceCells.none();
      lacking = cells.toCompute(wanted);
    }
  }

  private Result result(List<PrevalenceRow> rows, Set<Cell> wanted) {
    return new Result(
        rows.stream().filter(row -> wanted.contains(Cell.of(row))).toList(), comparisons(wanted));
  }

  /** What the store holds that was made of its women with other weights, and must not be mixed. */
  private List<String> othersWeighted(Method method) {
    boolean same =
        PrevalenceMethod.weighting(method).equals(PrevalenceMethod.weighting(method(store)));
    return same
        ? List.of()
        : WEIGHTED.stream()
            .flatMap(table -> store.manifests(table.name()).stream())
            .map(Manifest::table)
            .toList();
  }

  private void write(List<PrevalenceRow> rows, Manifest plan, List<String> removed) {
    DomainComparisons compared =
        DomainComparisons.of(
            rows.stream()
                .filter(row -> row.by().equals(Dimensions.REGION))
                .filter(row -> Indicator.is(row.indicator(), Indicator.Kind.SUMMARY))
                .toList());
    List<Manifest.Input> made = List.of(plan.asInput());
    store.update(
        progress,
        update -> {
          removed.forEach(update::remove);
          update.write(Table.PREVALENCE, rows, plan);
          update.write(
              Table.POSITION,
              compared.positions(),
              Manifest.plan(Table.POSITION.name(), Map.of(), made));
          update.write(
              Table.COMPARISON,
              compared.pairs(),
              Manifest.plan(Table.COMPARISON.name(), Map.of(), made));
        });
  }

  private DomainComparisons comparisons(Set<Cell> wanted) {
    return new DomainComparisons(
        store.readIfPresent(Table.POSITION).stream()
            .filter(row -> wanted.contains(new Cell(row.year(), row.by(), row.indicator())))
            .toList(),
        store.readIfPresent(Table.COMPARISON).stream()
            .filter(row -> wanted.contains(new Cell(row.year(), row.by(), row.indicator())))
            .toList());
  }

  /** Whole tables at once: one pass over the microdata for all cells. */
  private List<PrevalenceRow> estimate(WomenEstimates women, Set<Cell> cells, Method method) {
    List<Integer> years =
        cells.stream().map(Cell::year).filter(women.years()::contains).distinct().sorted().toList();
    if (years.isEmpty()) {
      return List.of();
    }

    List<String> indicators =
        Request.DEFAULT.indicators.stream()
            .filter(name -> cells.stream().anyMatch(cell -> cell.indicator().equals(name)))
            .filter(name -> years.stream().anyMatch(year -> women.has(year, name)))
            .toList();
    List<String> tables = cells.stream().map(Cell::table).distinct().sorted().toList();
    return new WomenPrevalence(women, method, progress)
        .rows(years, indicators, tables, estimate -> cells.contains(Cell.of(estimate)));
  }

  /** Published figures are used where there are no microdata. */
  private static List<PrevalenceRow> published(
      List<PublishedRow> figures, Set<Cell> cells, List<PrevalenceRow> estimated, Method method) {
    Set<Cell> open = new HashSet<>(cells);
    estimated.forEach(row -> open.remove(Cell.of(row)));
    return PublishedPrevalence.rows(figures, method.quality()).stream()
        .filter(row -> open.contains(Cell.of(row)))
        .toList();
  }
}

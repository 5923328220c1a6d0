package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.Coded;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.endes.Weighting;
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
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.quality.QualityScheme;
import org.quipu.text.narrative.TableWords;

/**
 * The {@code prevalence} table: computes what is asked for and not there yet, and keeps what was
 * made the same way of the same data.
 */
public final class PrevalenceJob {
  private static final String LONELY = "lonely-psu";
  private static final String INTERVAL = "interval";
  private static final String QUALITY = "quality";
  private static final String WEIGHT = "weight";

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
  private final WomenEstimates women;
  private final List<PublishedRow> figures;

  public PrevalenceJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
    this.women = new WomenEstimates(store);
    this.figures = store.readIfPresent(Table.PUBLISHED);
  }

  /** How the estimates of a store were made; the default where it has none. */
  static Method method(Store store) {
    return store
        .manifest(Table.PREVALENCE.name())
        .map(Manifest::options)
        .map(
            made ->
                new Method(
                    Coded.of(LonelyPsu.class, made.get(LONELY)),
                    Coded.of(IntervalMethod.class, made.get(INTERVAL)),
                    Coded.of(QualityScheme.class, made.get(QUALITY)),
                    Coded.of(Weighting.class, made.getOrDefault(WEIGHT, Weighting.INEI.code()))))
        .orElse(Method.DEFAULT);
  }

  private static Map<String, String> options(Method method) {
    return Map.of(
        LONELY, method.lonely().code(),
        INTERVAL, method.interval().code(),
        QUALITY, method.quality().code(),
        WEIGHT, method.weighting().code());
  }

  /** The rows that are wanted, made now where the store lacks them. */
  public Result run(Request request) {
    Set<Cell> wanted = request.cells(years(request.years));
    Manifest plan = Manifest.plan(Table.PREVALENCE.name(), options(request.method), inputs());
    boolean madeAlike = store.upToDate(plan);
    List<PrevalenceRow> rows =
        new ArrayList<>(madeAlike ? store.read(Table.PREVALENCE) : List.of());
    PrevalenceCells there =
        madeAlike
            ? PrevalenceCells.of(store.manifest(Table.PREVALENCE.name()).orElseThrow())
            : PrevalenceCells.none();
    Set<Cell> cells = there.toCompute(wanted);
    if (cells.isEmpty() && store.manifest(Table.POSITION.name()).isPresent()) {
      progress.upToDate("prevalence");
    } else {
      rows.removeIf(row -> cells.contains(Cell.of(row)));
      List<PrevalenceRow> estimated = estimate(cells, request.method);
      rows.addAll(estimated);
      rows.addAll(published(cells, estimated, request.method));
      rows.sort(ORDER);
      write(rows, plan.withFacts(there.with(cells).facts()));
      progress.made("prevalence");
    }

    return new Result(
        rows.stream().filter(row -> wanted.contains(Cell.of(row))).toList(), comparisons(wanted));
  }

  private void write(List<PrevalenceRow> rows, Manifest plan) {
    DomainComparisons compared =
        DomainComparisons.of(
            rows.stream()
                .filter(row -> row.by().equals(Dimensions.REGION))
                .filter(row -> Indicator.is(row.indicator(), Indicator.Kind.SUMMARY))
                .toList());
    List<Manifest.Input> made = List.of(plan.asInput());
    store.update(
        update -> {
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

  /** The years of which the store has microdata or published figures. */
  Set<Integer> years() {
    Set<Integer> available = new TreeSet<>(women.years());
    figures.forEach(figure -> available.add(figure.year()));
    return available;
  }

  private Set<Integer> years(Collection<Integer> wanted) {
    Set<Integer> available = years();
    if (available.isEmpty()) {
      throw UserException.input(
          "the store",
          "neither microdata nor published figures",
          "at least one year of them",
          "Load some with: quipu ingest --endes DIR --published FILE --store …");
    }

    for (int year : wanted) {
      if (!available.contains(year)) {
        throw UserException.input(
            "--year " + year,
            "no data of that year in the store",
            "one of " + available,
            "Ingest it first.");
      }
    }

    return wanted.isEmpty() ? available : new TreeSet<>(wanted);
  }

  private List<Manifest.Input> inputs() {
    List<Manifest.Input> inputs = new ArrayList<>();
    new TreeSet<>(women.years()).forEach(year -> inputs.add(women.manifest(year).asInput()));
    store.manifest(Table.PUBLISHED.name()).ifPresent(manifest -> inputs.add(manifest.asInput()));
    return inputs;
  }

  /** Whole tables at once: one pass over the microdata for all cells. */
  private List<PrevalenceRow> estimate(Set<Cell> cells, Method method) {
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
  private List<PrevalenceRow> published(
      Set<Cell> cells, List<PrevalenceRow> estimated, Method method) {
    Set<Cell> open = new HashSet<>(cells);
    estimated.forEach(row -> open.remove(Cell.of(row)));
    return PublishedPrevalence.rows(figures, method.quality()).stream()
        .filter(row -> open.contains(Cell.of(row)))
        .toList();
  }
}

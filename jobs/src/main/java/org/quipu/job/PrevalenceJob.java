package org.quipu.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenPrevalence;
import org.quipu.published.PublishedPrevalence;
import org.quipu.spark.Sessions;
import org.quipu.store.Manifest;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.PublishedRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.quality.QualityScheme;

/**
 * The {@code prevalence} table: computes what is asked for and not there yet, and keeps what was
 * made the same way of the same data.
 */
public final class PrevalenceJob {
  private static final String LONELY = "lonely-psu";
  private static final String INTERVAL = "interval";
  private static final String QUALITY = "quality";

  /** How estimates are made; all of one table are made alike. */
  public record Method(LonelyPsu lonely, IntervalMethod interval, QualityScheme quality) {
    public static final Method DEFAULT =
        new Method(LonelyPsu.CERTAINTY, IntervalMethod.LOGIT, QualityScheme.INEI);

    /** How the estimates of a store were made; the default where it has none. */
    static Method of(Store store) {
      return store
          .manifest(Table.PREVALENCE.name())
          .map(Manifest::options)
          .map(
              made ->
                  new Method(
                      LonelyPsu.valueOf(made.get(LONELY).toUpperCase(Locale.ROOT)),
                      IntervalMethod.valueOf(made.get(INTERVAL).toUpperCase(Locale.ROOT)),
                      QualityScheme.named(made.get(QUALITY))))
          .orElse(DEFAULT);
    }

    private Map<String, String> options() {
      return Map.of(
          LONELY, lonely.name().toLowerCase(Locale.ROOT),
          INTERVAL, interval.label(),
          QUALITY, quality.toString());
    }
  }

  /** What is wanted: years (empty for all that the store has), tables of domains, indicators. */
  public record Request(Collection<Integer> years, List<String> tables, List<String> indicators) {
    /** All indicators of all years for the country and its regions. */
    public static final Request DEFAULT =
        new Request(
            List.of(),
            List.of(Dimensions.NATIONAL, Dimensions.REGION),
            Indicator.all().stream().map(Indicator::name).toList());
  }

  /** One indicator in the domains of one table in one year. */
  private record Cell(int year, String table, String indicator) {
    static Cell of(PrevalenceRow row) {
      return new Cell(row.year(), row.by(), row.indicator());
    }

    boolean isLike(Cell other) {
      return year == other.year && indicator.equals(other.indicator);
    }
  }

  /** In the manifest: what was computed, whether or not it gave rows. */
  private static final String COMPUTED = "computed";

  private static final Comparator<PrevalenceRow> ORDER =
      Comparator.comparingInt(PrevalenceRow::year)
          .thenComparing(PrevalenceRow::indicator)
          .thenComparing(PrevalenceRow::by)
          .thenComparing(PrevalenceRow::domain);

  private final Store store;
  private final Progress progress;
  private final Method method;
  private final WomenEstimates women;
  private final List<PublishedRow> figures;

  public PrevalenceJob(Store store, Progress progress, Method method) {
    this.store = store;
    this.progress = progress;
    this.method = method;
    this.women = new WomenEstimates(store);
    this.figures = store.readIfPresent(Table.PUBLISHED);
  }

  /** The rows that are wanted, made now where the store lacks them. */
  public List<PrevalenceRow> rows(Request request) {
    Set<Integer> years = years(request.years);
    Manifest plan = Manifest.plan(Table.PREVALENCE.name(), method.options(), inputs());
    boolean madeAlike = store.upToDate(plan);
    List<PrevalenceRow> kept = madeAlike ? store.read(Table.PREVALENCE) : List.of();
    Set<String> computed = madeAlike ? computed() : new TreeSet<>();

    Set<Cell> wanted = new HashSet<>();
    for (int year : years) {
      for (String table : request.tables) {
        request.indicators.forEach(indicator -> wanted.add(new Cell(year, table, indicator)));
      }
    }

    List<Cell> lacking = wanted.stream().filter(cell -> !computed.contains(text(cell))).toList();
    List<PrevalenceRow> all = new ArrayList<>(kept);
    if (lacking.isEmpty()) {
      progress.upToDate("prevalence");
    } else {
      Set<Cell> made = withTheirLikes(lacking, computed);
      all.removeIf(row -> made.contains(Cell.of(row)));
      List<PrevalenceRow> computedNow = compute(made);
      all.addAll(computedNow);
      all.addAll(published(made, computedNow));
      all.sort(ORDER);
      lacking.forEach(cell -> computed.add(text(cell)));
      store.write(
          Table.PREVALENCE,
          all,
          plan.withFacts(Map.of(COMPUTED, String.join(" ", new TreeSet<>(computed)))));
      progress.made("prevalence");
    }

    return all.stream().filter(row -> wanted.contains(Cell.of(row))).toList();
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

  private Set<String> computed() {
    String cells =
        store.manifest(Table.PREVALENCE.name()).orElseThrow().facts().getOrDefault(COMPUTED, "");
    return new TreeSet<>(Arrays.asList(cells.split(" ", -1)));
  }

  private static String text(Cell cell) {
    return cell.year + "/" + cell.table + "/" + cell.indicator;
  }

  /**
   * With these cells those that were made before of the same indicators and years: what may be
   * shown is judged of all tables together, whatever the order of the calls.
   */
  private static Set<Cell> withTheirLikes(List<Cell> cells, Set<String> computed) {
    Set<Cell> all = new HashSet<>(cells);
    for (String text : computed) {
      List<String> parts = List.of(text.split("/", 3));
      if (parts.size() == 3) {
        Cell made = new Cell(Integer.parseInt(parts.get(0)), parts.get(1), parts.get(2));
        if (cells.stream().anyMatch(cell -> cell.isLike(made))) {
          all.add(made);
        }
      }
    }

    return all;
  }

  /** Computes whole tables at once: one pass over the microdata for all that lacks. */
  private List<PrevalenceRow> compute(Set<Cell> cells) {
    List<Integer> years =
        cells.stream().map(Cell::year).filter(women.years()::contains).distinct().sorted().toList();
    if (years.isEmpty()) {
      return List.of();
    }

    List<String> tables = cells.stream().map(Cell::table).distinct().sorted().toList();
    List<String> indicators =
        Request.DEFAULT.indicators.stream()
            .filter(name -> cells.stream().anyMatch(cell -> cell.indicator.equals(name)))
            .filter(name -> years.stream().anyMatch(year -> women.has(year, name)))
            .toList();
    progress.progress(
        "estimating "
            + indicators.size()
            + " indicators by "
            + String.join(", ", tables)
            + " in "
            + years
            + " …");
    Sessions.spark("prevalence");
    long start = System.nanoTime();
    Estimates estimates = women.estimate(years, indicators, tables, method.lonely);
    progress.progress(
        String.format(
            Locale.ROOT,
            "%,d estimates in %.1f s",
            estimates.all().size(),
            (System.nanoTime() - start) / 1e9));
    warnOfLonelyClusters(estimates);
    return new WomenPrevalence(women, method.interval, method.quality)
        .rows(
            estimates.all().stream()
                .filter(estimate -> cells.contains(cell(estimate)))
                .filter(estimate -> women.has(cell(estimate).year, estimate.outcome().name()))
                .toList());
  }

  /** Published figures stand in where there are no microdata. */
  private List<PrevalenceRow> published(Set<Cell> cells, List<PrevalenceRow> computedNow) {
    Set<Cell> open = new HashSet<>(cells);
    computedNow.forEach(row -> open.remove(Cell.of(row)));
    return PublishedPrevalence.rows(figures, method.quality).stream()
        .filter(row -> open.contains(Cell.of(row)))
        .toList();
  }

  private static Cell cell(Estimate estimate) {
    return new Cell(
        Integer.parseInt(estimate.group()), estimate.table().name(), estimate.outcome().name());
  }

  private void warnOfLonelyClusters(Estimates estimates) {
    Map<String, List<String>> lonely = new HashMap<>(estimates.lonelyStrata());
    lonely.values().removeIf(List::isEmpty);
    lonely.forEach(
        (year, strata) ->
            progress.warn(
                year
                    + ": strata with a single cluster, treated by '"
                    + method.options().get("lonely-psu")
                    + "': "
                    + String.join(", ", strata)));
  }
}

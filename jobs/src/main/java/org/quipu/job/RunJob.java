package org.quipu.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quipu.Regions;
import org.quipu.association.Answer;
import org.quipu.bulletin.Boundaries;
import org.quipu.bulletin.Span;
import org.quipu.charts.Language;
import org.quipu.endes.Dimensions;
import org.quipu.program.Coverage.Window;
import org.quipu.store.AssociationRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.CsvTables;
import org.quipu.store.Store;
import org.quipu.store.Table;

/**
 * All jobs in their order, from files to figures and pages; what is up to date is not made again.
 */
final class RunJob {
  /** What goes in, which change is looked at, and where all goes. */
  record Plan(IngestJob.Sources sources, int from, int to, String store, Path out) {}

  private final Plan plan;
  private final Console console;

  RunJob(Plan plan, Console console) {
    this.plan = plan;
    this.console = console;
  }

  void run() {
    Store store = Store.open(plan.store);
    new IngestJob(store, console).run(plan.sources);
    prevalence(store);
    ChangeJob.Result change = change(store);
    CsvTables.export(
        Table.COVERAGE, new CoverageJob(store, console).run(Optional.of(window())), plan.out);
    AssociationJob.Result association = association(store);
    console.progress("drawing figures and writing bulletins …");
    List<String> figures =
        new ChartsJob(store, console)
            .run(new ChartsJob.Request(Language.SPANISH, List.of(), boundaries()), plan.out);
    List<Path> pages =
        new BulletinsJob(store, console)
            .run(
                new BulletinsJob.Request(
                    Language.SPANISH, Regions.codes(), Optional.of(new Span(plan.from, plan.to))),
                plan.out);
    summarise(change, association, figures.size(), pages);
  }

  /**
   * Coverage counts in the years in which it could have acted: before the last year of the change.
   */
  private Window window() {
    return new Window(plan.from, plan.to - 1);
  }

  /** Maps are drawn where the geography's folder holds outlines of the departments. */
  private Optional<Boundaries> boundaries() {
    return plan.sources.geography() == null
        ? Optional.empty()
        : Boundaries.in(plan.sources.geography());
  }

  private void prevalence(Store store) {
    PrevalenceJob.Request request =
        new PrevalenceJob.Request(
            List.of(),
            List.of(Dimensions.NATIONAL, "region", "residence"),
            PrevalenceJob.Request.DEFAULT.indicators());
    CsvTables.export(
        Table.PREVALENCE,
        new PrevalenceJob(store, console, PrevalenceJob.Method.DEFAULT).rows(request),
        plan.out);
  }

  private ChangeJob.Result change(Store store) {
    ChangeJob.Result change =
        new ChangeJob(store, console).run(ChangeJob.Request.of(plan.from, plan.to));
    change.export(plan.out);
    return change;
  }

  private AssociationJob.Result association(Store store) {
    AssociationJob.Result association =
        new AssociationJob(store, console, Answer.Settings.withDefaults(), Language.SPANISH)
            .run(AssociationJob.Request.of(plan.from, plan.to, window()));
    association.export(plan.out);
    return association;
  }

  private void summarise(
      ChangeJob.Result change, AssociationJob.Result association, int figures, List<Path> pages) {
    boolean synthetic = change.changes().stream().anyMatch(row -> row.source().equals("synthetic"));
    console.say("");
    console.say(
        "Violence by husband or partner, "
            + plan.from
            + " to "
            + plan.to
            + (synthetic ? " (SYNTHETIC DATA, no real woman's answers)" : ""));
    change.changes().stream()
        .filter(row -> row.by().equals(Dimensions.NATIONAL))
        .filter(row -> AssociationJob.INDICATORS.contains(row.indicator()))
        .forEach(row -> console.say("  " + country(row)));
    AssociationJob.INDICATORS.forEach(indicator -> regions(change, indicator));
    association.rows().stream()
        .filter(row -> row.method().equals("meta_regression"))
        .filter(row -> row.indicator().equals(AssociationJob.INDICATORS.get(0)))
        .filter(row -> row.measure().equals("people_informed_per_1000_women"))
        .map(AssociationRow::sentence)
        .forEach(sentence -> console.say("  " + sentence));
    console.say("");
    console.say("Written to " + plan.out + ":");
    console.say("  tables/     every table as CSV; the same as Parquet in " + plan.store);
    console.say("  charts/     " + figures + " figures, PNG and SVG");
    console.say(
        "  bulletins/  " + (pages.size() - 1) + " regions; open " + pages.get(pages.size() - 1));
  }

  private static String country(ChangeRow row) {
    String interval =
        Double.isNaN(row.ciLow())
            ? "no interval, for want of a standard error"
            : String.format(Locale.ROOT, "%.1f to %.1f", row.ciLow(), row.ciHigh());
    return String.format(
        Locale.ROOT,
        "%-38s %5.1f %% to %5.1f %%  %+6.1f points (%s), %+.1f %% of the first level",
        row.indicator(),
        row.percentFrom(),
        row.percentTo(),
        row.change(),
        interval,
        row.relativeChange());
  }

  private void regions(ChangeJob.Result change, String indicator) {
    List<ChangeRow> regions =
        change.changes().stream()
            .filter(row -> row.by().equals("region") && row.indicator().equals(indicator))
            .toList();
    if (!regions.isEmpty()) {
      console.say(
          String.format(
              Locale.ROOT,
              "  %-38s fell in %d regions, rose in %d, no clear change in %d, not tested in %d",
              indicator,
              count(regions, "decrease"),
              count(regions, "increase"),
              count(regions, "no_clear_change"),
              count(regions, "not_tested")));
    }
  }

  private static long count(List<ChangeRow> rows, String verdict) {
    return rows.stream().filter(row -> row.verdict().equals(verdict)).count();
  }
}

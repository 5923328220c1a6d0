package org.quipu.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quipu.endes.Dimensions;
import org.quipu.program.Coverage.Window;
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
    CsvTables.export(
        Table.PREVALENCE,
        new PrevalenceJob(store, console, PrevalenceJob.Method.DEFAULT)
            .rows(
                new PrevalenceJob.Request(
                    List.of(),
                    List.of(Dimensions.NATIONAL, "region", "residence"),
                    PrevalenceJob.Request.DEFAULT.indicators())),
        plan.out);
    CsvTables.export(
        Table.COVERAGE,
        new CoverageJob(store, console).run(Optional.of(new Window(plan.from, plan.to - 1))),
        plan.out);
  }
}

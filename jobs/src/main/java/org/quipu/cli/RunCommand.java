package org.quipu.cli;

import java.nio.file.Path;
import org.quipu.YearRange;
import org.quipu.job.IngestJob;
import org.quipu.job.RunJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    description = {
      "Runs all jobs: loads the files, estimates prevalence, its change and coverage, tests their"
          + " association, estimates provinces and chooses among them, draws the figures and writes"
          + " the bulletins.",
      "",
      "Tables that are up to date are not made again; figures and pages are drawn anew."
    },
    footer = {
      "",
      "Example:",
      "  quipu run --endes downloads --programs records.csv --from 2017 --to 2022 --store store"
          + " --out out"
    })
final class RunCommand extends BaseCommand {
  @Mixin private SourceOptions files;
  @Mixin private YearOptions years;
  @Mixin private StoreOption store;
  @Mixin private WritingOptions writing;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true,
      description = "Where tables, figures and bulletins go.")
  private Path out;

  @Override
  protected void run(Console console) {
    YearRange range = years.range();
    IngestJob.Request sources = files.request();
    if (sources.endes() == null && sources.published() == null) {
      throw wrongOption("no prevalence without --endes, --published or both");
    }

    RunJob.Request request = new RunJob.Request(sources, range, writing.in(store.open()), out);
    RunSummary.print(request, new RunJob(console).run(request), console);
  }
}

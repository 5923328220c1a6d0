package org.quipu.cli;

import java.nio.file.Path;
import org.quipu.job.IngestJob;
import org.quipu.job.RunJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    description = {
      "Runs all jobs: loads the files, estimates prevalence, its change and coverage, tests their association, draws the figures and writes the bulletins.",
      "",
      "Tables that are up to date are not made again; figures and pages are drawn anew."
    },
    footer = {
      "",
      "Example:",
      "  quipu run --endes downloads --programs records.csv --from 2017 --to 2022 --store store --out out"
    })
final class RunCommand extends BaseCommand {
  @Mixin private SourceOptions files;

  @Option(
      names = "--from",
      paramLabel = "Y",
      required = true,
      description = "First year of the change.")
  private int from;

  @Option(
      names = "--to",
      paramLabel = "Y",
      required = true,
      description = "Last year of the change.")
  private int to;

  @Option(names = "--store", paramLabel = "DIR", required = true, description = "The store.")
  private String store;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true,
      description = "Where tables, figures and bulletins go.")
  private Path out;

  @Override
  protected void run(Console console) {
    if (from >= to) {
      throw wrongOption("--from " + from + " is not before --to " + to);
    }

    IngestJob.Sources sources = files.sources(this);
    if (sources.endes() == null && sources.published() == null) {
      throw wrongOption("no prevalence without --endes, --published or both");
    }

    RunJob.Plan plan = new RunJob.Plan(sources, from, to, store, out);
    RunSummary.print(plan, new RunJob(plan, console).run(), console);
  }
}

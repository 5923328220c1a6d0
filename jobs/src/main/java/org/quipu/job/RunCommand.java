package org.quipu.job;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    description = {
      "Runs all jobs: loads the files, estimates prevalence, its change and coverage, tests their association, draws the figures and writes the bulletins.",
      "",
      "What is up to date is not made again."
    },
    footer = {
      "",
      "Example:",
      "  quipu run --endes downloads --programs records.csv --from 2017 --to 2022 --store store --out out"
    })
final class RunCommand extends Job {
  @Option(
      names = "--endes",
      paramLabel = "DIR",
      description = "Folder with INEI's zips or the files in them, of all the years.")
  private String endes;

  @Option(
      names = "--year",
      paramLabel = "Y",
      description = "The year of ENDES files that do not say theirs.")
  private Integer year;

  @Option(
      names = "--programs",
      paramLabel = "PATH",
      arity = "1..*",
      description = "Files or folders of programme records.")
  private List<Path> programs = List.of();

  @Option(
      names = "--geography",
      paramLabel = "DIR",
      description = "Folder with districts, provinces and their populations.")
  private Path geography;

  @Option(
      names = "--published",
      paramLabel = "FILE",
      description = "Published figures of prevalence, for years without microdata and to validate.")
  private Path published;

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

    if (endes == null && published == null) {
      throw wrongOption("no prevalence without --endes, --published or both");
    }

    if (year != null && endes == null) {
      throw wrongOption("--year goes with --endes");
    }

    IngestJob.Sources sources = new IngestJob.Sources(endes, year, programs, geography, published);
    new RunJob(new RunJob.Plan(sources, from, to, store, out), console).run();
  }
}

package org.quipu.job;

import java.nio.file.Path;
import java.util.List;
import org.quipu.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "ingest",
    description = {
      "Loads files into the store: ENDES microdata, programme records, geography, published figures.",
      "",
      "Either all that is named is loaded or nothing is. What the store holds already, made of the same files, is not made again."
    },
    footer = {
      "",
      "Example:",
      "  quipu ingest --endes downloads/ --programs acciones-preventivas.csv --store store"
    })
final class IngestCommand extends Job {
  @Option(
      names = "--endes",
      paramLabel = "DIR",
      description =
          "Folder with INEI's zips or the files in them (.sav, .dta, .csv), of one or several years.")
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
      description = "Files or folders of programme records: the ministry's, or the long layout.")
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

  @Option(names = "--store", paramLabel = "DIR", required = true, description = "The store.")
  private String store;

  @Override
  protected void run(Console console) {
    IngestJob.Sources sources = new IngestJob.Sources(endes, year, programs, geography, published);
    if (sources.none()) {
      throw wrongOption(
          "nothing to load: name at least one of --endes, --programs, --geography, --published");
    }

    if (year != null && endes == null) {
      throw wrongOption("--year goes with --endes");
    }

    new IngestJob(Store.open(store), console).run(sources);
  }
}

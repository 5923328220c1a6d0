package org.quipu.cli;

import org.quipu.job.IngestJob;
import org.quipu.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class IngestCommand extends BaseCommand {
  @Mixin private SourceOptions files;

  @Option(names = "--store", paramLabel = "DIR", required = true, description = "The store.")
  private String store;

  @Override
  protected void run(Console console) {
    IngestJob.Sources sources = files.sources(this);
    if (sources.none()) {
      throw wrongOption(
          "nothing to load: name at least one of --endes, --programs, --geography, --published");
    }

    new IngestJob(Store.open(store), console).run(sources);
  }
}

package org.quipu.cli;

import org.quipu.job.IngestJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "ingest",
    description = {
      "Loads files into the store: ENDES microdata, programme records, geography, published"
          + " figures.",
      "",
      "Either all that is named is loaded or nothing is. What the store holds already, made of the"
          + " same files, is not made again."
    },
    footer = {
      "",
      "Example:",
      "  quipu ingest --endes downloads/ --programs acciones-preventivas.csv --store store"
    })
final class IngestCommand extends BaseCommand {
  @Mixin private SourceOptions files;
  @Mixin private StoreOption store;
  @Mixin private WritingOptions writing;

  @Override
  protected void run(Console console) {
    IngestJob.Request request = files.request();
    if (request.isEmpty()) {
      throw wrongOption(
          "nothing to load: name at least one of --endes, --programs, --geography, --published");
    }

    new IngestJob(writing.in(store.open()), console).run(request);
  }
}

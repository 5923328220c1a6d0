package org.quipu.cli;

import org.quipu.job.IngestJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "ingest")
final class IngestCommand extends BaseCommand {
  @Mixin private SourceOptions files;
  @Mixin private StoreOption store;
  @Mixin private WritingOptions writing;

  @Override
  protected void run(Console console) {
    IngestJob.Request request = files.request();
    if (request.isEmpty()) {
      throw wrongOption("wrong.nothing.to.load");
    }

    new IngestJob(writing.in(store.open()), console).run(request);
  }
}

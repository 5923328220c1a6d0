package org.quipu.cli;

import java.nio.file.Path;
import org.quipu.YearRange;
import org.quipu.job.IngestJob;
import org.quipu.job.RunJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "run")
final class RunCommand extends BaseCommand {
  @Mixin private SourceOptions files;
  @Mixin private YearOptions years;
  @Mixin private StoreOption store;
  @Mixin private WritingOptions writing;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true)
  private Path out;

  @Override
  protected void run(Console console) {
    YearRange range = years.range();
    IngestJob.Request sources = files.request();
    if (sources.endes() == null && sources.published() == null) {
      throw wrongOption("wrong.no.prevalence");
    }

    RunJob.Request request =
        new RunJob.Request(sources, range, writing.in(store.open()), out, written());
    RunSummary.print(request, new RunJob(console).run(request), console);
  }
}

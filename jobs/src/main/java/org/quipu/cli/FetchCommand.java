package org.quipu.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.quipu.download.Patience;
import org.quipu.endes.Portal;
import org.quipu.job.FetchJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "fetch")
final class FetchCommand extends BaseCommand {
  @Option(names = "--year", paramLabel = "Y", arity = "1..*", required = true)
  private List<Integer> years;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true)
  private Path folder;

  @Option(names = "--from-url", paramLabel = "URL")
  private URI from = Portal.INEI;

  @Override
  protected void run(Console console) throws IOException, InterruptedException {
    FetchJob.Request request = new FetchJob.Request(years, folder, from, Patience.USUAL);
    new FetchJob(console).run(request).files().forEach(file -> console.say(file.toString()));
  }
}

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

@Command(
    name = "fetch",
    description =
        "Fetches from INEI's portal the zips of ENDES that Quipu reads; files that are in the"
            + " folder already are kept.",
    footer = {"", "Example:", "  quipu fetch --year 2017 2022 --to downloads"})
final class FetchCommand extends BaseCommand {
  @Option(
      names = "--year",
      paramLabel = "Y",
      arity = "1..*",
      required = true,
      description = "The years.")
  private List<Integer> years;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true,
      description = "The folder for the zips.")
  private Path folder;

  @Option(
      names = "--from-url",
      paramLabel = "URL",
      description = "Another place with the portal's layout.")
  private URI from = Portal.INEI;

  @Override
  protected void run(Console console) throws IOException, InterruptedException {
    FetchJob.Request request = new FetchJob.Request(years, folder, from, Patience.USUAL);
    new FetchJob(console).run(request).files().forEach(file -> console.say(file.toString()));
  }
}

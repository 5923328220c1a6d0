package org.quipu.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.quipu.endes.Portal;
import org.quipu.endes.SurveyYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "fetch",
    description =
        "Fetches the zips of ENDES that Quipu reads from INEI's portal; what is in the folder already is left.",
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
    Portal portal = new Portal(from);
    for (int year : years) {
      for (URI zip : portal.zips(SurveyYear.of(year))) {
        if (Files.exists(Portal.place(zip, folder))) {
          console.progress(Portal.place(zip, folder) + ": there already");
        } else {
          console.progress("fetching " + zip + " …");
          console.say(portal.fetch(zip, folder).toString());
        }
      }
    }
  }
}

package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.Sources;
import org.quipu.file.TableFile;
import org.quipu.store.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "describe",
    description = {
      "Tells what is in a file, a zip or a folder: rows, variables, their labels and where it comes"
          + " from. Starts no Spark and shows no values of rows.",
      "One table is told in full; of several, a line each."
    },
    footer = {
      "",
      "Examples:",
      "  quipu describe REC0111.sav",
      "  quipu describe 786-Modulo1637.zip!/Modulo1637/REC84DV.sav",
    })
final class DescribeCommand extends BaseCommand {
  @Parameters(
      paramLabel = "PATH",
      description = "A file, ZIP, ZIP!/ENTRY or folder; SPSS, Stata, delimited text or Parquet.")
  private String path;

  @Override
  protected void run(Console console) {
    List<Source> sources = Sources.under(path);
    if (sources.isEmpty()) {
      throw UserException.input(
          path, "no table", "SPSS, Stata, delimited text or Parquet", "Check the path.");
    }

    if (sources.size() == 1) {
      Source source = sources.get(0);
      console.say(new TableDescription(source, TableFile.describe(source)).whole(madeBy(source)));
      return;
    }

    int unreadable = 0;
    for (Source source : sources) {
      try {
        console.say(new TableDescription(source, TableFile.describe(source)).line());
      } catch (UserException e) {
        unreadable++;
        console.warn(e.getMessage());
      }
    }

    if (unreadable > 0) {
      throw new UserException(
          path + ": " + unreadable + " of " + sources.size() + " tables cannot be read, as said.");
    }
  }

  /** How a table of a store was made. */
  private static Optional<Manifest> madeBy(Source source) {
    boolean stored = source.fileName().endsWith(".parquet") && !source.location().contains(":/");
    return stored ? Manifest.beside(Path.of(source.location())) : Optional.empty();
  }
}

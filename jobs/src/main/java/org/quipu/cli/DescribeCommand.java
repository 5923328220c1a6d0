package org.quipu.cli;

import org.quipu.UserException;
import org.quipu.job.DescribeJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "describe",
    description = {
      "Shows what is in a file, a zip or a folder: rows, variables, their labels and where it comes"
          + " from. Starts no Spark and shows no values of rows.",
      "One table is described in full; several, in a line each."
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
    DescribeJob.Result found = new DescribeJob().run(new DescribeJob.Request(path));
    int unreadable = found.failures().size();
    int all = found.tables().size() + unreadable;
    found
        .tables()
        .forEach(
            table -> {
              TableDescription description = new TableDescription(table);
              console.say(all == 1 ? description.whole() : description.line());
            });
    found.failures().forEach(console::warn);
    if (unreadable > 0) {
      throw new UserException(
          path + ": " + unreadable + " of " + all + " tables cannot be read; see the warnings.");
    }
  }
}

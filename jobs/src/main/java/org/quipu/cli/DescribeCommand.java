package org.quipu.cli;

import org.quipu.UserException;
import org.quipu.job.DescribeJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "describe")
final class DescribeCommand extends BaseCommand {
  @Parameters(paramLabel = "PATH", descriptionKey = "path")
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
              TableDescription description = new TableDescription(table, console);
              console.say(all == 1 ? description.whole() : description.line());
            });
    found.failures().forEach(console::warn);
    if (unreadable > 0) {
      throw new UserException(
          path + ": " + unreadable + " of " + all + " tables cannot be read; see the warnings.");
    }
  }
}

package org.quipu.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.quipu.job.DemoJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = {
      "Runs everything on synthetic data: a survey of 2017 and 2022 in INEI's layout and size, calibrated to published figures, and synthetic programme records.",
      "",
      "Writes the files that it makes to DIR/input, and takes them through the same jobs as real ones. All that comes out is marked synthetic."
    })
final class DemoCommand extends BaseCommand {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      description = "Where to write. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("demo");

  @Override
  protected void run(Console console) throws IOException {
    DemoJob.Result demo = new DemoJob(console).run(new DemoJob.Request(out));
    RunSummary.print(demo.request(), demo.result(), console);
  }
}

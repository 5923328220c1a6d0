package org.quipu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.quipu.demo.SyntheticEndes;
import org.quipu.demo.SyntheticPrograms;
import org.quipu.job.IngestJob;
import org.quipu.job.RunJob;
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
  private static final int FROM = 2017;
  private static final int TO = 2022;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      description = "Where to write. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("demo");

  @Override
  protected void run(Console console) throws IOException {
    Path input = out.resolve("input");
    console.progress("making a synthetic survey and synthetic records …");
    SyntheticEndes.write(input.resolve("endes"));
    SyntheticPrograms.write(input.resolve("programs"));
    RunJob.Plan plan =
        new RunJob.Plan(
            new IngestJob.Sources(
                input.resolve("endes").toString(),
                null,
                List.of(input.resolve("programs")),
                null,
                null),
            FROM,
            TO,
            out.resolve("store").toString(),
            out);
    RunSummary.print(plan, new RunJob(plan, console).run(), console);
  }
}

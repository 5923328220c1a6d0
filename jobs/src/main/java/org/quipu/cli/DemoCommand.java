package org.quipu.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.quipu.job.DemoJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo")
final class DemoCommand extends BaseCommand {
  @Option(names = "--out", paramLabel = "DIR", converter = Converters.OutFolder.class)
  private Path out = Path.of("demo");

  @Override
  protected void run(Console console) throws IOException {
    DemoJob.Result demo = new DemoJob(console).run(new DemoJob.Request(out, written()));
    RunSummary.print(demo.request(), demo.result(), console);
  }
}

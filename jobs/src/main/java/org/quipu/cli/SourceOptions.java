package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import org.quipu.endes.IncompleteModules;
import org.quipu.job.IngestJob;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that name files to load. */
final class SourceOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--endes", paramLabel = "DIR")
  private String endes;

  @Option(names = "--year", paramLabel = "Y")
  private Integer year;

  @Option(names = "--accept-incomplete")
  private boolean acceptIncomplete;

  @Option(names = "--programs", paramLabel = "PATH", arity = "1..*")
  private List<Path> programs = List.of();

  @Option(names = "--geography", paramLabel = "DIR")
  private Path geography;

  @Option(names = "--published", paramLabel = "FILE")
  private Path published;

  /** What they name; refuses what does not go together. */
  IngestJob.Request request() {
    if (year != null && endes == null) {
      throw WrongCommandLine.of(command, "wrong.goes.with", "--year", "--endes");
    }

    if (acceptIncomplete && endes == null) {
      throw WrongCommandLine.of(command, "wrong.goes.with", "--accept-incomplete", "--endes");
    }

    return new IngestJob.Request(
        endes,
        year,
        acceptIncomplete ? IncompleteModules.ACCEPTED : IncompleteModules.REFUSED,
        programs,
        geography,
        published);
  }
}

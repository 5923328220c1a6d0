package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import org.quipu.endes.IncompleteModules;
import org.quipu.job.IngestJob;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that name files to load. */
final class SourceOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--endes",
      paramLabel = "DIR",
      description =
          "Folder with INEI's zips or the files in them (.sav, .dta, .csv), of one or several"
              + " years.")
  private String endes;

  @Option(
      names = "--year",
      paramLabel = "Y",
      description = "The year of ENDES files that do not say theirs.")
  private Integer year;

  @Option(
      names = "--accept-incomplete",
      description = {
        "Load ENDES files that lack the answers of a fifth or more of the women they should tell"
            + " of, in the country or in a region.",
        "Without it they are refused: a file cut short is not less violence."
      })
  private boolean acceptIncomplete;

  @Option(
      names = "--programs",
      paramLabel = "PATH",
      arity = "1..*",
      description = "Files or folders of programme records: the ministry's, or the long layout.")
  private List<Path> programs = List.of();

  @Option(
      names = "--geography",
      paramLabel = "DIR",
      description = "Folder with districts, provinces, their populations and outlines for maps.")
  private Path geography;

  @Option(
      names = "--published",
      paramLabel = "FILE",
      description = "Published figures of prevalence, for years without microdata and to validate.")
  private Path published;

  /** What they name; refuses what does not go together. */
  IngestJob.Request request() {
    if (year != null && endes == null) {
      throw new ParameterException(command.commandLine(), "--year goes with --endes");
    }

    if (acceptIncomplete && endes == null) {
      throw new ParameterException(command.commandLine(), "--accept-incomplete goes with --endes");
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

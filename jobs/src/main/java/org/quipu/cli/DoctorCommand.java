package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import org.quipu.UserException;
import org.quipu.doctor.Checkup;
import org.quipu.doctor.Finding;
import org.quipu.job.DoctorJob;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "doctor",
    description = {
      "Looks whether Quipu can work here: Java, memory, disk, file names, and Spark, a figure and a"
          + " page tried once; says what to do about what is not fine.",
      "",
      "Exit code 2 where a command would fail."
    },
    footer = {"", "Example:", "  quipu doctor store out"})
final class DoctorCommand extends BaseCommand {
  @Parameters(
      paramLabel = "DIR",
      arity = "0..*",
      description = "Folders that are to be written to, besides this one.")
  private List<Path> folders = List.of();

  @Option(
      names = "--language",
      paramLabel = "es|en",
      converter = Converters.LanguageTag.class,
      description = "Language of what is found. Default: en.")
  private Language language = Language.ENGLISH;

  @Override
  protected void run(Console console) {
    DoctorJob.Result result = new DoctorJob().run(new DoctorJob.Request(folders, language));
    Messages texts = Checkup.texts(language);
    result.findings().forEach(finding -> say(finding, texts, console));
    if (!result.wrong().isEmpty()) {
      throw new UserException(texts.of("wrong", String.join(", ", result.wrong())));
    }

    console.say(texts.of("fine"));
  }

  private static void say(Finding finding, Messages texts, Console console) {
    console.say(
        "%-8s %-18s %s"
            .formatted(texts.of(finding.state().key()), finding.subject(), finding.found()));
    if (!finding.advice().isEmpty()) {
      console.say(" ".repeat(28) + finding.advice());
    }
  }
}

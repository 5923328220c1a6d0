package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import org.quipu.UserException;
import org.quipu.doctor.Checkup;
import org.quipu.doctor.Finding;
import org.quipu.job.DoctorJob;
import org.quipu.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "doctor")
final class DoctorCommand extends BaseCommand {
  @Parameters(paramLabel = "DIR", descriptionKey = "folder", arity = "0..*")
  private List<Path> folders = List.of();

  @Override
  protected void run(Console console) {
    DoctorJob.Result result =
        new DoctorJob().run(new DoctorJob.Request(folders, console.language()));
    Messages texts = Checkup.texts(console.language());
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

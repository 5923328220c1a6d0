package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quipu.doctor.Checkup;
import org.quipu.doctor.Finding;
import org.quipu.text.Language;

/** Looks whether Quipu can work on this machine. */
public final class DoctorJob {
  /**
   * What is wanted.
   *
   * @param folders that are to be written to, besides this one and that for temporary files
   * @param language of what is found
   */
  public record Request(List<Path> folders, Language language) {}

  /** What each check found. */
  public record Result(List<Finding> findings) {
    /** What of it makes commands fail. */
    public List<String> wrong() {
      return findings.stream()
          .filter(finding -> finding.state() == Finding.State.WRONG)
          .map(Finding::subject)
          .distinct()
          .toList();
    }
  }

  public Result run(Request request) {
    List<Path> folders =
        new ArrayList<>(
            List.of(Path.of("").toAbsolutePath(), Path.of(System.getProperty("java.io.tmpdir"))));
    folders.addAll(request.folders);
    return new Result(Checkup.run(folders, request.language));
  }
}

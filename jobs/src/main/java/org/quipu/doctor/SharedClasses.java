package org.quipu.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quipu.doctor.Finding.State;
import org.quipu.text.Messages;

/**
 * Whether Java reads classes from the launcher's archive. Java leaves an archive that does not fit
 * unused and says nothing, so another Java is started with it and asked where it found a class.
 */
record SharedClasses(List<String> options, String classPath, String mainClass) {
  private static final String ARCHIVE = "-XX:SharedArchiveFile=";
  private static final String FROM_ARCHIVE = "source: shared objects file (top)";

  /** As this very Java was started. */
  static SharedClasses here(Class<?> main) {
    return new SharedClasses(
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        System.getProperty("java.class.path"),
        main.getName());
  }

  Finding finding(Messages texts) {
    if (options.stream().noneMatch(option -> option.startsWith(ARCHIVE))) {
      return Finding.of(texts, "no-archive", State.POOR);
    }

    return Finding.of(texts, "archive", isUsed() ? State.FINE : State.POOR);
  }

  private boolean isUsed() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-Xlog:class+load", "-cp", classPath, mainClass, "--version"));
    try {
      Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (BufferedReader log = java.inputReader()) {
        return log.lines()
                .filter(line -> line.contains(mainClass + " ") && line.contains(FROM_ARCHIVE))
                .count()
            > 0;
      }
    } catch (IOException e) {
      return false;
    }
  }
}

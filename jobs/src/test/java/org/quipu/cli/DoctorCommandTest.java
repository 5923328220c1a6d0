package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir Path folder;

  @Test
  void saysOfEachPartWhetherItIsFine() {
    assertThat(CommandRun.of("doctor", folder).succeeds().out())
        .containsPattern("fine +Java +\\d\\d")
        .contains(folder + ": ", "Everything works.");
  }

  @Test
  void refusesAFolderThatCannotBeWrittenTo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    CommandRun.of("doctor", "--language", "es", file.resolve("below"))
        .refusesInput("No funcionan: disco.");
  }
}

package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
  @TempDir Path folder;

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    assertThat(completed("./quipu prev", 1)).isEqualTo("prevalence");
    assertThat(completed("./quipu prevalence --lon", 2)).isEqualTo("--lonely-psu");
  }

  /** What bash makes of the last word of a line. */
  private String completed(String line, int word) throws IOException, InterruptedException {
    Path script = folder.resolve("completion");
    Files.writeString(script, CommandRun.of("completion").succeeds().out());
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_quipu; echo ${COMPREPLY[@]}"
                    .formatted(script, line, word))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    bash.waitFor(1, TimeUnit.MINUTES);

    return said.strip();
  }
}

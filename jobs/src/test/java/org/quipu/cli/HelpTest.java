package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
  static Stream<String> commands() {
    return new CommandLine(new CommandLines.Root()).getSubcommands().keySet().stream();
  }

  /** Picocli formats descriptions and writes to the process's own error stream where it cannot. */
  @ParameterizedTest
  @MethodSource("commands")
  void theHelpOfEveryCommandIsPrintedWithoutAWarning(String command) {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    CommandRun run;
    try {
      System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
      run = CommandRun.of(command, "--help").succeeds();
    } finally {
      System.setErr(before);
    }

    assertThat(run.out()).startsWith("Usage: quipu " + command).doesNotContain("%%");
    assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("picocli");
  }
}

package org.quipu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QuipuTest {
  /** A command that waits for a thread that has run out of memory. */
  static final class Starved {
    private Starved() {}

    public static void main(String[] arguments) throws InterruptedException {
      Quipu.main(new String[] {"--version"});
      Thread thread =
          new Thread(
              () -> {
                throw new OutOfMemoryError("Java heap space");
              });
      thread.start();
      Thread.sleep(TimeUnit.MINUTES.toMillis(5));
    }
  }

  @Test
  void aThreadWithoutMemoryEndsTheCommandThatWaitsForIt() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Starved.class.getName())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(3);
    assertThat(said).contains("QUIPU_JAVA_OPTS=-Xmx");
  }
}

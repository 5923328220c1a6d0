package org.quipu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

class JavaOptionsTest {
  /**
   * Without Spark's incubating vectors, of which Quipu makes no use and which warn at each start.
   */
  @Test
  void launcherOpensTheModulesThatSparkOpens() throws IOException {
    assertThat(Files.readAllLines(Path.of("src/main/launcher/java-options")))
        .filteredOn(line -> line.startsWith("--"))
        .containsExactlyElementsOf(
            List.of(JavaModuleOptions.defaultModuleOptionArray()).stream()
                .filter(option -> option.startsWith("--") && !option.startsWith("--add-modules"))
                .toList());
  }
}

package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.UserException;

/**
 * Files that a reader once failed on, or that come near to it, such as those that {@code
 * jobs/src/test/fuzz/run} finds. The values of their rows begin with AB12CD.
 */
class HostileFilesTest {
  static List<Path> files() {
    try (Stream<Path> files = Files.list(Fixtures.path("hostile"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void areRefusedOrRead(Path file) {
    UserException refused = AnyFile.check(file);

    if (refused != null) {
      assertThat(refused).hasMessageContainingAll(file.toString(), "expected");
      assertThat(refused).hasMessageNotContaining("AB12CD");
    }
  }
}

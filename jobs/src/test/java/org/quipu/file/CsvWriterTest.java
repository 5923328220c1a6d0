package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvWriterTest {
  @TempDir Path folder;

  @Test
  void whoMayReadTheFileIsUpToTheUmask() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    Path csv = folder.resolve("t.csv");

    try (CsvWriter out = CsvWriter.create(csv, List.of("a"))) {
      out.row(List.of("1"));
      out.commit();
    }

    assertThat(Files.getPosixFilePermissions(csv)).isEqualTo(Files.getPosixFilePermissions(plain));
    assertThat(csv).hasContent("a\r\n1\r\n");
  }

  @Test
  void noFileIsLeftOfOneThatWasNotCompleted() throws IOException {
    CsvWriter.create(folder.resolve("t.csv"), List.of("a")).close();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}

package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndesFilesTest {
  @TempDir Path folder;

  @Test
  void aColumnMarksSyntheticFilesOutOfTheirZip() throws IOException {
    write("REC0111_2018.csv", "CASEID,V001,DATOS_SINTETICOS", "1,1,1");

    assertThat(EndesFiles.find(folder.toString(), null).synthetic()).isTrue();
  }

  @Test
  void filesWithoutAMarkAreReal() throws IOException {
    write("REC0111_2018.csv", "CASEID,V001", "1,1");

    assertThat(EndesFiles.find(folder.toString(), null).synthetic()).isFalse();
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name), List.of(lines));
  }
}

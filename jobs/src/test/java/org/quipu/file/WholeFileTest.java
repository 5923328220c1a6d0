package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.UserException;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void replacesAFileInAFolderThatItMakesAndLeavesNothingElse() throws Exception {
    Path file = folder.resolve("a/b.txt");

    WholeFile.write(file, "one");
    assertThat(WholeFile.write(file, "dos ñ")).isEqualTo(file);

    assertThat(file).content().isEqualTo("dos ñ");
    assertThat(file.getParent().toFile().list()).containsExactly("b.txt");
    // As any new file: the user's umask says who may read it.
    Path plain = Files.createFile(folder.resolve("plain"));
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsTheUsersErrorAndKeepsWhatIsThere() throws Exception {
    Path occupied = Files.createDirectories(folder.resolve("occupied/below"));

    assertThatThrownBy(() -> WholeFile.write(occupied.getParent(), "text"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("occupied: cannot be written");
    assertThat(occupied).exists();
    assertThat(folder.toFile().list()).containsExactly("occupied");
  }
}

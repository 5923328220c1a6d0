package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quipu.file.MadeUpFiles.join;
import static org.quipu.file.MadeUpFiles.sav;
import static org.quipu.file.MadeUpFiles.savVariable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.UserException;

class ColumnsTest {
  private static final List<String> PRESENT = List.of("nh", "Nh", "PW", "x");

  @TempDir Path folder;

  @Test
  void theSameNameGoesBeforeOneInOtherLetters() {
    Columns columns = Columns.select("f", PRESENT, List.of("Nh", "nh", "pw", "none"));

    assertThat(columns.names()).containsExactly("Nh", "nh", "pw", "none");
    assertThat(columns.variable(0)).isEqualTo(1);
    assertThat(columns.variable(1)).isZero();
    assertThat(columns.found(2)).isEqualTo("PW");
    assertThat(columns.has(3)).isFalse();
    assertThat(columns.found(3)).isNull();
  }

  @Test
  void severalInOtherLettersAreNamed() {
    assertThatThrownBy(() -> Columns.select("f.sav", PRESENT, List.of("NH")))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("f.sav", "no column NH but nh and Nh", "Name one of them exactly");
  }

  @Test
  void aNameIsThereOnce() throws IOException {
    byte[] records = join(savVariable("A", 0), savVariable("B", 0), savVariable("A", 0));
    Path file = Files.write(folder.resolve("a.sav"), sav(0, 0, records, new byte[0]));

    assertThatThrownBy(() -> TableFile.open(Source.file(file)))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("a.sav", "two columns named 'A'", "Rename one of them");
  }
}

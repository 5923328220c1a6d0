package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quipu.file.MadeUpFiles.dta;
import static org.quipu.file.MadeUpFiles.float64;
import static org.quipu.file.MadeUpFiles.int64;
import static org.quipu.file.MadeUpFiles.join;
import static org.quipu.file.MadeUpFiles.sav;
import static org.quipu.file.MadeUpFiles.savExtension;
import static org.quipu.file.MadeUpFiles.savVariable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.UserException;

/** The number of rows that a header states must be the number of rows that are there. */
class StatedRowsTest {
  private static final byte[] VARIABLE = savVariable("A", 0);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "0, 4, , ",
    "0, -1, , ",
    "0, 3, , 'row 4, found a row after the last, 3 rows, as its header says'",
    "0, 0, , 'row 1, found a row after the last'",
    "0, 5, , 'row 5, after 4 whole rows, 5 rows, as its header says'",
    "1, 4, , ",
    "1, 2, , 'row 3, found a row after the last'",
    "1, 5, , '5 rows, as its header says'",
    "0, 4, 4, ",
    "0, -1, 2, ",
    "0, 4, -1, ",
    "0, 4, 2, '4 rows by its header and 2 by its extension record 16'",
  })
  void ofAnSpssFile(int compression, int rows, Long again, String said) throws IOException {
    byte[] records = again == null ? VARIABLE : join(VARIABLE, savExtension(16, int64(1, again)));
    byte[] data =
        compression == 0 ? float64(1, 2, 3, 4) : new byte[] {101, 102, 103, 104, 0, 0, 0, 0};

    assertSaid("a.sav", sav(compression, rows, records, data), said);
  }

  /** Some programs pad the last row. */
  @ParameterizedTest
  @CsvSource({"0", "1"})
  void lessThanARowMayFollowTheLast(int compression) throws IOException {
    byte[] data = compression == 0 ? float64(1, 2) : new byte[] {101, 102, 0, 0, 0, 0, 0, 0};

    assertSaid("a.sav", sav(compression, 2, VARIABLE, join(data, new byte[3])), null);
  }

  @ParameterizedTest
  @CsvSource({
    "4, ",
    "2, '2 rows of 1 bytes by its header in 4 bytes by its map'",
    "9, '9 rows of 1 bytes by its header in 4 bytes by its map'",
    "9223372036854775807, '9223372036854775807 rows of 1 bytes'",
  })
  void ofAStataFile(long rows, String said) throws IOException {
    assertSaid("a.dta", dtaOf(rows), said);
  }

  @Test
  void ofAStataFileWhoseMapAgrees() throws IOException {
    byte[] bytes = dtaOf(2);
    // The eleventh of the map's places: where the long texts begin.
    int map = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("<map>") + 5;
    Bytes.LITTLE_ENDIAN.putInt64(bytes, map + 80, Bytes.LITTLE_ENDIAN.int64(bytes, map + 80) - 2);

    assertSaid("a.dta", bytes, "found other bytes, '</data>'");
  }

  private static byte[] dtaOf(long rows) {
    byte[] nothing = {};
    return dta(new int[] {DtaFormat.BYTE}, rows, new byte[] {1, 2, 3, 4}, nothing, nothing);
  }

  private void assertSaid(String name, byte[] bytes, String said) throws IOException {
    UserException refused = AnyFile.check(Files.write(folder.resolve(name), bytes));
    if (said == null) {
      assertThat(refused).isNull();
    } else {
      assertThat(refused).isNotNull().hasMessageContainingAll(said.split(", ", -1));
      assertThat(refused).hasMessageContainingAll(name, "expected");
    }
  }
}

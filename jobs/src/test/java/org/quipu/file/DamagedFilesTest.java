package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.UserException;

class DamagedFilesTest {
  @TempDir Path folder;

  static List<Path> files() throws IOException {
    try (Stream<Path> seeds = Files.list(Fixtures.path("seeds"))) {
      return Stream.concat(Fixtures.names().stream().map(Fixtures::path), seeds.sorted()).toList();
    }
  }

  /** Whatever is done to a file, it is read or refused with words; nothing else happens. */
  @ParameterizedTest
  @MethodSource("files")
  void areReadOrRefused(Path fixture) throws IOException {
    String name = fixture.getFileName().toString();
    byte[] whole = Files.readAllBytes(fixture);
    Random random = new Random(name.hashCode());
    int refused = 0;
    int tries = Integer.getInteger("quipu.damages", 200);
    for (int i = 0; i < tries; i++) {
      Path file = Files.write(folder.resolve("damaged" + name), damaged(whole, random));
      UserException e = AnyFile.check(file);
      if (e != null) {
        refused++;
        assertThat(e).hasMessageContaining("damaged" + name);
      }
    }

    assertThat(refused).isPositive();
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    switch (random.nextInt(4)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> {
        for (int i = 0; i < 20; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
      }
      case 2 -> {
        int[] numbers = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1 << 24, 0};
        ByteBuffer.wrap(bytes)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(random.nextInt(bytes.length - 3), numbers[random.nextInt(numbers.length)]);
      }
      default -> {
        int from = random.nextInt(bytes.length);
        bytes = Arrays.copyOf(bytes, bytes.length);
        System.arraycopy(whole, 0, bytes, from, bytes.length - from);
      }
    }

    return bytes;
  }

  /** Rows before labels, which in Stata's files stand after them. */
  private static void readAll(TableReader table) {
    while (table.next()) {
      for (int i = 0; i < table.columns().size(); i++) {
        table.text(i);
        table.missingCode(i);
      }
    }

    table.schema();
  }

  @ParameterizedTest
  @CsvSource({
    // A claim in the header that the file cannot keep: byte, 32-bit value, what is said of it.
    "haven-byte.sav, 64, 7, the layout code 7",
    "haven-byte.sav, 72, 9, the compression code 9",
    // big-endian 4
    "big-endian.sav, 80, 0x04000000, '4 rows, as its header says'",
    "haven-byte.sav, 176, 77, the record type 77",
    "haven-byte.sav, 180, 300, the width 300 of variable 1",
    "haven-byte.sav, 188, 7, 7 missing values",
  })
  void aClaimOfTheHeaderIsNamed(String name, int at, String value, String found)
      throws IOException {
    byte[] bytes = Files.readAllBytes(Fixtures.path(name));
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, Integer.decode(value));

    assertRefused("claims.sav", bytes, found);
  }

  @ParameterizedTest
  @CsvSource({
    "haven-byte.sav, 29000, 'row 4, found the end of the file at byte 29000 after 3 whole rows'",
    "haven-none.sav, 39000, 'row 4'",
    "haven-byte.sav, 100, the 176 bytes of an SPSS header",
    "haven-byte.sav, 700, the record of variable",
    "haven-zlib.zsav, 21000, the rest of zlib block 1",
    "haven-one-column.dta, 1150, 'row 3'",
    "haven-118.dta, 270, the map of the file",
    "haven-118.dta, 22350, a list of value labels",
  })
  void aCutIsSaidWithItsPlace(String name, int length, String said) throws IOException {
    byte[] bytes = Arrays.copyOf(Files.readAllBytes(Fixtures.path(name)), length);

    for (String word : said.split(", found ", -1)) {
      assertRefused(name, bytes, word);
    }
  }

  @Test
  void aDamagedZlibBlockIsNamed() throws IOException {
    byte[] bytes = Files.readAllBytes(Fixtures.path("haven-zlib.zsav"));
    Arrays.fill(bytes, bytes.length - 600, bytes.length - 500, (byte) 0xff);

    assertRefused("z.zsav", bytes, "zlib block 1 at byte ");
  }

  @Test
  void labelsOfAVariableThatIsNotThereAreRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(Fixtures.path("big-endian.sav"));
    // The value labels' variable: the last number before the end record.
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int end = indexOf(bytes, new byte[] {0, 0, 3, (byte) 0xe7});
    buffer.putInt(end - 4, 40);

    assertRefused("labels.sav", bytes, "value labels of variable 40");
  }

  @Test
  void rowsWithoutVariablesAreRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(Fixtures.path("haven-one-column.dta"));
    int variables = indexOf(bytes, "<K>".getBytes(StandardCharsets.US_ASCII)) + 3;
    bytes[variables] = 0;

    assertRefused("k.dta", bytes, "0 variables and 4 rows");
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }

    throw new AssertionError("not there");
  }

  @Test
  void whatIsNoTableIsRefused() throws IOException {
    assertRefused("empty.csv", new byte[0], "an empty file");
    assertRefused("blank.csv", "\n \n".getBytes(StandardCharsets.UTF_8), "no heading");
    assertRefused(
        "page.sav",
        "<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8),
        "'<!DOCTYPE ht', a web page");
    assertRefused("cuadro.csv", "%PDF-1.7\n1,2".getBytes(StandardCharsets.UTF_8), "a PDF");
    assertRefused("text.sav", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "begins with 'a,b'");
    assertRefused("book.csv", new byte[] {'P', 'K', 3, 4, 0}, "a zip or a workbook");
    assertRefused("old.dta", new byte[] {0x73, 2, 1, 0, 0}, "Stata 12 or older");
    assertRefused("utf16.csv", "a,b".getBytes(StandardCharsets.UTF_16), "UTF-16");
    assertRefused(
        "new.dta",
        "<stata_dta><header><release>121".getBytes(StandardCharsets.UTF_8),
        "Stata's format 121");
  }

  private void assertRefused(String name, byte[] bytes, String said) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    assertThatThrownBy(
            () -> {
              try (TableReader table = TableFile.open(Source.file(file))) {
                readAll(table);
              }
            })
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll(file.toString(), said, "expected");
    assertThatThrownBy(() -> TableFile.describe(Source.file(file)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(file.toString());
  }
}

package org.quipu.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.UserException;

class SavDetailsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"haven-byte.sav", "haven-none.sav", "haven-zlib.zsav", "pspp-1252.sav"})
  void aFileThatDoesNotCountItsRowsIsReadToItsEnd(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(Fixtures.path(name));
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(80, -1);
    Source source = Source.file(Files.write(folder.resolve(name), bytes));

    try (TableReader counted = TableFile.open(Fixtures.source(name));
        TableReader table = TableFile.open(source)) {
      assertThat(table.schema().rows()).isEqualTo(-1);
      while (counted.next()) {
        assertThat(table.next()).isTrue();
        assertThat(table.text(0)).isEqualTo(counted.text(0));
      }

      assertThat(table.next()).isFalse();
      assertThat(TableFile.describe(source).rows()).isEqualTo(counted.row());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1252, windows-1252",
    "65001, UTF-8",
    "28591, ISO-8859-1",
    "850, IBM850",
    "437, IBM437",
    "1250, windows-1250",
    "932, windows-31j",
    "2, ",
  })
  void aCodePageNamesTheCharset(int codePage, String charset) {
    byte[] integers =
        ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).putInt(28, codePage).array();

    Charset found = new SavExtensions("f", Map.of(3, integers), Bytes.LITTLE_ENDIAN).charset();

    assertThat(found).isEqualTo(charset == null ? null : Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource({"windows-1252, windows-1252", "UTF-8, UTF-8", "latin1, ISO-8859-1", "CP850, IBM850"})
  void theNamedCharsetGoesBeforeTheCodePage(String name, String charset) {
    byte[] integers =
        ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).putInt(28, 437).array();

    Charset found =
        new SavExtensions(
                "f", Map.of(3, integers, 20, name.getBytes(ISO_8859_1)), Bytes.LITTLE_ENDIAN)
            .charset();

    assertThat(found).isEqualTo(Charset.forName(charset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EBCDIC-XX", "no such ñ", "", "UTF-16", "IBM037"})
  void anUnknownCharsetIsRefused(String name) {
    SavExtensions extensions =
        new SavExtensions("f.sav", Map.of(20, name.getBytes(UTF_8)), Bytes.LITTLE_ENDIAN);

    assertThatThrownBy(extensions::charset)
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("f.sav", "the charset '", "UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    // UTF-8 as declared; cut within é at the end of its field; windows-1252 all the same
    "UTF-8, 4a6f73c3a9, José",
    "UTF-8, 4a6f73c3, Jos",
    "UTF-8, 4a6f73e920, José",
    "UTF-8, e9e92020, éé",
    // not declared: both are tried on the whole text
    ", 4a6f73c3a920, José",
    ", 4a6f73e9, José",
    "windows-1252, 4a6f73e92000, José",
    "windows-1252, 8041, €A",
    "IBM850, 4a6f7382, José",
  })
  void textsAreDecodedAsTheyAreNotAsTheyClaim(String charset, String hex, String text) {
    TextDecoder texts = new TextDecoder(charset == null ? null : Charset.forName(charset));

    assertThat(texts.decodeFilled(HexFormat.of().parseHex(hex))).isEqualTo(text);
  }
}

package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quipu.file.MadeUpFiles.ascii;
import static org.quipu.file.MadeUpFiles.claim;
import static org.quipu.file.MadeUpFiles.join;
import static org.quipu.file.MadeUpFiles.zip;
import static org.quipu.file.MadeUpFiles.zip64;
import static org.quipu.file.MadeUpFiles.zipFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.UserException;
import org.quipu.file.MadeUpFiles.Claim;

class ZipTest {
  private static final byte[] TABLE = ascii("a,b\n1,2\n3,4\n");
  private static final byte[] FILE = zipFile("a.csv", TABLE);
  private static final Claim HONEST = claim("a.csv", TABLE, 0);

  @TempDir Path folder;

  @Test
  void readsWhatIsThere() throws IOException {
    assertThat(rows(zip(FILE, List.of(HONEST)))).isEqualTo(2);
  }

  @Test
  void readsNumbersOfMoreThan32Bits() throws IOException {
    assertThat(rows(zip64(FILE, List.of(HONEST)))).isEqualTo(2);
  }

  @Test
  void readsAZipBehindAProgramThatUnpacksItAndBeforeOtherBytes() throws IOException {
    byte[] zip = zip(FILE, List.of(HONEST));

    assertThat(rows(join(ascii("PK\3\4 unpack"), zip, new byte[50]))).isEqualTo(2);
  }

  @Test
  void findsTheSizeOfAFile() throws IOException {
    Path zip = Files.write(folder.resolve("a.zip"), zip(FILE, List.of(HONEST)));

    assertThat(new Source(zip.toString(), "a.csv").size()).isEqualTo(TABLE.length);
  }

  @Test
  void foldersAreNoFiles() throws IOException {
    byte[] zip =
        zip(FILE, List.of(HONEST, claim("d/", new byte[0], 0), claim("e\\", new byte[0], 0)));

    assertThat(rows(zip)).isEqualTo(2);
  }

  @Test
  void aChecksumMustFit() throws IOException {
    assertRefused(
        zip(FILE, List.of(HONEST.with(0, 0, 7))), "a.zip!/a.csv", "whose checksum is not the one");
  }

  /** The reader of a table with a stated number of rows need not come to the file's end. */
  @ParameterizedTest
  @ValueSource(strings = {"haven-byte.sav", "haven-zlib.zsav", "haven-118.dta"})
  void aChecksumMustFitThoughTheTableEndsBefore(String name) throws IOException {
    byte[] table = join(Files.readAllBytes(Fixtures.path(name)), new byte[200_000]);
    Claim claim = claim(name, table, 0).with(0, 0, 7);

    assertRefused(zip(zipFile(name, table), List.of(claim)), name, "whose checksum is not the one");
  }

  @Test
  void aSizeMustFit() throws IOException {
    assertRefused(
        zip(FILE, List.of(HONEST.sized(TABLE.length, 5))), "found more than 5 bytes instead of 5");
    assertRefused(
        zip(FILE, List.of(HONEST.sized(TABLE.length, 50))), "found 12 bytes instead of 50");
    assertRefused(
        zip(FILE, List.of(HONEST.sized(5000, 5000))), "'a.csv' beyond the end of the zip");
    assertRefused(zip64(FILE, List.of(HONEST.sized(-2, 5))), "a size or place under 0 of 'a.csv'");
  }

  @Test
  void whatIsNotCompressedAsStatedIsRefused() throws IOException {
    assertRefused(zip(FILE, List.of(HONEST.with(0, 8, 7))), "what is no compressed file");
    assertRefused(zip(FILE, List.of(HONEST.with(0, 9, 7))), "method 9 (Deflate64)", "Unpack");
    assertRefused(zip(FILE, List.of(HONEST.with(1, 0, 7))), "encrypted", "password");
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws IOException {
    assertRefused(
        zip(join(FILE, FILE), List.of(HONEST, claim("a.csv", TABLE, FILE.length))),
        "two files named 'a.csv'");
  }

  @Test
  void aNameMayNotSteerATerminal() throws IOException {
    assertRefused(
        zip(FILE, List.of(HONEST.named("a\u001b[2J.csv"))),
        "'a?[2J.csv', with a control character");
  }

  @Test
  void filesMayNotLieOverOneAnother() throws IOException {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      claims.add(HONEST.named("a" + i + ".csv"));
    }

    assertRefused(zip(FILE, claims), "lie over one another", "zip bomb");
  }

  @Test
  void aZipHasAtMostSoManyFiles() throws IOException {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i <= Limits.ENTRIES; i++) {
      claims.add(claim("a" + i, new byte[0], 0));
    }

    assertRefused(zip(FILE, claims), "1001 files", "at most 1000 in a zip", "name the folder");
  }

  @Test
  void aZipInAZipIsToBeUnpacked() throws IOException {
    byte[] inner = zip(FILE, List.of(HONEST));

    assertRefused(
        zip(zipFile("b.zip", inner), List.of(claim("b.zip", inner, 0))),
        "a zip in a zip",
        "Unpack it once");
  }

  /** Cut anywhere, or with any byte of its list changed, a zip is read or refused with words. */
  @Test
  void anyDamageIsSaid() throws IOException {
    byte[] zip = zip64(FILE, List.of(HONEST));
    for (int at = 0; at < zip.length; at++) {
      byte[] changed = zip.clone();
      changed[at] ^= (byte) 0x81;
      AnyFile.check(Files.write(folder.resolve("changed.zip"), changed));
      byte[] cut = java.util.Arrays.copyOf(zip, at);
      AnyFile.check(Files.write(folder.resolve("cut.zip"), cut));
    }

    byte[] divided = zip(FILE, List.of(HONEST));
    divided[divided.length - 18] = 1;
    assertRefused(divided, "a part of a divided zip", "Join its parts");
  }

  @Test
  void anEmptyZipHasNoTables() throws IOException {
    Path file = folder.resolve("empty.zip");
    new ZipOutputStream(Files.newOutputStream(file)).close();

    assertThat(Sources.under(file.toString())).isEmpty();
  }

  private long rows(byte[] zip) throws IOException {
    Path file = Files.write(folder.resolve("a.zip"), zip);
    List<Source> sources = Sources.under(file.toString());
    assertThat(sources).hasSize(1);
    return TableFile.describe(sources.get(0)).rows();
  }

  private void assertRefused(byte[] zip, String... said) throws IOException {
    Path file = Files.write(folder.resolve("a.zip"), zip);
    UserException refused = AnyFile.check(file);

    assertThat(refused).isNotNull().hasMessageContainingAll(said);
    assertThat(refused).hasMessageContainingAll(file.toString(), "expected");
    assertThatThrownBy(() -> Sources.under(file.toString()).forEach(TableFile::describe))
        .isInstanceOf(UserException.class);
  }
}

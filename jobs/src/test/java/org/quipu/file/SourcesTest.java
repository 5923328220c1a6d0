package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.UserException;

class SourcesTest {
  private static final String TABLE = "CASEID,V005\n1,2\n";

  @TempDir Path folder;

  @Test
  void findsTablesInFoldersAndZips() throws IOException {
    Files.createDirectories(folder.resolve("2022/.hidden"));
    Files.writeString(folder.resolve("2022/.hidden/x.csv"), TABLE);
    Files.writeString(folder.resolve("2022/RECH0_2022.CSV"), TABLE);
    Files.writeString(folder.resolve("2022/leeme.txt"), "hola");
    Files.writeString(folder.resolve("2022/REC0111.bak"), "$FL2 by its content");
    zip(
        folder.resolve("786-Modulo1637.ZIP"),
        StandardCharsets.UTF_8,
        "Modulo1637/rec84dv.sav",
        "Modulo1637/Cuestionario.pdf",
        "__MACOSX/._rec84dv.sav",
        "Modulo1637/más/REC91.csv");

    assertThat(Sources.under(folder.toString()))
        .extracting(source -> folder.relativize(Path.of(source.name())).toString())
        .containsExactly(
            "2022/REC0111.bak",
            "2022/RECH0_2022.CSV",
            "786-Modulo1637.ZIP!/Modulo1637/más/REC91.csv",
            "786-Modulo1637.ZIP!/Modulo1637/rec84dv.sav");
  }

  @Test
  void aFileIsItsOwnTableWhateverItsName() throws IOException {
    Path file = Files.writeString(folder.resolve("datos.txt"), TABLE);

    List<Source> sources = Sources.under(file.toString());

    assertThat(sources).containsExactly(Source.file(file));
    assertThat(sources.get(0).baseName()).isEqualTo("datos");
  }

  @Test
  void readsNamesThatWindowsWroteInAZip() throws IOException {
    Path zip = zip(folder.resolve("a.zip"), Charset.forName("IBM850"), "Módulo/Año.csv");

    List<Source> sources = Sources.under(zip.toString());

    assertThat(sources).containsExactly(new Source(zip.toString(), "Módulo/Año.csv"));
    try (TableReader table = TableFile.open(sources.get(0))) {
      assertThat(table.next()).isTrue();
      assertThat(table.number(1)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../REC0111.csv", "a/../../b.csv", "/etc/x.csv", "C:\\x.csv", "a\\..\\x.csv"})
  void refusesAZipThatLeadsOutOfItself(String entry) throws IOException {
    Path zip = zip(folder.resolve("a.zip"), StandardCharsets.UTF_8, "REC0111.csv", entry);

    assertThatThrownBy(() -> Sources.under(zip.toString()))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll(zip.toString(), "'" + entry + "'", "leads out of the zip");
    assertThatThrownBy(() -> new Source(zip.toString(), entry).open())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("leads out of the zip");
  }

  @Test
  void refusesAnEntryThatSwells() throws IOException {
    Path zip = folder.resolve("bomb.zip");
    byte[] line = "1,2\n".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
    try (ZipOutputStream out =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
      out.putNextEntry(new ZipEntry("REC0111.csv"));
      for (int i = 0; i < 260; i++) {
        out.write(line);
      }
    }

    assertThatThrownBy(() -> Sources.under(zip.toString()))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("bomb.zip", "at most 200 times", "zip bomb");
  }

  @Test
  void saysThatAZipIsDamaged() throws IOException {
    Path zip = zip(folder.resolve("a.zip"), StandardCharsets.UTF_8, "REC0111.csv");
    Path cut = folder.resolve("cut.zip");
    byte[] whole = Files.readAllBytes(zip);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length - 30));

    assertThatThrownBy(() -> Sources.under(cut.toString()))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("cut.zip", "damaged", "again");
  }

  @Test
  void saysThatThereIsNothing() {
    assertThatThrownBy(() -> Sources.under(folder.resolve("none").toString()))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("none", "found nothing");
    assertThatThrownBy(() -> Source.file(folder).open())
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("a folder", "a file");
  }

  @Test
  void saysThatAFolderLeadsIntoItself() throws IOException {
    Files.createSymbolicLink(folder.resolve("again"), folder);

    assertThatThrownBy(() -> Sources.under(folder.toString()))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll(folder.toString(), "Loop", "cannot be read");
  }

  private static Path zip(Path file, Charset names, String... entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, names)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(TABLE.getBytes(StandardCharsets.UTF_8));
      }
    }

    return file;
  }
}

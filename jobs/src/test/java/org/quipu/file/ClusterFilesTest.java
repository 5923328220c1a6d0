package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.UserException;

/** Files that are not on the local disk are found and read through Hadoop. */
class ClusterFilesTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.copy(Fixtures.path("haven-zlib.zsav"), folder.resolve("a.zsav"));
    Files.createDirectories(folder.resolve("_temporary"));
    Files.writeString(folder.resolve("_temporary/part.csv"), "a\n");
    TableCopy.toParquet(Fixtures.source("haven-byte.sav"), folder.resolve("b.parquet"), "1");
    try (OutputStream out = Files.newOutputStream(folder.resolve("c.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("x/first.csv"));
      zip.write("a,b\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("x/d.dta"));
      Files.copy(Fixtures.path("haven-strl.dta"), zip);
    }
  }

  @Test
  void areFoundAndRead() {
    List<Source> sources = Sources.under("cluster://" + folder);

    assertThat(sources)
        .extracting(Source::fileName)
        .containsExactly("a.zsav", "b.parquet", "d.dta", "first.csv");
    for (Source source : sources.subList(0, 3)) {
      try (TableReader table = TableFile.open(source, List.of("T3000"))) {
        assertThat(table.schema().rows()).isEqualTo(4);
        assertThat(table.next()).isTrue();
        assertThat(table.text(0)).isEqualTo("fin");
        assertThat(table.next()).isTrue();
        assertThat(table.text(0)).hasSize(3000).startsWith("0123");
      }
    }

    assertThat(sources.get(0).sha256()).isEqualTo(Fixtures.source("haven-zlib.zsav").sha256());
    assertThat(sources.get(0).size()).isEqualTo(Fixtures.source("haven-zlib.zsav").size());
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> Sources.under("cluster://" + folder + "/none"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("none: found nothing");
    assertThatThrownBy(() -> new Source("cluster://" + folder + "/c.zip", "none").open())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no entry none");
  }
}

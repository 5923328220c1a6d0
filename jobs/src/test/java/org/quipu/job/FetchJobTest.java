package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Progress;
import org.quipu.download.Patience;
import org.quipu.download.UnreliableServer;
import org.quipu.file.Source;

class FetchJobTest {
  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void fetchesWhatIsNotThereOneByOneAndKeepsTheirChecksums() throws Exception {
    Files.writeString(folder.resolve("605-Modulo73.zip"), "put there by hand");
    try (UnreliableServer server = new UnreliableServer().then(UnreliableServer.file(zip()))) {
      List<Path> files = fetch(server);

      assertThat(server.mostAtOnce()).isEqualTo(1);
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder(
              "605-Modulo64.zip", "605-Modulo65.zip", "605-Modulo66.zip", "605-Modulo71.zip");
      assertThat(folder.resolve("SHA256SUMS"))
          .content()
          .hasLineCount(4)
          .startsWith(Source.file(files.get(0)).sha256() + "  605-Modulo64.zip\n");
      assertThat(warnings).isEmpty();
    }
  }

  @Test
  void warnsOfAFileThatIsNotAsItCame() throws Exception {
    try (UnreliableServer server = new UnreliableServer().then(UnreliableServer.file(zip()))) {
      fetch(server);
      Files.writeString(folder.resolve("605-Modulo66.zip"), "damaged");

      assertThat(fetch(server)).isEmpty();
      assertThat(warnings)
          .singleElement()
          .asString()
          .contains("605-Modulo66.zip: is not as it was fetched", "run the command again");
    }
  }

  private List<Path> fetch(UnreliableServer server) throws IOException, InterruptedException {
    return new FetchJob(Progress.ofWarnings(warnings::add))
        .run(new FetchJob.Request(List.of(2017), folder, server.address("/"), Patience.USUAL))
        .files();
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.write('a');
    }

    return out.toByteArray();
  }
}

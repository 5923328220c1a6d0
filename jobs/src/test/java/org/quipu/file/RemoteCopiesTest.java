package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another file system is played by {@link ClusterFiles}. */
class RemoteCopiesTest {
  private static final String SETTING = "spark.hadoop.fs.cluster.impl";

  @TempDir Path dir;

  /** {@link ClusterFiles} for Hadoop's other interface, which replaces files at once. */
  public static final class ClusterContext extends DelegateToFileSystem {
    public ClusterContext(URI uri, Configuration conf) throws IOException, URISyntaxException {
      super(uri, new ClusterFiles(), conf, "cluster", false);
    }
  }

  @BeforeEach
  void know() {
    System.setProperty(SETTING, ClusterFiles.class.getName());
    System.setProperty(
        "spark.hadoop.fs.AbstractFileSystem.cluster.impl", ClusterContext.class.getName());
  }

  @AfterEach
  void forget() {
    RemoteCopies.clear();
    System.clearProperty(SETTING);
    System.clearProperty("spark.hadoop.fs.AbstractFileSystem.cluster.impl");
  }

  @Test
  void localNamesStayWhatTheyAre() {
    assertThat(RemoteCopies.input("a/b.csv")).isEqualTo(Path.of("a/b.csv"));
    assertThat(RemoteCopies.input("file:/a/b.csv")).isEqualTo(Path.of("/a/b.csv"));
    assertThat(RemoteCopies.output("file:///a")).isEqualTo(Path.of("/a"));
  }

  @Test
  void inputsAreCopiedAndCalledByTheirOwnNames() throws IOException {
    write("records/2023.csv", "year");

    Path records = RemoteCopies.input(far("records"));

    assertThat(records.resolve("2023.csv")).hasContent("year");
    assertThat(Source.file(records.resolve("2023.csv")).name())
        .isEqualTo(far("records") + "/2023.csv");
    assertThat(RemoteCopies.named(records + "/2023.csv: found nothing"))
        .isEqualTo(far("records") + "/2023.csv: found nothing");
    RemoteCopies.clear();
    assertThat(records).doesNotExist();
  }

  @Test
  void anOutputThatLiesInAFolderIsKnownWhereverItIs() {
    assertLiesIn(true, far("store"), far("store/"), far("store/tables"), far("a/../store"));
    assertLiesIn(false, far("store"), far("stores"), far("out"), dir.resolve("store").toString());
    assertLiesIn(
        true, dir + "/store", dir + "/store/x", "file://" + dir + "/store", dir + "/store/");
    assertLiesIn(false, dir + "/store", dir + "/out", dir.toString(), far("store"));
    assertLiesIn(true, "file:" + dir + "/store", dir + "/store");
  }

  private static void assertLiesIn(boolean lies, String folder, String... outputs) {
    for (String output : outputs) {
      assertThat(RemoteCopies.liesIn(RemoteCopies.output(output), folder))
          .as(output + " in " + folder)
          .isEqualTo(lies);
    }
  }

  @Test
  void anInputThatIsNotThereIsNamedByWhoReadsIt() {
    Path missing = RemoteCopies.input(far("nothing.csv"));

    assertThat(missing).doesNotExist();
    assertThat(Source.file(missing).name()).isEqualTo(far("nothing.csv"));
  }

  @Test
  void outputsGoToTheirPlaceAndSeeWhatIsThere() throws IOException {
    write("out/bulletins/pasco.html", "Pasco");
    write("out/other/large.bin", "not Quipu's");
    Path out = RemoteCopies.output(far("out/"));

    assertThat(out.resolve("bulletins/pasco.html")).hasContent("Pasco");
    assertThat(out.resolve("other")).doesNotExist();

    Files.createDirectories(out.resolve("tables"));
    Files.writeString(out.resolve("tables/change.csv"), "new");
    Files.writeString(out.resolve("bulletins/lima.html"), "Lima");
    Files.delete(dir.resolve("out/bulletins/pasco.html"));
    RemoteCopies.upload();

    assertThat(dir.resolve("out/tables/change.csv")).hasContent("new");
    assertThat(dir.resolve("out/bulletins/lima.html")).hasContent("Lima");
    assertThat(dir.resolve("out/bulletins/pasco.html")).as("unchanged here").doesNotExist();
    assertThat(dir.resolve("out/tables").toFile().list()).containsExactly("change.csv");
  }

  private String far(String name) {
    return "cluster://" + dir.resolve(name);
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(dir.resolve(name).getParent());
      Files.writeString(dir.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

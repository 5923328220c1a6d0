package org.quipu.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Quipu;
import org.quipu.TestSpark;
import org.quipu.doctor.Finding.State;
import org.quipu.text.Language;
import org.quipu.text.Messages;

class CheckupTest {
  private static final long MIB = 1 << 20;
  private static final Messages TEXTS = Checkup.texts(Language.ENGLISH);

  @TempDir Path folder;

  @Test
  void aHealthyMachineNeedsNothing() {
    assertThat(machine(17, 2_048, 8_000, 2, "UTF-8"))
        .allSatisfy(finding -> assertThat(finding.state()).isEqualTo(State.FINE))
        .allSatisfy(finding -> assertThat(finding.advice()).isEmpty())
        .extracting(Finding::found)
        .containsExactly(
            "17, /opt/jdk", "2,048 MB for Quipu, 8,000 MB in the machine", "2", "UTF-8");
  }

  @Test
  void saysWhatToDoAboutEachThingThatIsNotFine() {
    assertThat(machine(11, 512, 8_000, 1, "US-ASCII"))
        .extracting(Finding::subject, Finding::state)
        .containsExactly(
            tuple("Java", State.WRONG),
            tuple("memory", State.POOR),
            tuple("processors", State.POOR),
            tuple("file names", State.WRONG));
    assertThat(machine(11, 512, 8_000, 1, "US-ASCII"))
        .extracting(Finding::advice)
        .satisfiesExactly(
            java -> assertThat(java).contains("JDK 17"),
            memory -> assertThat(memory).contains("-Xmx2g"),
            processors -> assertThat(processors).contains("twice as long"),
            names -> assertThat(names).contains("LC_ALL=C.UTF-8"));
  }

  @Test
  void moreMemoryThanTheMachineHasIsTooMuch() {
    assertThat(machine(17, 2_048, 2_000, 2, "UTF-8").get(1).advice()).contains("-Xmx1g");
  }

  @Test
  void aFolderIsTriedAndLeftAsItWas() {
    Finding finding = new Folders(TEXTS, Language.ENGLISH).finding(folder.resolve("not/yet"));

    assertThat(finding.subject()).isEqualTo("disk");
    assertThat(finding.found()).startsWith(folder.resolve("not/yet") + ": ").endsWith("written to");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatIsAFileCannotBeWrittenTo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    Finding finding = new Folders(TEXTS, Language.ENGLISH).finding(file.resolve("below"));

    assertThat(finding.state()).isEqualTo(State.WRONG);
    assertThat(finding.found()).contains("cannot be written to");
    assertThat(finding.advice()).contains("--out");
  }

  @Test
  void whatAPartThrowsIsWhatIsWrong() {
    Trial fails =
        () -> {
          throw new NoClassDefFoundError("sun/awt/FontConfiguration");
        };

    Finding finding = fails.finding(TEXTS, Language.ENGLISH, "figure");

    assertThat(finding.state()).isEqualTo(State.WRONG);
    assertThat(finding.found()).contains("sun/awt/FontConfiguration");
    assertThat(finding.advice()).contains("fontconfig");
  }

  @Test
  void everyPartWorksHere() {
    TestSpark.session();
    List<Finding> findings = Checkup.run(List.of(folder), Language.SPANISH);

    assertThat(findings).filteredOn(finding -> finding.state() == State.WRONG).isEmpty();
    assertThat(findings)
        .extracting(Finding::subject)
        .containsSubsequence("Java", "disco", "Spark", "figuras", "páginas", "arranque");
  }

  /** A class path of folders cannot be archived, so that Java leaves such an archive unused. */
  @Test
  void anArchiveThatJavaLeavesUnusedIsFoundOut() {
    String classPath = System.getProperty("java.class.path");
    SharedClasses unused =
        new SharedClasses(
            List.of("-XX:SharedArchiveFile=" + folder.resolve("none.jsa")),
            classPath,
            Quipu.class.getName());

    assertThat(unused.finding(TEXTS).state()).isEqualTo(State.POOR);
    assertThat(unused.finding(TEXTS).advice()).contains("classes.jsa");
    assertThat(new SharedClasses(List.of(), classPath, "any").finding(TEXTS).found())
        .contains("from their jars");
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(TEXTS.keys()).isEqualTo(Checkup.texts(Language.SPANISH).keys());
  }

  private static List<Finding> machine(
      int java, long heap, long memory, int processors, String names) {
    return new Machine(
            Runtime.Version.parse(String.valueOf(java)),
            "/opt/jdk",
            heap * MIB,
            memory * MIB,
            processors,
            names)
        .findings(TEXTS, Language.ENGLISH);
  }
}

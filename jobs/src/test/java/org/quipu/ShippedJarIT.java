package org.quipu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar that the build leaves for spark-submit: what is in it, and under which licences. */
class ShippedJarIT {
  private static final Path TARGET = Path.of("target");
  private static final String THIRD_PARTY = "META-INF/THIRD-PARTY.txt";
  private static final String RENEW =
      "jobs/src/main/resources/"
          + THIRD_PARTY
          + " lists what the jar holds. If the change is"
          + " meant, correct the list: one line a library, with its licence (read it) and its"
          + " folders. If not, exclude the library in the POM that brings it";
  private static final Set<String> PERMITTED = Set.of("Apache-2.0", "LGPL-2.1-or-later");

  private static JarFile jar;
  private static List<Library> listed;

  private record Library(String coordinates, List<String> licences, List<String> files) {
    static Library parse(String line) {
      String[] columns = line.strip().split(" +", -1);
      assertThat(columns).as("a line of %s: library, licence, files", THIRD_PARTY).hasSize(3);

      return new Library(
          columns[0],
          List.of(columns[1].split(",", -1)),
          columns[2].equals("-") ? List.of() : List.of(columns[2].split(",", -1)));
    }

    String artifact() {
      return coordinates.split(":", -1)[1];
    }
  }

  @BeforeAll
  static void open() throws IOException {
    jar = new JarFile(TARGET.resolve("quipu-jobs.jar").toFile());
    listed =
        text(THIRD_PARTY)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Library::parse)
            .toList();
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void librariesAreThoseListed() throws IOException {
    // Lines of dependency:list: a heading, then "   group:artifact:jar:version -- module …", where
    // the
    // module is coloured if Maven writes in colours.
    List<String> shipped =
        Files.readAllLines(TARGET.resolve("shipped-libraries.txt")).stream()
            .filter(line -> line.contains(":jar:"))
            .map(line -> line.strip().replace(":jar:", ":").replaceFirst("[^\\w.:-].*", ""))
            .toList();

    assertThat(listed)
        .extracting(Library::coordinates)
        .as(RENEW)
        .containsExactlyInAnyOrderElementsOf(shipped);
  }

  @Test
  void everyFileIsQuipusOrOfAListedLibrary() {
    List<String> roots = new ArrayList<>(List.of("org/quipu/", "META-INF/", "log4j2.properties"));
    listed.forEach(library -> roots.addAll(library.files()));

    assertThat(files()).as(RENEW).allMatch(file -> roots.stream().anyMatch(file::startsWith));
    assertThat(roots)
        .as(RENEW)
        .allMatch(root -> files().stream().anyMatch(file -> file.startsWith(root)));
  }

  @Test
  void licencesArePermittedAndTheirTextsAreKept() throws IOException {
    for (Library library : listed) {
      assertThat(PERMITTED).as(library.coordinates()).containsAll(library.licences());
      String licence = "META-INF/licenses/" + library.artifact() + "/LICENSE";
      assertThat(files())
          .as("licence of %s", library.coordinates())
          .filteredOn(file -> file.startsWith(licence))
          .anySatisfy(
              file ->
                  assertThat(text(file))
                      .containsAnyOf("Apache License", "GNU LESSER GENERAL PUBLIC LICENSE"));
    }
    assertThat(text("META-INF/licenses/jfreechart/LICENSE")).contains("Version 2.1, February 1999");
    assertThat(text("META-INF/licenses/commons-numbers-gamma/NOTICE")).contains("Apache Commons");
    assertThat(text("META-INF/LICENSE")).contains("Apache License", "Version 2.0");
  }

  @Test
  void noClassIsAlsoInTheJdkOrInSpark() throws IOException {
    Set<String> elsewhere = new TreeSet<>();
    try (Stream<Path> spark = Files.list(TARGET.resolve("lib"))) {
      for (Path library : spark.toList()) {
        try (JarFile other = new JarFile(library.toFile())) {
          other.stream().map(ZipEntry::getName).forEach(elsewhere::add);
        }
      }
    }
    ClassLoader jdk = ClassLoader.getPlatformClassLoader();

    assertThat(files())
        .filteredOn(file -> file.endsWith(".class") && !file.startsWith("META-INF/"))
        .noneMatch(file -> elsewhere.contains(file) || jdk.getResource(file) != null);
  }

  private static List<String> files() {
    return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
  }

  private static String text(String file) throws IOException {
    ZipEntry entry = jar.getEntry(file);
    assertThat(entry).as("%s in %s", file, new File(jar.getName()).getName()).isNotNull();
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package org.quipu.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Small files of other programs, and what R haven 2.5.1 finds in them: {@code test/r/file.R}. */
public final class Fixtures {
  private Fixtures() {}

  static Path path(String name) {
    try {
      return Path.of(Fixtures.class.getResource("/file/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Source source(String name) {
    return Source.file(path(name));
  }

  static List<String> names() {
    try (Stream<Path> files = Files.list(path("haven-byte.sav").getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(".*\\.(z?sav|dta)"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a table of expectations, cut at the tabs. */
  static List<List<String>> lines(String name) {
    try {
      return Files.readAllLines(path(name)).stream()
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

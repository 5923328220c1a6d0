package org.quipu.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quipu.UserException;

/**
 * What must hold of a file whatever its bytes are: it is read, or refused with a {@link
 * UserException}, within some seconds; and no message shows a value of its rows. {@code
 * jobs/src/test/fuzz/run} tries it on files that Jazzer makes up.
 */
public final class AnyFile {
  /** Of the processor, so that a busy machine does not matter. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /** Shorter values are found in messages by chance. */
  private static final int TELLING = 8;

  private static final int MOST = 1000;

  private static Path fuzzed;

  private AnyFile() {}

  /** The entry point that Jazzer calls first: the name of the file that inputs are written to. */
  public static void fuzzerInitialize(String[] arguments) {
    fuzzed = Path.of(arguments[0]);
  }

  /** The entry point that Jazzer calls with each input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      Files.write(fuzzed, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    check(fuzzed);
  }

  /** Fails where the file breaks what must hold; returns what it was refused with, or null. */
  static UserException check(Path file) {
    long start = CPU.getCurrentThreadCpuTime();
    UserException refused = null;
    try {
      if (file.toString().endsWith(".geojson")) {
        GeoJson.read(Source.file(file));
        return null;
      }

      for (Source source : Sources.under(file.toString())) {
        refused = checkTable(source, refused);
      }
    } catch (UserException e) {
      refused = e;
    }

    Duration took = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start);
    if (took.compareTo(SOON) > 0) {
      throw new AssertionError(file + " took " + took, refused);
    }

    return refused;
  }

  private static UserException checkTable(Source source, UserException before) {
    Set<String> values = new HashSet<>();
    List<String> names = new ArrayList<>();
    try (TableReader table = TableFile.open(source)) {
      names.add(source.name());
      names.addAll(table.columns());
      // Rows before labels, which in Stata's files stand after them.
      while (table.next()) {
        for (int i = 0; i < table.columns().size(); i++) {
          String value = table.text(i);
          table.missingCode(i);
          if (value != null && isTelling(value) && values.size() < MOST) {
            values.add(value);
          }
        }
      }

      table.schema();
      TableFile.describe(source);
      return before;
    } catch (UserException e) {
      checkMessage(e, values, names);
      return e;
    }
  }

  /** Words alone and numbers alone are in messages by chance. */
  private static boolean isTelling(String value) {
    return value.length() >= TELLING
        && value.chars().anyMatch(Character::isLetter)
        && value.chars().anyMatch(Character::isDigit);
  }

  private static void checkMessage(UserException e, Set<String> values, List<String> names) {
    for (String value : values) {
      boolean ofHeader = names.stream().anyMatch(name -> name.contains(value));
      if (!ofHeader && e.getMessage().contains(value)) {
        throw new AssertionError("a value of a row is told: " + e.getMessage(), e);
      }
    }
  }
}

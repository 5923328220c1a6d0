package org.quipu.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quipu.file.Source;
import org.quipu.file.WholeFile;

/** The SHA-256 of files as they came, in a file that {@code sha256sum --check} reads. */
public final class Checksums {
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

  private final Path list;

  private Checksums(Path list) {
    this.list = list;
  }

  /** Those of a folder, in its file SHA256SUMS. */
  public static Checksums in(Path folder) {
    return new Checksums(folder.resolve("SHA256SUMS"));
  }

  /** Keeps that of a file of the folder. */
  public void add(Path file) throws IOException {
    Map<String, String> sums = read();
    sums.put(file.getFileName().toString(), Source.file(file).sha256());
    StringBuilder lines = new StringBuilder();
    sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
    WholeFile.write(list, lines.toString());
  }

  /** Whether a file of the folder is as it came; empty where nobody kept how it came. */
  public Optional<Boolean> hold(Path file) throws IOException {
    return Optional.ofNullable(read().get(file.getFileName().toString()))
        .map(sum -> sum.equals(Source.file(file).sha256()));
  }

  private Map<String, String> read() throws IOException {
    Map<String, String> sums = new TreeMap<>();
    if (Files.exists(list)) {
      for (String line : Files.readAllLines(list)) {
        Matcher parts = LINE.matcher(line);
        if (parts.matches()) {
          sums.put(parts.group(2), parts.group(1));
        }
      }
    }

    return sums;
  }
}

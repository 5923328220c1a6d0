package org.quipu.bench;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The command line of the benchmark. */
record Options(
    long rows, boolean duckdb, boolean r, boolean shuffled, boolean growth, Path folder) {
  private static final String USAGE =
      "usage: jobs/bench/run [--rows N] [--no-duckdb] [--no-r] [--shuffled] [--growth] [--folder DIR]";

  static Options of(String[] arguments) {
    long rows = 20_000_000;
    boolean duckdb = true;
    boolean r = true;
    boolean shuffled = false;
    boolean growth = false;
    Path folder = Path.of("target");
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      switch (rest.next()) {
        case "--rows" -> rows = Long.parseLong(rest.next());
        case "--folder" -> folder = Path.of(rest.next());
        case "--no-duckdb" -> duckdb = false;
        case "--no-r" -> r = false;
        case "--shuffled" -> shuffled = true;
        case "--growth" -> growth = true;
        default -> throw new IllegalArgumentException(USAGE);
      }
    }

    return new Options(rows, duckdb, r, shuffled, growth, folder);
  }
}

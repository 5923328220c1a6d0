package org.quipu.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where else commands that make tables write them. */
final class TableOutput {
  @Option(names = "--out", paramLabel = "DIR", converter = Converters.OutFolder.class)
  private Path folder;

  /** The folder to write to; empty where the tables are wanted in the store alone. */
  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }
}

package org.quipu.cli;

import java.time.Duration;
import org.quipu.store.Store;
import picocli.CommandLine.Option;

/** The options of commands that write to a store. */
final class WritingOptions {
  @Option(
      names = "--wait",
      paramLabel = "TIME",
      converter = Converters.Time.class,
      defaultValue = "10m")
  private Duration wait;

  @Option(
      names = "--keep",
      paramLabel = "TIME",
      converter = Converters.Time.class,
      defaultValue = "0s")
  private Duration keep;

  /** The store, written to in this way. */
  Store in(Store store) {
    return store.writing(new Store.Writing(wait, keep));
  }
}

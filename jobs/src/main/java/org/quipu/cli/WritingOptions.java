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
      defaultValue = "10m",
      description =
          "How long to wait for another command that writes to the store, such as 30s, 10m or 2h."
              + " Default: ${DEFAULT-VALUE}.")
  private Duration wait;

  @Option(
      names = "--keep",
      paramLabel = "TIME",
      converter = Converters.Time.class,
      defaultValue = "0s",
      description =
          "How long commands that are reading tables may go on reading those that this one replaces"
              + ". Default: ${DEFAULT-VALUE}, they go at once.")
  private Duration keep;

  /** The store, written to in this way. */
  Store in(Store store) {
    return store.writing(new Store.Writing(wait, keep));
  }
}

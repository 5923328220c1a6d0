package org.quipu.cli;

import org.quipu.store.Store;
import picocli.CommandLine.Option;

/** The option that names the store. */
final class StoreOption {
  @Option(
      names = "--store",
      paramLabel = "DIR",
      converter = Converters.StoreFolder.class,
      required = true)
  private String folder;

  String folder() {
    return folder;
  }

  /** The store, which need not exist yet. */
  Store open() {
    return Store.open(folder);
  }

  /** The store, which must have been made before. */
  Store existing() {
    return Store.existing(folder);
  }
}

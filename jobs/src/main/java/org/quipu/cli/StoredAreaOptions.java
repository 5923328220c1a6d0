package org.quipu.cli;

import java.util.List;
import org.quipu.smallarea.AreaLevel;
import org.quipu.store.Store;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that name the areas of a store, where a command also takes those of a file. */
final class StoredAreaOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--store", paramLabel = "DIR", converter = Converters.StoreFolder.class)
  private String folder;

  @Option(names = "--level", paramLabel = "L")
  private AreaLevel level;

  @Option(names = "--years", paramLabel = "Y", arity = "1..*")
  private List<Integer> years = List.of();

  /** Whether any of them is on the command line. */
  boolean given() {
    return folder != null || level != null || !years.isEmpty();
  }

  /**
   * The store, which must have been made before.
   *
   * @param otherwise the option that takes its place
   */
  Store open(String otherwise) {
    if (folder == null) {
      throw WrongCommandLine.of(command, "wrong.needs.store", otherwise);
    }
    if (level == AreaLevel.AREA) {
      throw WrongCommandLine.of(command, "wrong.store.level");
    }

    return Store.existing(folder);
  }

  /** What kind of areas. */
  AreaLevel level() {
    return level == null ? AreaLevel.PROVINCE : level;
  }

  /** Years to pool; empty for all. */
  List<Integer> years() {
    return years;
  }
}

package org.quipu.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quipu.bulletin.Boundaries;
import org.quipu.bulletin.ChartSet;
import org.quipu.bulletin.Evidence;
import org.quipu.charts.Language;
import org.quipu.store.Store;

/** Draws the figures that the tables of a store allow. */
final class ChartsJob {
  /**
   * What is to be drawn.
   *
   * @param indicators empty for the forms of violence whose change the store holds
   * @param boundaries outlines for maps; empty for none
   */
  record Request(Language language, List<String> indicators, Optional<Boundaries> boundaries) {}

  private final Store store;
  private final Console console;

  ChartsJob(Store store, Console console) {
    this.store = store;
    this.console = console;
  }

  /** Draws into {@code OUT/charts} and tells which figures there are. */
  List<String> run(Request request, Path out) {
    Path folder = out.resolve("charts");
    List<String> written =
        ChartSet.of(
                Evidence.of(store), request.language(), request.indicators(), request.boundaries())
            .write(folder);
    if (!written.isEmpty()) {
      console.say(written.size() + " figures, each as PNG and SVG: " + folder);
    }

    return written;
  }
}

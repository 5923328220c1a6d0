package org.quipu.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quipu.bulletin.Boundaries;
import org.quipu.bulletin.ChartSet;
import org.quipu.bulletin.Evidence;
import org.quipu.store.Store;
import org.quipu.text.Language;

/** Draws the figures that the tables of a store allow. */
public final class ChartsJob {
  /**
   * What is to be drawn.
   *
   * @param indicators empty for the forms of violence whose change the store holds
   * @param boundaries outlines for maps; empty for none
   */
  public record Request(
      Language language, List<String> indicators, Optional<Boundaries> boundaries) {}

  private final Store store;

  public ChartsJob(Store store) {
    this.store = store;
  }

  /** Draws into {@code OUT/charts} and tells which figures there are. */
  public List<String> run(Request request, Path out) {
    return ChartSet.of(
            Evidence.of(store), request.language(), request.indicators(), request.boundaries())
        .write(folder(out));
  }

  /** Where the figures of an output folder lie. */
  public static Path folder(Path out) {
    return out.resolve("charts");
  }
}

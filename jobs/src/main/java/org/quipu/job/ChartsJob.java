package org.quipu.job;

import java.nio.file.Path;
import java.util.List;
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
   * @param boundaries outlines for maps
   * @param out figures go to {@code OUT/charts}
   */
  public record Request(
      List<String> indicators, Boundaries boundaries, Language language, Path out) {}

  /**
   * What was drawn.
   *
   * @param folder of the figures
   * @param figures their names; each is a PNG and an SVG
   * @param withoutChange the indicators asked for of which the store holds no change to draw
   * @param lacksDistricts whether maps of districts are not drawn for want of their outlines
   */
  public record Result(
      Path folder, List<String> figures, List<String> withoutChange, boolean lacksDistricts) {}

  private final Store store;

  public ChartsJob(Store store) {
    this.store = store;
  }

  public Result run(Request request) {
    Path folder = request.out.resolve("charts");
    Evidence evidence = Evidence.of(store);
    return new Result(
        folder,
        ChartSet.of(evidence, request.language, request.indicators, request.boundaries)
            .write(folder),
        ChartSet.withoutChange(evidence, request.indicators),
        ChartSet.lacksDistricts(evidence, request.boundaries));
  }
}

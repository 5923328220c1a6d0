package org.quipu.api;

import java.util.List;
import org.quipu.Progress;
import org.quipu.job.SmallAreasJob;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.store.SmallAreaRow;
import org.quipu.store.Store;
import org.quipu.store.Table;

/**
 * The prevalence of an indicator in areas with few interviews, equal to the table {@code
 * small_areas}. Immutable; the methods that take an argument return changed copies.
 */
public final class SmallAreas extends ResultTable<SmallAreaRow> {
  private static final double PERCENT = 100;

  private static final List<String> PRINTED =
      List.of(
          "area",
          "label",
          "n",
          "direct",
          "benchmarked",
          "ci_low",
          "ci_high",
          "rank_low",
          "rank_high",
          "rank_group",
          "may_be_in_top",
          "quality");

  private final Store store;
  private final SmallAreasJob.Request request;
  private double[][] draws;

  SmallAreas(Store store, SmallAreasJob.Request request) {
    super(Table.SMALL_AREAS, PRINTED);
    this.store = store;
    this.request = request;
  }

  /** Provinces or districts, each by the usual model of its level; provinces without it. */
  public SmallAreas level(AreaLevel level) {
    return with(level, SmallAreaSpec.usual(level));
  }

  /** By another model; the usual one of the level without it. */
  public SmallAreas model(SmallAreaSpec spec) {
    return with(request.level(), spec);
  }

  private SmallAreas with(AreaLevel level, SmallAreaSpec spec) {
    return new SmallAreas(
        store,
        new SmallAreasJob.Request(
            level,
            request.years(),
            request.indicators(),
            request.covariates(),
            request.others(),
            request.neighbours(),
            spec));
  }

  /**
   * Joint draws of the areas' true prevalence, in percent: one row a draw, one column for each of
   * {@link #rows()}, benchmarked as they are.
   */
  public synchronized double[][] draws() {
    if (rows().isEmpty()) {
      return new double[0][];
    }

    double[][] copy = new double[draws.length][];
    for (int r = 0; r < copy.length; r++) {
      copy[r] = draws[r].clone();
    }

    return copy;
  }

  @Override
  List<SmallAreaRow> compute() {
    Progress progress = Progress.ofWarnings(message -> warn(List.of(message)));
    SmallAreasJob.Estimated estimated = new SmallAreasJob(store, progress).estimated(request);
    double[][] shares = estimated.studies().byIndicator().get(request.indicators().get(0)).draws();
    draws = new double[shares.length][];
    for (int r = 0; r < shares.length; r++) {
      draws[r] = new double[shares[r].length];
      for (int i = 0; i < draws[r].length; i++) {
        draws[r][i] = PERCENT * shares[r][i];
      }
    }

    return estimated.tables().areas();
  }
}

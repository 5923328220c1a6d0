package org.quipu.endes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.Progress;
import org.quipu.YearRange;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;

/**
 * Levels of prevalence that functions are made of, with all their covariances: those of one year in
 * its own design, those of two years through the clusters that both sampled.
 */
public final class ContrastedLevels {
  private static final double SQUARED_PERCENT = 100 * 100;

  private final WomenEstimates women;
  private final List<PrevalenceRow> levels;
  private final SampleOverlap overlap;
  private final Estimates estimates;

  private ContrastedLevels(
      WomenEstimates women,
      List<PrevalenceRow> levels,
      SampleOverlap overlap,
      Estimates estimates) {
    this.women = women;
    this.levels = levels;
    this.overlap = overlap;
    this.estimates = estimates;
  }

  /**
   * One pass over the women for all levels.
   *
   * @param levels of years that have microdata
   * @param lonely as in the estimates of the levels
   */
  public static ContrastedLevels of(
      WomenEstimates women,
      List<PrevalenceRow> levels,
      LonelyPsu lonely,
      SampleOverlap overlap,
      Progress progress) {
    Estimates estimates =
        women.retained(
            distinct(levels.stream().map(PrevalenceRow::year).toList()),
            distinct(levels.stream().map(PrevalenceRow::indicator).toList()),
            distinct(levels.stream().map(PrevalenceRow::by).toList()),
            lonely);
    ContrastedLevels contrasted = new ContrastedLevels(women, levels, overlap, estimates);
    contrasted.tellSharedClusters(progress);
    return contrasted;
  }

  private static <T extends Comparable<T>> List<T> distinct(List<T> values) {
    return values.stream().distinct().sorted().toList();
  }

  private void tellSharedClusters(Progress progress) {
    List<Integer> years = distinct(levels.stream().map(PrevalenceRow::year).toList());
    for (int from : years) {
      for (int to : years) {
        if (from < to && SurveyYear.sharesClusters(from, to)) {
          YearRange both = new YearRange(from, to);
          progress.progress(
              overlap == SampleOverlap.COUNTED
                  ? new SharedClusters(both, estimates.matchedClusters(group(from), group(to)))
                      .sentence()
                  : SharedClusters.unknown(both));
        }
      }
    }
  }

  private static String group(int year) {
    return String.valueOf(year);
  }

  /** The covariances of the levels, in their order, in squared percentage points. */
  public double[][] covariances() {
    Map<Integer, List<Integer>> places = new TreeMap<>();
    for (int i = 0; i < levels.size(); i++) {
      places.computeIfAbsent(levels.get(i).year(), year -> new ArrayList<>()).add(i);
    }

    double[][] covariance = new double[levels.size()][levels.size()];
    places.forEach(
        (year, own) -> {
          put(covariance, own, own, estimates.covariances(estimates(own)));
          places.forEach(
              (other, later) -> {
                if (year < other && isShared(year, other)) {
                  put(
                      covariance,
                      own,
                      later,
                      estimates.matchedCovariances(estimates(own), estimates(later)));
                }
              });
        });
    return covariance;
  }

  private boolean isShared(int year, int other) {
    return overlap == SampleOverlap.COUNTED && SurveyYear.sharesClusters(year, other);
  }

  private List<Estimate> estimates(List<Integer> places) {
    return places.stream()
        .map(levels::get)
        .map(
            level ->
                estimates
                    .find(group(level.year()), level.indicator(), level.by(), level.domain())
                    .orElseThrow())
        .toList();
  }

  /** Puts a block in its place, and its mirror image in that. */
  private static void put(
      double[][] covariance, List<Integer> rows, List<Integer> columns, double[][] block) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        double points = SQUARED_PERCENT * block[i][j];
        covariance[rows.get(i)][columns.get(j)] = points;
        covariance[columns.get(j)][rows.get(i)] = points;
      }
    }
  }

  /** The quality of a function of some of the levels, with what their years are to one another. */
  public Quality quality(Collection<PrevalenceRow> some) {
    Set<QualityMark> marks = new LinkedHashSet<>();
    for (PrevalenceRow one : some) {
      for (PrevalenceRow other : some) {
        if (one.year() < other.year()) {
          if (SurveyYear.sharesClusters(one.year(), other.year())
              && !isShared(one.year(), other.year())) {
            marks.add(QualityMark.INDEPENDENCE_ASSUMED);
          }

          if (!isSameIndicator(one, other)) {
            marks.add(QualityMark.NOT_COMPARABLE);
          }
        }
      }
    }

    return some.stream()
        .map(PrevalenceRow::quality)
        .reduce(Quality::merge)
        .orElse(Quality.NONE)
        .merge(Quality.marked(List.copyOf(marks)));
  }

  private boolean isSameIndicator(PrevalenceRow one, PrevalenceRow other) {
    return !one.indicator().equals(other.indicator())
        || women
            .lacking(one.year(), one.indicator())
            .equals(women.lacking(other.year(), other.indicator()));
  }
}

package org.quipu.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.quipu.UserException;
import org.quipu.math.Permutations;
import org.quipu.math.Power;
import org.quipu.math.TestedEstimate;
import org.quipu.math.WaldTest;

/**
 * A strategy that starts in some regions in one year, against the regions where it does not: the
 * difference in differences, the difference of each year against the year before the start, whether
 * the two groups already drew apart before (pre-trends), what the same computation finds where
 * there was nothing to find (placebo years), and how often regions drawn by lot show as much.
 *
 * @param treated the regions with the strategy
 * @param start its first year
 * @param level of confidence, 0 to 1
 */
public record EventStudy(Set<String> treated, int start, double level) {
  private static final String EFFECT = "treated after the start";
  private static final int FEWEST = 2;

  public EventStudy {
    treated = Set.copyOf(treated);
  }

  /**
   * What was found.
   *
   * @param effect of the years from the start on, in the units of the panel
   * @param smallestDetectable the smallest effect found in 80 % of such panels, if the sampling
   *     variances are all there is
   * @param years the difference of each year but the one before the start
   * @param preTrend the test that the differences of all years before are zero; NaN where there is
   *     one year before or none
   * @param placebos the effect computed on the years before the start alone, for each false start
   * @param pPermutation share of draws of treated regions whose t ({@link WithinTransformation#t})
   *     is at least as far from zero
   */
  public record Result(
      int regions,
      int treatedRegions,
      TestedEstimate effect,
      double smallestDetectable,
      Map<Integer, TestedEstimate> years,
      WaldTest preTrend,
      Map<Integer, TestedEstimate> placebos,
      double pPermutation) {}

  /**
   * Fits all of it. The draws of treated regions are seeded; their number includes the true one.
   */
  public Result fit(Panel panel, int draws, long seed) {
    requireContrast(panel);
    ClusterRobust effect = afterStart(panel, treated, start).twoWay();
    Map<Integer, TestedEstimate> years = new LinkedHashMap<>();
    List<Integer> others = panel.years().stream().filter(year -> year != start - 1).toList();
    List<String> names = others.stream().map(EventStudy::term).toList();
    ClusterRobust byYear = panel.with(names, columns(panel, treated, others)).twoWay();
    others.forEach(year -> years.put(year, byYear.coefficient(term(year), level)));
    List<String> before =
        others.stream().filter(year -> year < start).map(EventStudy::term).toList();
    return new Result(
        panel.regions().size(),
        (int) panel.regions().stream().filter(treated::contains).count(),
        effect.coefficient(EFFECT, level),
        Power.withDefaults()
            .smallestCoefficient(effect.modelError(EFFECT), effect.coefficient(EFFECT, level).df()),
        years,
        before.isEmpty() ? WaldTest.none(0) : byYear.test(before),
        placebos(panel),
        permutation(panel, draws, seed));
  }

  private static String term(int year) {
    return "treated in " + year;
  }

  /**
   * One region's own level takes up all that it departs by, so that one region shows no spread and
   * its robust error is far too small (Conley and Taber 2011): each side needs two that have years
   * before and after.
   */
  private void requireContrast(Panel panel) {
    List<Integer> years = panel.years();
    if (!years.contains(start - 1) || years.stream().noneMatch(year -> year >= start)) {
      throw new UserException(
          "an event study from %d needs estimates of %d and of a year from %d on; found the years %s"
              .formatted(start, start - 1, start, years));
    }

    List<String> before = panel.where(i -> panel.times().get(i) < start).regions();
    List<String> both = new ArrayList<>(panel.where(i -> panel.times().get(i) >= start).regions());
    both.retainAll(before);
    long with = both.stream().filter(treated::contains).count();
    if (with < FEWEST || both.size() - with < FEWEST) {
      throw new UserException(
          "an event study needs %d regions with the strategy and %d without, each with years before and after the start; found %d and %d"
              .formatted(FEWEST, FEWEST, with, both.size() - with));
    }
  }

  private static Panel afterStart(Panel panel, Set<String> treated, int start) {
    RealMatrix column = MatrixUtils.createRealMatrix(panel.units().size(), 1);
    for (int i = 0; i < panel.units().size(); i++) {
      boolean on = panel.times().get(i) >= start && treated.contains(panel.units().get(i));
      column.setEntry(i, 0, on ? 1 : 0);
    }

    return panel.with(List.of(EFFECT), column);
  }

  private static RealMatrix columns(Panel panel, Set<String> treated, List<Integer> years) {
    RealMatrix columns = MatrixUtils.createRealMatrix(panel.units().size(), years.size());
    for (int i = 0; i < panel.units().size(); i++) {
      int year = years.indexOf(panel.times().get(i));
      if (year >= 0 && treated.contains(panel.units().get(i))) {
        columns.setEntry(i, year, 1);
      }
    }

    return columns;
  }

  /** Every year before the true start that has a year before it. */
  private Map<Integer, TestedEstimate> placebos(Panel panel) {
    Panel before = panel.where(i -> panel.times().get(i) < start);
    Map<Integer, TestedEstimate> placebos = new LinkedHashMap<>();
    before.years().stream()
        .skip(1)
        .forEach(
            year ->
                placebos.put(
                    year, afterStart(before, treated, year).twoWay().coefficient(EFFECT, level)));
    return placebos;
  }

  private double permutation(Panel panel, int draws, long seed) {
    List<String> regions = panel.regions();
    Set<String> own = new TreeSet<>(regions);
    own.retainAll(treated);
    WithinTransformation within = WithinTransformation.of(panel);
    double observed = statistic(within, panel, own);
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[regions.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int extreme = 1;
    for (int n = 1; n < draws; n++) {
      Permutations.shuffle(order, random);
      List<String> drawn = new ArrayList<>();
      for (int i = 0; i < own.size(); i++) {
        drawn.add(regions.get(order[i]));
      }
      if (statistic(within, panel, Set.copyOf(drawn)) >= observed - Permutations.TIE) {
        extreme++;
      }
    }

    return (double) extreme / draws;
  }

  private double statistic(WithinTransformation within, Panel panel, Set<String> drawn) {
    return Math.abs(within.t(afterStart(panel, drawn, start).covariates().getColumn(0)));
  }
}

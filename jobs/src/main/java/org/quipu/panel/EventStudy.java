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
import org.apache.commons.math3.linear.RealVector;
import org.quipu.UserException;
import org.quipu.math.Permutations;
import org.quipu.math.Power;
import org.quipu.math.TestedEstimate;
import org.quipu.math.WaldTest;

/**
 * An event study of a treatment that starts in some units at one time. Treated units are compared
 * with the others by difference in differences, over all times from the start on and time by time,
 * always against the mean of the times before the start, weighted as the effect weights them. Three
 * checks accompany the effect: whether the groups diverged before the start (pre-trends), the
 * effects of false starts before the true one (placebos), and how often a random assignment of the
 * treatment gives as large a statistic (Fisher's randomization test).
 *
 * @param treated the treated units
 * @param start the first time under treatment
 * @param level of confidence, 0 to 1
 */
public record EventStudy(Set<String> treated, int start, double level) {
  private static final String EFFECT = "treated after the start";
  private static final int FEWEST = 2;

  public EventStudy {
    treated = Set.copyOf(treated);
  }

  /**
   * The result.
   *
   * @param units of the panel
   * @param treatedUnits those of them that are treated
   * @param effect of the times from the start on, on the scale of the panel's values
   * @param smallestDetectable the smallest effect that the test detects with 80 % power
   * @param differences the difference at each time from the mean of the times before the start, by
   *     time; without the time before the start where that is the only one. A single time from the
   *     start on is the effect
   * @param preTrend the joint test that all differences before the start are zero; NaN where there
   *     are none
   * @param placebos the effect estimated from the times before the start alone, by false start
   * @param pPermutation p-value of the randomization test
   */
  public record Result(
      int units,
      int treatedUnits,
      TestedEstimate effect,
      double smallestDetectable,
      Map<Integer, TestedEstimate> differences,
      WaldTest preTrend,
      Map<Integer, TestedEstimate> placebos,
      double pPermutation) {}

  /**
   * Estimates the effect and its checks.
   *
   * @param draws assignments of the treatment in the randomization test, the true one included
   * @param seed of the random assignments
   * @throws UserException if there are too few units or times before and after the start
   */
  public Result fit(Panel panel, int draws, long seed) {
    requireContrast(panel);
    ClusterRobust effect = afterStart(panel, treated, start).twoWay();
    List<Integer> others =
        panel.distinctTimes().stream().filter(time -> time != start - 1).toList();
    List<String> names = others.stream().map(EventStudy::term).toList();
    ClusterRobust byTime = panel.with(names, columns(panel, treated, others)).twoWay();
    List<String> before =
        others.stream().filter(time -> time < start).map(EventStudy::term).toList();
    return new Result(
        panel.distinctUnits().size(),
        (int) panel.distinctUnits().stream().filter(treated::contains).count(),
        effect.coefficient(EFFECT, level),
        Power.withDefaults()
            .smallestCoefficient(
                effect.largerError(EFFECT), effect.coefficient(EFFECT, level).df()),
        differences(panel.distinctTimes(), byTime, effect.coefficient(EFFECT, level)),
        before.isEmpty() ? WaldTest.none(0) : byTime.test(before),
        placebos(panel),
        randomization(panel, draws, seed));
  }

  /**
   * The times' differences from the mean of those before the start.
   *
   * @param byTime the differences from the last time before the start
   */
  private Map<Integer, TestedEstimate> differences(
      List<Integer> times, ClusterRobust byTime, TestedEstimate effect) {
    List<Integer> others = times.stream().filter(time -> time != start - 1).toList();
    List<String> all = others.stream().map(EventStudy::term).toList();
    List<String> after =
        others.stream().filter(time -> time >= start).map(EventStudy::term).toList();
    RealVector weights = byTime.restriction(all, after);
    Map<String, Double> lessMean = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (others.get(i) < start) {
        lessMean.put(all.get(i), weights.getEntry(i));
      }
    }

    Map<Integer, TestedEstimate> differences = new LinkedHashMap<>();
    for (int time : times) {
      Map<String, Double> sum = new LinkedHashMap<>(lessMean);
      if (time != start - 1) {
        sum.merge(term(time), 1.0, Double::sum);
      }
      if (time >= start && after.size() == 1) {
        differences.put(time, effect);
      } else if (!sum.isEmpty()) {
        differences.put(time, byTime.combination(sum, level));
      }
    }

    return differences;
  }

  private static String term(int time) {
    return "treated in " + time;
  }

  /**
   * The effect of a group with a single unit is absorbed by that unit's own level: its residuals
   * are zero and the robust error far too small (Conley and Taber 2011, Review of Economics and
   * Statistics 93). Each group needs two units with times before and after the start.
   */
  private void requireContrast(Panel panel) {
    List<Integer> times = panel.distinctTimes();
    if (!times.contains(start - 1) || times.stream().noneMatch(time -> time >= start)) {
      throw new UserException(
          "an event study from %d needs estimates of %d, and of %d or later; found %s"
              .formatted(start, start - 1, start, times));
    }

    List<String> before = panel.where(i -> panel.times().get(i) < start).distinctUnits();
    List<String> both =
        new ArrayList<>(panel.where(i -> panel.times().get(i) >= start).distinctUnits());
    both.retainAll(before);
    long with = both.stream().filter(treated::contains).count();
    if (with < FEWEST || both.size() - with < FEWEST) {
      throw new UserException(
          "an event study needs %d treated and %d untreated units with estimates before and after the start; found %d and %d"
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

  private static RealMatrix columns(Panel panel, Set<String> treated, List<Integer> columnTimes) {
    RealMatrix columns = MatrixUtils.createRealMatrix(panel.units().size(), columnTimes.size());
    for (int i = 0; i < panel.units().size(); i++) {
      int time = columnTimes.indexOf(panel.times().get(i));
      if (time >= 0 && treated.contains(panel.units().get(i))) {
        columns.setEntry(i, time, 1);
      }
    }

    return columns;
  }

  /** A false start at each time before the true one, except the first. */
  private Map<Integer, TestedEstimate> placebos(Panel panel) {
    Panel before = panel.where(i -> panel.times().get(i) < start);
    Map<Integer, TestedEstimate> placebos = new LinkedHashMap<>();
    before.distinctTimes().stream()
        .skip(1)
        .forEach(
            time ->
                placebos.put(
                    time, afterStart(before, treated, time).twoWay().coefficient(EFFECT, level)));
    return placebos;
  }

  private double randomization(Panel panel, int draws, long seed) {
    List<String> units = panel.distinctUnits();
    Set<String> own = new TreeSet<>(units);
    own.retainAll(treated);
    WithinTransformation within = WithinTransformation.of(panel);
    double observed = statistic(within, panel, own);
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[units.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int extreme = 1;
    for (int n = 1; n < draws; n++) {
      Permutations.shuffle(order, random);
      List<String> drawn = new ArrayList<>();
      for (int i = 0; i < own.size(); i++) {
        drawn.add(units.get(order[i]));
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

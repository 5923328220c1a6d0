package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Areas that cannot be told apart, said in three ways. Areas are taken in the order of their
 * estimates, the highest first.
 *
 * <ul>
 *   <li>Whether an area cannot be told apart from the first.
 *   <li>A number of group: the first area opens group 1, and the first area below the opener of a
 *       group, by a test, opens the next. So the openers of two groups next to each other differ,
 *       and no area can be told apart from the opener of its group; the last of a group and the
 *       first of the next may well be tied.
 *   <li>Letters: areas that share a letter cannot be told apart (the compact letter display, Piepho
 *       2004). Each letter is a longest run of areas in the order of their estimates none of whose
 *       pairs differs. An area with few data can be tied with one far from it without a letter in
 *       common, where those between them differ.
 * </ul>
 */
public final class StatisticalTies {
  private static final int ALPHABET = 26;

  private final PairwiseComparison comparison;
  private final int[] order;
  private final int[] groups;
  private final List<List<Integer>> runs;

  private StatisticalTies(
      PairwiseComparison comparison, int[] order, int[] groups, List<List<Integer>> runs) {
    this.comparison = comparison;
    this.order = order;
    this.groups = groups;
    this.runs = runs;
  }

  /**
   * The ties of areas.
   *
   * @param estimates one an area
   * @param comparison of all areas with all others
   */
  public static StatisticalTies of(double[] estimates, PairwiseComparison comparison) {
    int[] order =
        IntStream.range(0, estimates.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -estimates[i]))
            .mapToInt(i -> i)
            .toArray();
    int[] groups = new int[order.length];
    int group = 0;
    int opener = -1;
    for (int area : order) {
      if (opener < 0 || comparison.isAbove(opener, area)) {
        opener = area;
        group++;
      }
      groups[area] = group;
    }

    return new StatisticalTies(comparison, order, groups, runs(order, comparison));
  }

  private static List<List<Integer>> runs(int[] order, PairwiseComparison comparison) {
    List<List<Integer>> runs = new ArrayList<>();
    int end = 0;
    for (int start = 0; start < order.length; start++) {
      int before = end;
      while (end < order.length && isTied(order, start, end, comparison)) {
        end++;
      }
      if (end > before) {
        runs.add(IntStream.range(start, end).mapToObj(at -> order[at]).toList());
      }
    }

    return runs;
  }

  private static boolean isTied(int[] order, int start, int end, PairwiseComparison comparison) {
    return IntStream.range(start, end).noneMatch(at -> comparison.differ(order[at], order[end]));
  }

  /** Whether an area cannot be told apart from the one with the highest estimate. */
  public boolean isTiedWithFirst(int area) {
    return !comparison.differ(order[0], area);
  }

  /** The number of an area's group, from 1. */
  public int group(int area) {
    return groups[area];
  }

  /** The longest runs of areas that cannot be told apart, the highest first; they may overlap. */
  public List<List<Integer>> runs() {
    return runs;
  }

  /** The letters of the runs that hold an area, such as {@code bc}; z is followed by aa. */
  public String letters(int area) {
    String separator = runs.size() > ALPHABET ? " " : "";
    return IntStream.range(0, runs.size())
        .filter(run -> runs.get(run).contains(area))
        .mapToObj(StatisticalTies::letter)
        .collect(Collectors.joining(separator));
  }

  private static String letter(int run) {
    String last = String.valueOf((char) ('a' + run % ALPHABET));
    return run < ALPHABET ? last : letter(run / ALPHABET - 1) + last;
  }
}

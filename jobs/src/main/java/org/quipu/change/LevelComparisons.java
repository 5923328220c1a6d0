package org.quipu.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.change.AssumedDesign.Assumption;
import org.quipu.math.Adjustment;
import org.quipu.math.TestedEstimate;

/**
 * The levels of the domains of one table in one year, each compared with each: the pairs whose
 * order is sure, and the ranks that a domain may have. A rank's interval holds together with those
 * of all other domains with at least 95 % (Mogstad, Romano, Shaikh and Wilhelm 2024, Review of
 * Economic Studies 91): Holm's correction (R: {@code p.adjust}) runs over the one-sided p-values of
 * both directions of every pair.
 *
 * <p>The samples of the domains are taken as independent, which they are where every stratum lies
 * inside one domain, as those of ENDES lie inside one region: the covariance that the design gives
 * two such domains is 0.
 */
public final class LevelComparisons {
  private final List<Level> levels;
  private final List<Comparison> comparisons;

  private LevelComparisons(List<Level> levels, List<Comparison> comparisons) {
    this.levels = levels;
    this.comparisons = comparisons;
  }

  /**
   * Compares levels of one indicator and year. Where a standard error was derived from an assumed
   * design effect, an order is sure if it is so under each effect that may be assumed.
   *
   * @param levels one a domain; all in percent
   */
  public static LevelComparisons of(List<Level> levels) {
    List<Comparison> usual = under(levels, Assumption.USUAL);
    boolean approximated = levels.stream().anyMatch(level -> level.approximation().isPresent());
    List<Comparison> sure =
        approximated
            ? confirmed(
                confirmed(usual, under(levels, Assumption.SMALLEST)),
                under(levels, Assumption.LARGEST))
            : usual;

    return new LevelComparisons(List.copyOf(levels), sure);
  }

  private static List<Comparison> confirmed(List<Comparison> some, List<Comparison> others) {
    return IntStream.range(0, some.size())
        .mapToObj(i -> some.get(i).confirmedBy(others.get(i)))
        .toList();
  }

  private static List<Comparison> under(List<Level> levels, Assumption assumption) {
    List<Level> assumed = levels.stream().map(level -> level.under(assumption)).toList();
    List<Integer> domains = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    List<TestedEstimate> tests = new ArrayList<>();
    for (int i = 0; i < assumed.size(); i++) {
      for (int j = i + 1; j < assumed.size(); j++) {
        domains.add(i);
        others.add(j);
        tests.add(assumed.get(j).changeTo(assumed.get(i), Overlap.NONE));
      }
    }

    double[] adjusted = Adjustment.HOLM.adjust(bothDirections(tests));
    return IntStream.range(0, tests.size())
        .mapToObj(
            pair ->
                new Comparison(
                    domains.get(pair),
                    others.get(pair),
                    tests.get(pair),
                    adjusted[pair],
                    ContrastVerdict.of(tests.get(pair).estimate(), adjusted[pair])))
        .toList();
  }

  /** The one-sided p-values: of the direction that each difference has, then of the other. */
  private static double[] bothDirections(List<TestedEstimate> tests) {
    double[] half = tests.stream().mapToDouble(test -> test.pValue() / 2).toArray();
    double[] both = Arrays.copyOf(half, 2 * half.length);
    for (int pair = 0; pair < half.length; pair++) {
      both[half.length + pair] = 1 - half[pair];
    }

    return both;
  }

  /** Each domain with each that comes after it. */
  public List<Comparison> pairs() {
    return comparisons;
  }

  /** How many pairs were tested. */
  public int tests() {
    return (int) comparisons.stream().filter(pair -> pair.difference().isTested()).count();
  }

  /** Where each domain stands, in their order. */
  public List<Position> positions() {
    int count = levels.size();
    int[] higher = new int[count];
    int[] lower = new int[count];
    for (Comparison pair : comparisons) {
      if (pair.verdict() == ContrastVerdict.HIGHER) {
        lower[pair.domain()]++;
        higher[pair.other()]++;
      } else if (pair.verdict() == ContrastVerdict.LOWER) {
        higher[pair.domain()]++;
        lower[pair.other()]++;
      }
    }

    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Position(
                    1 + above(i),
                    1 + higher[i],
                    count - lower[i],
                    higher[i],
                    lower[i],
                    count - 1 - higher[i] - lower[i],
                    count))
        .toList();
  }

  private int above(int domain) {
    double own = levels.get(domain).percent();
    return (int) levels.stream().filter(level -> level.percent() > own).count();
  }
}

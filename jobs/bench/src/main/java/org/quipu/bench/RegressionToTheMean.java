package org.quipu.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.AssociationSpec;
import org.quipu.association.AssociationVerdict;
import org.quipu.association.CorrectedAnalysis;
import org.quipu.association.CorrectedTest;
import org.quipu.association.CoverageNotes;
import org.quipu.association.Method;
import org.quipu.association.MethodResult;
import org.quipu.association.Region;
import org.quipu.association.TestFamily;
import org.quipu.math.Distributions;

/**
 * How often each method says that violence fell more, or less, where coverage was higher, on data
 * whose truth is known: {@code jobs/bench/regression-to-the-mean [CALLS]}. A call asks twelve
 * questions of 25 regions, four indicators with levels and sampling errors as ENDES has them by
 * three measures of coverage. Coverage follows nothing, the published first figure, the true first
 * level, or half of each, closely (noise of a quarter of the level's spread), fairly or loosely (as
 * much noise as spread). In three worlds nothing changes, true changes differ by chance, or true
 * levels draw together; in a fourth, coverage brings violence down. Seeded: two runs print the
 * same.
 *
 * <p>Prints, for each method, the percentage of questions in which its verdict, corrected for the
 * questions of the call, is that violence fell more and that it fell less; in brackets the same at
 * 5 % without correction.
 */
public final class RegressionToTheMean {
  private static final int REGIONS = 25;
  private static final long SEED = 20240614;

  /** The mean level of an indicator in percent, the spread between regions, the sampling error. */
  private record Indicator(double level, double spread, double error) {}

  // ENDES 2021: any form, psychological, physical and sexual violence ever, by region.
  private static final List<Indicator> INDICATORS =
      List.of(
          new Indicator(55, 6.3, 2.2),
          new Indicator(50, 6, 2.3),
          new Indicator(30, 6.6, 2),
          new Indicator(6.7, 2.6, 1.1));

  /** The noise of coverage, in spreads of the level. */
  private static final double[] NOISES = {0.25, 0.5, 1};

  /** What coverage followed: shares of the published figure and of the true level. */
  private enum Followed {
    NOTHING(0, 0),
    PUBLISHED_FIGURE(1, 0),
    TRUE_LEVEL(0, 1),
    HALF_OF_EACH(0.5, 0.5);

    private final double published;
    private final double real;

    Followed(double published, double real) {
      this.published = published;
      this.real = real;
    }
  }

  /**
   * How true levels change, in spreads of the level: differing by chance, drawing together by a
   * share of their distance, falling by a unit of coverage.
   */
  private enum World {
    NOTHING_CHANGED(0, 0, 0),
    CHANGES_BY_CHANCE(0.3, 0, 0),
    LEVELS_DRAW_TOGETHER(0, 0.3, 0),
    COVERAGE_ACTS(0, 0, 0.5);

    private final double chance;
    private final double together;
    private final double effect;

    World(double chance, double together, double effect) {
      this.chance = chance;
      this.together = together;
      this.effect = effect;
    }
  }

  private static final List<Method> METHODS =
      List.of(
          Method.META_REGRESSION_TRUNCATED,
          Method.META_REGRESSION_ADJUSTED,
          Method.META_REGRESSION_OBSERVED_BASELINE,
          Method.META_REGRESSION_EQUAL_LEVELS);

  /** How many answers say what; counted by method. */
  private static final class Tally {
    private int more;
    private int less;
    private int moreAlone;
    private int lessAlone;

    void add(MethodResult result, CorrectedTest test) {
      more += test.verdict() == AssociationVerdict.NEGATIVE ? 1 : 0;
      less += test.verdict() == AssociationVerdict.POSITIVE ? 1 : 0;
      boolean found = result.test().pValue() < 0.05;
      moreAlone += found && result.test().estimate() < 0 ? 1 : 0;
      lessAlone += found && result.test().estimate() > 0 ? 1 : 0;
    }

    String of(int questions) {
      double each = 100.0 / questions;
      return String.format(
          Locale.ROOT,
          "%5.1f [%5.1f]  %5.1f [%5.1f]",
          more * each,
          moreAlone * each,
          less * each,
          lessAlone * each);
    }
  }

  private RegressionToTheMean() {}

  public static void main(String[] arguments) {
    int calls = arguments.length == 0 ? 84 : Integer.parseInt(arguments[0]);
    int questions = calls * INDICATORS.size() * NOISES.length;
    System.out.println(questions + " questions a line; percent that say fell more, fell less");
    for (World world : World.values()) {
      for (Followed followed : Followed.values()) {
        System.out.printf("%s, coverage followed %s%n", words(world), words(followed));
        tallies(world, followed, calls)
            .forEach(
                (method, tally) ->
                    System.out.printf("  %-36s %s%n", method.code(), tally.of(questions)));
      }
    }
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Map<Method, Tally> tallies(World world, Followed followed, int calls) {
    Map<Method, Tally> tallies = new LinkedHashMap<>();
    METHODS.forEach(method -> tallies.put(method, new Tally()));
    SplittableRandom random = new SplittableRandom(SEED);
    for (int call = 0; call < calls; call++) {
      for (CorrectedAnalysis answer : call(world, followed, random.split())) {
        List<MethodResult> results = answer.analysis().results();
        for (int i = 0; i < results.size(); i++) {
          Tally tally = tallies.get(results.get(i).method());
          if (tally != null) {
            tally.add(results.get(i), answer.tests().get(i));
          }
        }
      }
    }

    return tallies;
  }

  /** The questions of one call, answered and corrected together. */
  private static List<CorrectedAnalysis> call(
      World world, Followed followed, SplittableRandom random) {
    AssociationAnalysis.Settings quick = new AssociationAnalysis.Settings(99, 100, SEED);
    List<AssociationAnalysis> analyses = new ArrayList<>();
    for (Indicator indicator : INDICATORS) {
      for (double noise : NOISES) {
        List<Region> regions =
            IntStream.range(0, REGIONS)
                .mapToObj(i -> region(i, indicator, world, followed, noise, random))
                .toList();
        AssociationSpec question =
            new AssociationSpec(
                "level " + indicator.level(),
                "noise " + noise,
                null,
                null,
                regions,
                List.of(),
                List.of(),
                CoverageNotes.NONE,
                TestFamily.ALL);
        analyses.add(AssociationAnalysis.of(question, quick));
      }
    }

    return CorrectedAnalysis.of(analyses);
  }

  private static Region region(
      int i, Indicator of, World world, Followed followed, double noise, SplittableRandom random) {
    double error1 = of.error() * (0.7 + 0.6 * random.nextDouble());
    double error2 = of.error() * (0.7 + 0.6 * random.nextDouble());
    double real = of.spread() * normal(random);
    double published = real + error1 * normal(random);
    double spread = followed == Followed.NOTHING ? 1 : noise;
    double coverage =
        (followed.published * published + followed.real * real) / of.spread()
            + spread * normal(random);
    double change =
        of.spread() * (world.chance * normal(random) - world.effect * coverage)
            - world.together * real;
    double second = real + change + error2 * normal(random);
    return new Region(
        String.valueOf(i),
        second - published,
        Math.hypot(error1, error2),
        of.level() + published,
        error1,
        0,
        coverage,
        List.of());
  }

  private static double normal(SplittableRandom random) {
    return Distributions.normalQuantile(random.nextDouble());
  }
}

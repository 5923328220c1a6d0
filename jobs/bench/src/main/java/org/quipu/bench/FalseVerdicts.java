package org.quipu.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.change.AssumedDesign;
import org.quipu.change.Change;
import org.quipu.change.ChangeFamily;
import org.quipu.change.ChangeVerdict;
import org.quipu.change.Level;
import org.quipu.change.LevelPair;
import org.quipu.change.LevelPair.Definition;
import org.quipu.change.Overlap;
import org.quipu.change.SurveyTotals;
import org.quipu.change.SurveyTotals.Samples;
import org.quipu.change.TwoYearTotals;
import org.quipu.math.Adjustment;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.InMemoryEstimator;
import org.quipu.survey.Outcome;

/**
 * How often a change is found where there is none: {@code jobs/bench/false-verdicts}. Draws
 * families of 25 regions in which nothing changed, with and without clusters that both years share,
 * and counts those with a verdict of decrease or increase. Prints a line for each way of testing
 * and, last, one JSON object. A way that claims to hold the error of a family at 5 % and does not,
 * by more than the draws can explain, ends with exit code 1.
 */
public final class FalseVerdicts {
  private static final double PROMISED = 0.05;

  /** Two thirds of the clusters of ENDES 2021-2024 stay from one year to the next. */
  private static final double STAYING = 2 / 3.0;

  private static final DomainTable REGIONS = DomainTable.of(SimulatedYears.REGION);
  private static final String FROM = "2023";
  private static final String TO = "2024";

  private final int families;
  private final long seed;

  /** A way of testing the changes of a family. */
  private enum Way {
    INDEPENDENT("independent samples", 0, true),
    SHARED("shared clusters, covariance counted", STAYING, true),
    SHARED_UNKNOWN("shared clusters, independence assumed", STAYING, true),
    ASSUMED("independent samples, errors assumed", 0, true),
    SHARED_ASSUMED("shared clusters, errors assumed", STAYING, true),
    ASSUMED_ONCE("independent samples, 1.7 assumed alone", 0, false),
    UNCORRECTED("independent samples, without correction", 0, false);

    private final String label;
    private final double shared;

    /** Whether at most 5 % of families are to be wrong; the others are there to compare. */
    private final boolean holds;

    Way(String label, double shared, boolean holds) {
      this.label = label;
      this.shared = shared;
      this.holds = holds;
    }
  }

  private FalseVerdicts(int families, long seed) {
    this.families = families;
    this.seed = seed;
  }

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.US);
    int families = 4000;
    long seed = 1;
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      switch (rest.next()) {
        case "--families" -> families = Integer.parseInt(rest.next());
        case "--seed" -> seed = Long.parseLong(rest.next());
        default ->
            throw new IllegalArgumentException(
                "usage: jobs/bench/false-verdicts [--families N] [--seed N]");
      }
    }

    System.exit(new FalseVerdicts(families, seed).report() ? 0 : 1);
  }

  private boolean report() {
    Map<Way, Integer> wrong = new EnumMap<>(Way.class);
    for (double shared : new double[] {0, STAYING}) {
      IntStream.range(0, families)
          .parallel()
          .mapToObj(family -> wrong(family, shared))
          .toList()
          .forEach(ways -> ways.forEach(way -> wrong.merge(way, 1, Integer::sum)));
    }

    boolean kept = true;
    for (Way way : Way.values()) {
      double share = wrong.getOrDefault(way, 0) / (double) families;
      double chance = 1.96 * Math.sqrt(share * (1 - share) / families);
      kept &= !way.holds || share - chance <= PROMISED;
      System.out.printf(
          "%-42s %5.2f %% of %d families, ± %.2f%n",
          way.label, 100 * share, families, 100 * chance);
    }

    System.out.printf(
        "{\"families\":%d,\"seed\":%d%s}%n",
        families,
        seed,
        Arrays.stream(Way.values())
            .map(
                way ->
                    ",\""
                        + way.name().toLowerCase(Locale.ROOT)
                        + "\":"
                        + wrong.getOrDefault(way, 0))
            .reduce("", String::concat));
    return kept;
  }

  /** The ways that find a change in this family. */
  private List<Way> wrong(int family, double shared) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + family);
    Estimates estimates =
        InMemoryEstimator.estimate(
            SimulatedYears.draw(random, shared),
            SimulatedYears.YEAR,
            Design.clusters(SimulatedYears.CLUSTER)
                .strata(SimulatedYears.STRATUM)
                .weights(SimulatedYears.WEIGHT),
            Stream.concat(
                    Stream.of(Outcome.proportion(SimulatedYears.ANSWER)),
                    SurveyTotals.outcomes(SimulatedYears.ANSWER, SimulatedYears.ASKED).stream())
                .toList(),
            List.of(REGIONS));
    return Arrays.stream(Way.values())
        .filter(way -> way.shared == shared)
        .filter(way -> changes(way, estimates).anyMatch(FalseVerdicts::isFound))
        .toList();
  }

  private static boolean isFound(ChangeVerdict verdict) {
    return verdict == ChangeVerdict.DECREASE || verdict == ChangeVerdict.INCREASE;
  }

  private static Stream<ChangeVerdict> changes(Way way, Estimates estimates) {
    return switch (way) {
      case INDEPENDENT, SHARED_UNKNOWN -> verdicts(estimated(estimates, Samples.INDEPENDENT));
      case SHARED -> verdicts(estimated(estimates, Samples.SHARED_CLUSTERS));
      case ASSUMED, SHARED_ASSUMED -> verdicts(assumed(estimates));
      case ASSUMED_ONCE ->
          assumed(estimates).changes(AssumedDesign.Assumption.USUAL).stream().map(Change::verdict);
      case UNCORRECTED ->
          estimated(estimates, Samples.INDEPENDENT).changes().stream().map(Change::uncorrected);
    };
  }

  private static Stream<ChangeVerdict> verdicts(ChangeFamily family) {
    return family.changes().stream().map(Change::verdict);
  }

  /** With the standard errors of the survey. */
  private static ChangeFamily estimated(Estimates estimates, Samples samples) {
    List<String> regions =
        IntStream.range(0, SimulatedYears.REGIONS).mapToObj(SimulatedYears::region).toList();
    TwoYearTotals totals =
        new SurveyTotals(estimates, samples)
            .of(SimulatedYears.ANSWER, REGIONS.name(), regions, FROM, TO);
    return family(
        region ->
            new LevelPair(
                level(estimate(estimates, FROM, region)),
                level(estimate(estimates, TO, region)),
                totals.overlap(region),
                Definition.SAME));
  }

  /** As of figures that were published without a standard error. */
  private static ChangeFamily assumed(Estimates estimates) {
    return family(
        region ->
            new LevelPair(
                approximated(estimate(estimates, FROM, region)),
                approximated(estimate(estimates, TO, region)),
                Overlap.NONE,
                Definition.SAME));
  }

  private static ChangeFamily family(IntFunction<LevelPair> region) {
    return ChangeFamily.of(
        IntStream.range(0, SimulatedYears.REGIONS).mapToObj(region).toList(), Adjustment.HOLM);
  }

  private static Estimate estimate(Estimates estimates, String year, int region) {
    return estimates
        .find(year, SimulatedYears.ANSWER, REGIONS.name(), SimulatedYears.region(region))
        .orElseThrow();
  }

  private static Level level(Estimate estimate) {
    return new Level(100 * estimate.estimate(), 100 * estimate.standardError(), estimate.df());
  }

  private static Level approximated(Estimate estimate) {
    return Level.approximated(
        100 * estimate.estimate(), (double) estimate.n(), AssumedDesign.REGION);
  }
}

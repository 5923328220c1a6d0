package org.quipu.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.quipu.smallarea.SampleOutlook;
import org.quipu.smallarea.SamplePlan;
import org.quipu.smallarea.SmallAreaEstimate;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.smallarea.SmallAreaStudy;

/**
 * What {@code small_area_planning} expects of more years, from a sample of one, beside what samples
 * of so many years give of the same truth.
 */
final class AreaPlans {
  private static final int DRAWS = 100;

  /** How many years each plan pools. */
  private static final Map<SamplePlan, Integer> YEARS =
      new EnumMap<>(
          Map.of(
              SamplePlan.AS_IS, 1,
              SamplePlan.YEARS_2, 2,
              SamplePlan.YEARS_3, 3,
              SamplePlan.YEARS_4, 4));

  /** The mean width of intervals in points, and how many of the highest provinces are found. */
  private record Outcome(double width, double hits) {
    Outcome plus(Outcome other, double share) {
      return new Outcome(width + share * other.width, hits + share * other.hits);
    }
  }

  private record Pair(Outcome expected, Outcome found) {}

  private AreaPlans() {}

  /** Prints a line a plan. */
  static void report(AreaLayout layout, int samples, long seed) {
    Map<SamplePlan, Outcome> expected = new EnumMap<>(SamplePlan.class);
    Map<SamplePlan, Outcome> found = new EnumMap<>(SamplePlan.class);
    YEARS
        .keySet()
        .forEach(
            plan -> {
              expected.put(plan, new Outcome(0, 0));
              found.put(plan, new Outcome(0, 0));
            });
    IntStream.range(0, samples)
        .parallel()
        .mapToObj(sample -> pairs(layout, seed * 1_000_003 + sample))
        .toList()
        .forEach(
            pairs ->
                pairs.forEach(
                    (plan, pair) -> {
                      expected.merge(
                          plan, pair.expected, (sum, one) -> sum.plus(one, 1.0 / samples));
                      found.merge(plan, pair.found, (sum, one) -> sum.plus(one, 1.0 / samples));
                    }));
    System.out.printf("%nplans, %s, %d samples: expected > found%n", layout.name(), samples);
    YEARS
        .keySet()
        .forEach(
            plan ->
                System.out.printf(
                    "%-10s width %5.2f > %5.2f, of the top 20 %5.2f > %5.2f%n",
                    plan.code(),
                    expected.get(plan).width,
                    found.get(plan).width,
                    expected.get(plan).hits,
                    found.get(plan).hits));
  }

  private static Map<SamplePlan, Pair> pairs(AreaLayout layout, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    AreaTruth truth = AreaTruth.draw(layout, random);
    Map<SamplePlan, Pair> pairs = new EnumMap<>(SamplePlan.class);
    List<SampleOutlook> outlooks = List.of();
    for (Map.Entry<SamplePlan, Integer> plan : YEARS.entrySet()) {
      SmallAreaStudy study =
          study(AreaSample.draw(layout.pooled(plan.getValue()), truth, random), seed);
      if (plan.getKey() == SamplePlan.AS_IS) {
        outlooks = study.outlooks(1);
      }
      Outcome expected =
          outlooks.stream()
              .filter(outlook -> outlook.plan() == plan.getKey() && outlook.area().isEmpty())
              .map(outlook -> new Outcome(100 * outlook.width(), outlook.hits()))
              .findFirst()
              .orElseThrow();
      pairs.put(plan.getKey(), new Pair(expected, found(study, truth)));
    }

    return pairs;
  }

  private static SmallAreaStudy study(AreaSample sample, long seed) {
    return SmallAreaStudy.of(
        SmallAreaSpec.bayes().withDraws(DRAWS, seed),
        sample.direct(),
        sample.areas().covariates(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(sample.clusters()));
  }

  private static Outcome found(SmallAreaStudy study, AreaTruth truth) {
    List<SmallAreaEstimate> estimates = study.estimates();
    double width =
        estimates.stream().mapToDouble(area -> area.high() - area.low()).average().orElseThrow();
    List<Integer> best = AreaScore.highest(truth.prevalence());
    double hits =
        (double)
            AreaScore.highest(
                    estimates.stream().mapToDouble(SmallAreaEstimate::benchmarked).toArray())
                .stream()
                .filter(best::contains)
                .count();
    return new Outcome(100 * width, hits);
  }
}

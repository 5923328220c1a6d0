package org.quipu.bench;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quipu.smallarea.DirectEstimate;
import org.quipu.smallarea.SamplingVariances;
import org.quipu.spark.Sessions;
import org.quipu.store.Store;

/**
 * How near estimates of provinces are to a known truth, by method: {@code jobs/bench/small-areas}.
 * Prints tables for each layout of clusters and, last, one JSON object a line. Exit code 1: the
 * default method does not keep what the README of this folder says of it.
 */
public final class SmallAreas {
  private static final String USAGE =
      "usage: jobs/bench/small-areas [--samples N] [--seed N] [--store DIR] [--indicator I]"
          + " [--plans]";

  /** The default's RMSE is at most so many percent above the cluster model's. */
  private static final double RMSE_MARGIN = 3;

  private static final double LOWEST_COVERAGE = 93;
  private static final double HIGHEST_COVERAGE = 97;

  /** How far a probability may be from what is true, in the deciles up to 0.8. */
  private static final double CALIBRATION = 0.06;

  private static final int CALIBRATED_DECILES = 8;

  /** The cluster model, which takes longest, is fitted to every fifth sample. */
  private static final int CLUSTER_STEP = 5;

  private final AreaLayout layout;
  private final Map<AreaMethod, AreaScore> scores = new EnumMap<>(AreaMethod.class);

  /** The same in the samples to which the cluster model is fitted. */
  private final Map<AreaMethod, AreaScore> besideClusters = new EnumMap<>(AreaMethod.class);

  private final Map<AreaChoices.Choice, Double> regrets = new EnumMap<>(AreaChoices.Choice.class);
  private final AtomicInteger failed = new AtomicInteger();
  private double deff;

  private SmallAreas(AreaLayout layout) {
    this.layout = layout;
  }

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.US);
    int samples = 300;
    long seed = 1;
    boolean plans = false;
    String store = null;
    String indicator = "partner_violence_physical_ever";
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      switch (rest.next()) {
        case "--samples" -> samples = Integer.parseInt(rest.next());
        case "--seed" -> seed = Long.parseLong(rest.next());
        case "--store" -> store = rest.next();
        case "--indicator" -> indicator = rest.next();
        case "--plans" -> plans = true;
        default -> throw new IllegalArgumentException(USAGE);
      }
    }

    AreaLayout layout = AreaLayout.demo();
    if (store != null) {
      layout = AreaLayout.of(Store.existing(store), indicator);
      Sessions.stop();
    }

    if (plans) {
      AreaPlans.report(layout, samples, seed);
      return;
    }

    boolean kept = new SmallAreas(layout.selfWeighting()).report(samples, seed);
    kept &= new SmallAreas(layout).report(samples, seed);
    System.exit(kept ? 0 : 1);
  }

  private boolean report(int samples, long seed) {
    IntStream.range(0, samples)
        .parallel()
        .mapToObj(sample -> sample(seed * 1_000_003 + sample, sample % CLUSTER_STEP == 0))
        .toList()
        .forEach(sample -> add(sample, samples));
    long sampled =
        layout.clusters().stream().mapToInt(AreaLayout.Cluster::province).distinct().count();
    System.out.printf(
        "%n%s: %d clusters with %d women in %d of %d provinces, pooled deff %.2f, %d samples%n",
        layout.name(),
        layout.clusters().size(),
        layout.clusters().stream().mapToInt(AreaLayout.Cluster::women).sum(),
        sampled,
        layout.provinces().size(),
        deff,
        samples);
    System.out.printf(
        "%-45s %6s %9s %7s %7s %7s   %s%n",
        "", "RMSE", "95 % hold", "width", "top 20", "share", "without sample");
    scores.forEach(
        (method, score) ->
            System.out.printf(
                "%-45s %6.2f %7.1f %% %7.1f %7.1f %5.1f %%   %6.2f %7.1f %%%n",
                method.label(),
                score.rmse(),
                score.coverage(),
                score.width(),
                score.found(),
                score.share(),
                score.rmseOfOthers(),
                score.coverageOfOthers()));
    System.out.printf(
        "the cluster model in %d samples; it could not be fitted to %d others%n",
        (samples + CLUSTER_STEP - 1) / CLUSTER_STEP - failed.get(), failed.get());
    calibration();
    regrets.forEach(
        (choice, regret) ->
            System.out.printf("%-45s misses %.2f %% of the women%n", choice.label(), regret));
    return kept();
  }

  /** Of the methods with draws: claimed probability, true share and number by decile. */
  private void calibration() {
    List<AreaMethod> methods = List.of(AreaMethod.NESTED, AreaMethod.DEFAULT, AreaMethod.CLUSTER);
    System.out.println(
        "probability of the top 20, claimed > true (number): "
            + methods.stream().map(AreaMethod::label).collect(Collectors.joining("; ")));
    for (int decile = 0; decile < AreaScore.deciles(); decile++) {
      int at = decile;
      System.out.println(
          methods.stream()
              .map(scores::get)
              .map(
                  score ->
                      "  %.2f > %.2f (%5.0f)"
                          .formatted(score.claimed(at), score.held(at), score.counted(at)))
              .collect(Collectors.joining()));
    }
  }

  private record Sample(
      Map<AreaMethod, AreaScore> scores, Map<AreaChoices.Choice, Double> regrets, double deff) {}

  private Sample sample(long seed, boolean withClusters) {
    SplittableRandom random = new SplittableRandom(seed);
    AreaTruth truth = AreaTruth.draw(layout, random);
    AreaSample sample = AreaSample.draw(layout, truth, random);
    List<DirectEstimate> direct = sample.direct();
    boolean[] sampled = new boolean[direct.size()];
    for (int i = 0; i < sampled.length; i++) {
      sampled[i] = direct.get(i).isSampled();
    }

    Map<AreaMethod, AreaMethod.Result> results = AreaMethod.areaLevel(sample, seed);
    if (withClusters) {
      try {
        results.put(AreaMethod.CLUSTER, AreaMethod.clusters(layout, sample, seed));
      } catch (ArithmeticException e) {
        // Counted: there are no estimates of a model whose likelihood has no maximum inside.
        failed.incrementAndGet();
      }
    }
    Map<AreaMethod, AreaScore> found = new EnumMap<>(AreaMethod.class);
    results.forEach(
        (method, result) -> found.put(method, AreaScore.of(result, sampled, truth.prevalence())));
    return new Sample(
        found,
        AreaChoices.regrets(
            layout,
            results.get(AreaMethod.DIRECT).estimate(),
            results.get(AreaMethod.DEFAULT).estimate(),
            truth.prevalence()),
        SamplingVariances.pooledDeff(direct));
  }

  private void add(Sample sample, int samples) {
    if (sample.scores.containsKey(AreaMethod.CLUSTER)) {
      sample.scores.forEach((method, score) -> merge(besideClusters, method, score));
    }
    sample.scores.forEach((method, score) -> merge(scores, method, score));
    sample.regrets.forEach(
        (choice, regret) -> regrets.merge(choice, regret / samples, Double::sum));
    deff += sample.deff / samples;
  }

  private static void merge(Map<AreaMethod, AreaScore> into, AreaMethod method, AreaScore score) {
    into.computeIfAbsent(method, any -> AreaScore.empty()).add(score);
  }

  /** How far the RMSE of a method is above the cluster model's in the same samples, in percent. */
  private double aboveClusters(AreaMethod method) {
    return 100
        * (besideClusters.get(method).rmse() / besideClusters.get(AreaMethod.CLUSTER).rmse() - 1);
  }

  private boolean kept() {
    AreaScore score = scores.get(AreaMethod.DEFAULT);
    double above = aboveClusters(AreaMethod.NESTED);
    double worst =
        IntStream.range(0, CALIBRATED_DECILES)
            .mapToDouble(decile -> Math.abs(score.claimed(decile) - score.held(decile)))
            .max()
            .orElseThrow();
    double targets = regrets.get(AreaChoices.Choice.TARGETS);
    System.out.printf(
        "{\"layout\":\"%s\",\"rmse\":%.3f,\"model_above_clusters_percent\":%.2f,\"default_above_clusters_percent\":%.2f,\"coverage\":%.2f,"
            + "\"worst_decile\":%.3f,\"regret\":%.3f,\"regret_by_estimate\":%.3f,\"regret_by_direct\":%.3f}%n",
        layout.name(),
        score.rmse(),
        above,
        aboveClusters(AreaMethod.DEFAULT),
        score.coverage(),
        worst,
        targets,
        regrets.get(AreaChoices.Choice.BY_ESTIMATE),
        regrets.get(AreaChoices.Choice.BY_DIRECT));
    return above <= RMSE_MARGIN
        && score.coverage() >= LOWEST_COVERAGE
        && score.coverage() <= HIGHEST_COVERAGE
        && worst <= CALIBRATION
        && targets < regrets.get(AreaChoices.Choice.BY_ESTIMATE)
        && targets < regrets.get(AreaChoices.Choice.BY_DIRECT);
  }
}

package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well a model foretells direct estimates that it has not seen: of a fifth of the clusters of
 * each area, five times over, and of all areas of a group without any data of the group. Held-out
 * estimates have sampling errors of their own, so that scores compare models and no score is an
 * error of the model. The design effect is that of the whole sample.
 *
 * <p>Clusters are split within areas, as leaving out whole areas may rank models the wrong way
 * round: an area's own data are most of what makes it differ.
 */
final class CrossValidation {
  private static final int FOLDS = 5;

  private final SmallAreaSpec spec;
  private final List<DirectEstimate> areas;
  private final AreaCovariates covariates;
  private final OptionalDouble deff;
  private final AreaPredictor predictor;

  CrossValidation(
      SmallAreaSpec spec,
      List<DirectEstimate> areas,
      AreaCovariates covariates,
      double deff,
      AreaPredictor predictor) {
    this.spec = spec;
    this.areas = areas;
    this.covariates = covariates;
    this.deff = OptionalDouble.of(deff);
    this.predictor = predictor;
  }

  /** Adds the checks that leave one group of areas out at a time; none where there is one group. */
  void leaveGroupsOut(AreaData data, Map<Diagnostic, Double> checks) {
    List<String> groups = areas.stream().map(DirectEstimate::group).distinct().toList();
    PredictiveScores model = new PredictiveScores(spec.scale());
    PredictiveScores others = new PredictiveScores(spec.scale());
    for (String group : groups) {
      int[] left = IntStream.of(data.sampled()).filter(i -> isIn(i, group)).toArray();
      int[] stay = IntStream.of(data.sampled()).filter(i -> !isIn(i, group)).toArray();
      if (left.length == 0 || stay.length <= data.terms().size()) {
        continue;
      }

      double[] direct = data.direct().clone();
      IntStream.of(left).forEach(i -> direct[i] = Double.NaN);
      AreaPredictor refitted =
          predictor.refit(
              new AreaData(data.areas(), direct, data.variances(), data.terms(), data.design()));
      double rest = spec.scale().of(mean(stay));
      for (int i : left) {
        double estimate = data.direct()[i];
        double variance = data.variances()[i];
        double weight = 1 / variance;
        model.add(refitted.scaled(i), refitted.scaledMse(i), estimate, variance, weight);
        others.add(rest, 0, estimate, variance, weight);
      }
    }
    if (!model.isEmpty()) {
      checks.put(Diagnostic.GROUP_OUT_COVERAGE, model.coverage());
      checks.put(Diagnostic.GROUP_OUT_LOG_SCORE_MODEL, model.logScore());
      checks.put(Diagnostic.GROUP_OUT_LOG_SCORE_REST, others.logScore());
      checks.put(Diagnostic.GROUP_OUT_RMSE_MODEL, model.rootMeanSquare());
      checks.put(Diagnostic.GROUP_OUT_RMSE_REST, others.rootMeanSquare());
    }
  }

  private boolean isIn(int area, String group) {
    return areas.get(area).group().equals(group);
  }

  /** The mean of direct estimates, by interviews where they are known. */
  private double mean(int[] of) {
    double sum = 0;
    double weights = 0;
    for (int i : of) {
      double weight = areas.get(i).n() > 0 ? areas.get(i).n() : 1;
      sum += weight * areas.get(i).estimate();
      weights += weight;
    }

    return sum / weights;
  }

  /** Adds the checks that leave a part of each area's clusters out at a time. */
  void leaveClustersOut(ClusterSample sample, Map<Diagnostic, Double> checks) {
    Map<String, Integer> folds = folds(sample);
    PredictiveScores model = new PredictiveScores(spec.scale());
    PredictiveScores direct = new PredictiveScores(spec.scale());
    PredictiveScores group = new PredictiveScores(spec.scale());
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      ClusterSample kept = sample.only(count -> folds.get(key(sample, count)) != out);
      ClusterSample held = sample.only(count -> folds.get(key(sample, count)) == out);
      Optional<Part> seen = part(kept.ofAreas(), DirectEstimate::area);
      Optional<Part> unseen = part(held.ofAreas(), DirectEstimate::area);
      Optional<Part> groups = part(kept.ofGroups(), DirectEstimate::group);
      if (seen.isPresent() && unseen.isPresent() && groups.isPresent()) {
        compare(seen.get(), unseen.get(), groups.get(), model, direct, group);
      }
    }
    if (!model.isEmpty()) {
      checks.put(Diagnostic.CLUSTERS_OUT_COVERAGE, model.coverage());
      checks.put(Diagnostic.CLUSTERS_OUT_LOG_SCORE_MODEL, model.logScore());
      checks.put(Diagnostic.CLUSTERS_OUT_LOG_SCORE_DIRECT, direct.logScore());
      checks.put(Diagnostic.CLUSTERS_OUT_LOG_SCORE_GROUP, group.logScore());
      checks.put(Diagnostic.CLUSTERS_OUT_RMSE_MODEL, model.rootMeanSquare());
      checks.put(Diagnostic.CLUSTERS_OUT_RMSE_DIRECT, direct.rootMeanSquare());
      checks.put(Diagnostic.CLUSTERS_OUT_RMSE_GROUP, group.rootMeanSquare());
    }
  }

  /** Scores what is foretold of the part that is held out. */
  private void compare(
      Part seen,
      Part unseen,
      Part groups,
      PredictiveScores model,
      PredictiveScores direct,
      PredictiveScores group) {
    AreaPredictor refitted = predictor.refit(seen.data());
    for (int i = 0; i < areas.size(); i++) {
      if (unseen.has(i) && seen.has(i) && groups.has(i)) {
        double estimate = unseen.values[i];
        double variance = unseen.variances[i];
        double n = unseen.areas.get(i).n();
        model.add(refitted.scaled(i), refitted.scaledMse(i), estimate, variance, n);
        direct.add(seen.values[i], seen.variances[i], estimate, variance, n);
        group.add(groups.values[i], groups.variances[i], estimate, variance, n);
      }
    }
  }

  /** A part of the sample; empty where it is too small for the variances of its estimates. */
  private Optional<Part> part(
      List<DirectEstimate> estimates, Function<DirectEstimate, String> key) {
    List<DirectEstimate> ordered = inOrder(estimates, areas, key);
    return SamplingVariances.areKnown(ordered, spec.scale(), spec.variances())
        ? Optional.of(new Part(ordered))
        : Optional.empty();
  }

  /** Direct estimates on the scale of the model. */
  private final class Part {
    private final List<DirectEstimate> areas;
    private final double[] values;
    private final double[] variances;

    Part(List<DirectEstimate> areas) {
      SamplingVariances smoothed =
          SamplingVariances.of(areas, spec.scale(), spec.variances(), deff);
      this.areas = areas;
      this.values = smoothed.direct();
      this.variances = smoothed.variances();
    }

    boolean has(int area) {
      return areas.get(area).isSampled();
    }

    AreaData data() {
      return new AreaData(
          areas.stream().map(DirectEstimate::area).toList(),
          values,
          variances,
          covariates.terms(),
          covariates.design());
    }
  }

  /** The estimates of areas in their order, without sample where there is none. */
  private static List<DirectEstimate> inOrder(
      List<DirectEstimate> estimates,
      List<DirectEstimate> areas,
      Function<DirectEstimate, String> key) {
    Map<String, DirectEstimate> byKey =
        estimates.stream().collect(Collectors.toMap(DirectEstimate::area, Function.identity()));
    return areas.stream()
        .map(
            area ->
                byKey.getOrDefault(key.apply(area), DirectEstimate.none(area.area(), area.group())))
        .toList();
  }

  private static String key(ClusterSample sample, ClusterCount count) {
    return sample.area().apply(count) + "|" + count.stratum() + "|" + count.cluster();
  }

  /** The fold of each cluster: those of an area are dealt out at random. */
  private Map<String, Integer> folds(ClusterSample sample) {
    Map<String, TreeSet<String>> byArea = new TreeMap<>();
    for (ClusterCount count : sample.counts()) {
      byArea
          .computeIfAbsent(sample.area().apply(count), area -> new TreeSet<>())
          .add(key(sample, count));
    }

    Random random = new Random(spec.seed());
    Map<String, Integer> folds = new HashMap<>();
    for (TreeSet<String> clusters : byArea.values()) {
      List<String> dealt = new ArrayList<>(clusters);
      Collections.shuffle(dealt, random);
      int first = random.nextInt(FOLDS);
      for (int c = 0; c < dealt.size(); c++) {
        folds.put(dealt.get(c), (first + c) % FOLDS);
      }
    }

    return folds;
  }
}

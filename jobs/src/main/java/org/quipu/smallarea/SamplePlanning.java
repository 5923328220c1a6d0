package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.quipu.math.Distributions;

/**
 * What a bigger sample would buy: a preposterior analysis (Raiffa and Schlaifer 1961) of the nested
 * model with its variances fixed at their means. Given the variances, the width of an interval on
 * the scale of the model does not depend on what the sample will say. How many of the highest areas
 * would be found is an average over joint draws of the true values and of the further sample.
 *
 * <p>Years that are pooled: a third of a panel's clusters leave each year and others come, so that
 * two, three and four years have 4/3, 5/3 and twice the clusters of one, with two, three and four
 * times the interviews. A direct estimate's variance is in proportion to (1 + (b − 1)ρ) / n, with n
 * interviews, b of them in each cluster over all years, and ρ the correlation within clusters. With
 * ρ = 1 clusters alone count. Nothing is said of change over the years.
 *
 * <p>Intervals are those before benchmarking, and narrower than those of a model that does not know
 * its variances.
 */
final class SamplePlanning {
  private static final int DRAWS = 400;
  private static final int CLUSTERS = 10;
  private static final double REACH = Distributions.critical(0.95, Double.NaN);

  private final List<DirectEstimate> areas;
  private final AreaData data;
  private final AreaPredictor predictor;
  private final SmallAreaSpec spec;
  private final NestedModel now;

  SamplePlanning(
      List<DirectEstimate> areas, AreaData data, AreaPredictor predictor, SmallAreaSpec spec) {
    this.areas = areas;
    this.data = data;
    this.predictor = predictor;
    this.spec = spec;
    this.now = predictor.known(data);
  }

  /**
   * The outlook of all plans that are more than the present sample.
   *
   * @param years that the present sample pools
   * @param correlation within clusters
   */
  List<SampleOutlook> outlooks(int years, double correlation) {
    List<SampleOutlook> all = new ArrayList<>();
    for (SamplePlan plan : SamplePlan.values()) {
      if (plan == SamplePlan.AS_IS) {
        all.add(ofAll(plan, 1));
      } else if (plan.years() > years) {
        all.add(ofAll(plan, information(years, plan.years(), correlation)));
      }
    }
    all.addAll(moreClusters());
    return all;
  }

  /** The variance of direct estimates from so many years, relative to that of others. */
  private double information(int from, int to, double correlation) {
    double clusters = SamplePlan.clusters(to) / SamplePlan.clusters(from);
    double interviews = (double) to / from;
    double each = interviewsPerCluster();
    double later = each * interviews / clusters;
    return interviews * (1 + (each - 1) * correlation) / (1 + (later - 1) * correlation);
  }

  /** Of the areas of which both are known; 1 where of none. */
  private double interviewsPerCluster() {
    double interviews = 0;
    double clusters = 0;
    for (DirectEstimate area : areas) {
      if (area.isSampled() && area.n() > 0 && area.psus() > 0) {
        interviews += area.n();
        clusters += area.psus();
      }
    }

    return clusters > 0 ? interviews / clusters : 1;
  }

  private SampleOutlook ofAll(SamplePlan plan, double information) {
    double[] variances = Arrays.stream(data.variances()).map(v -> v / information).toArray();
    NestedModel then = predictor.known(with(data.direct(), variances));
    double width = 0;
    double widthNow = 0;
    for (int i = 0; i < data.size(); i++) {
      width += width(then, i) / data.size();
      widthNow += width(now, i) / data.size();
    }

    return new SampleOutlook(
        plan, "", information, width, widthNow, hits(information, variances), spec.top());
  }

  private AreaData with(double[] direct, double[] variances) {
    return new AreaData(data.areas(), direct, variances, data.terms(), data.design());
  }

  /** Of the interval around the present predictor. */
  private double width(NestedModel model, int area) {
    double reach = REACH * Math.sqrt(model.variance(area));
    double centre = now.mean(area);
    return spec.scale().inverse(centre + reach) - spec.scale().inverse(centre - reach);
  }

  private double hits(double information, double[] variances) {
    SplittableRandom random = new SplittableRandom(spec.seed());
    double found = 0;
    for (int r = 0; r < DRAWS; r++) {
      double[] truth = now.draw(random);
      double[] direct = data.direct().clone();
      for (int i : data.sampled()) {
        double error = Math.sqrt(data.variances()[i] * (information - 1));
        direct[i] =
            (direct[i] + (information - 1) * truth[i] + error * random.nextGaussian())
                / information;
      }
      NestedModel then = predictor.known(with(direct, variances));
      List<Integer> highest = highest(truth);
      found +=
          highest(IntStream.range(0, truth.length).mapToDouble(then::mean).toArray()).stream()
              .filter(highest::contains)
              .count();
    }

    return found / DRAWS;
  }

  private List<Integer> highest(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -values[i]))
        .limit(spec.top())
        .toList();
  }

  /** Area by area, and last their mean; none where the areas' clusters are not known. */
  private List<SampleOutlook> moreClusters() {
    double ofCluster =
        IntStream.of(data.sampled())
            .filter(i -> areas.get(i).psus() > 0)
            .mapToDouble(i -> data.variances()[i] * areas.get(i).psus())
            .average()
            .orElse(Double.NaN);
    List<SampleOutlook> outlooks = new ArrayList<>();
    double width = 0;
    double widthNow = 0;
    for (int i = 0; i < data.size() && !Double.isNaN(ofCluster); i++) {
      double clusters = data.isSampled(i) ? areas.get(i).psus() : 0;
      double[] direct = data.direct().clone();
      double[] variances = data.variances().clone();
      double information = (clusters + CLUSTERS) / clusters;
      if (clusters > 0) {
        variances[i] /= information;
      } else {
        direct[i] = now.mean(i);
        variances[i] = ofCluster / CLUSTERS;
      }
      SampleOutlook outlook =
          new SampleOutlook(
              SamplePlan.CLUSTERS_PLUS_10,
              areas.get(i).area(),
              clusters > 0 ? information : Double.NaN,
              width(predictor.known(with(direct, variances)), i),
              width(now, i),
              Double.NaN,
              spec.top());
      outlooks.add(outlook);
      width += outlook.width() / data.size();
      widthNow += outlook.widthNow() / data.size();
    }
    if (!outlooks.isEmpty()) {
      outlooks.add(
          new SampleOutlook(
              SamplePlan.CLUSTERS_PLUS_10,
              "",
              Double.NaN,
              width,
              widthNow,
              Double.NaN,
              spec.top()));
    }

    return outlooks;
  }
}

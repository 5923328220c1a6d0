package org.quipu.survey.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quipu.survey.CodeIndex;
import org.quipu.survey.Design;
import org.quipu.survey.Estimate;
import org.quipu.survey.Statistic;
import org.quipu.survey.calibration.CalibratedWeights;

/** The cluster totals of one group, stratum by stratum, with an index of the domains. */
final class ClusterTotals {
  private final EstimationPlan plan;
  private final List<Stratum> strata;
  private final Map<Domain, Map<Stratum, Place>> places = new HashMap<>();

  private record Domain(int table, List<String> codes) {}

  /** A domain's cell in a stratum. */
  private record Place(StratumTotals cells, int cell) {}

  /**
   * @param strata sorted by name
   */
  ClusterTotals(EstimationPlan plan, List<CodeIndex> codes, List<Stratum> strata) {
    this.plan = plan;
    this.strata = strata;
    for (Stratum stratum : strata) {
      index(stratum, codes);
      stratum.inside().forEach(cluster -> index(cluster, codes));
    }
  }

  List<Stratum> strata() {
    return strata;
  }

  private void index(Stratum stratum, List<CodeIndex> codes) {
    for (StratumTotals cells : stratum.cells()) {
      for (int cell = 0; cell < cells.count(); cell++) {
        int[] numbers = cells.codes[cell];
        for (int table : cells.tables) {
          List<String> names =
              Arrays.stream(plan.tableDimensions[table])
                  .mapToObj(d -> codes.get(d).code(numbers[d]))
                  .toList();
          places
              .computeIfAbsent(new Domain(table, names), key -> new IdentityHashMap<>())
              .put(stratum, new Place(cells, cell));
        }
      }
    }
  }

  /** The cluster totals of an estimate. */
  Series series(Estimate estimate) {
    int table = plan.tables().indexOf(estimate.table());
    int outcome = plan.outcomes().indexOf(estimate.outcome());
    return new Series(places.getOrDefault(new Domain(table, estimate.codes()), Map.of()), outcome);
  }

  /** The cluster totals of one outcome in one domain; 0 in clusters without a member. */
  final class Series {
    private final Map<Stratum, Place> places;
    private final int outcome;

    private Series(Map<Stratum, Place> places, int outcome) {
      this.places = places;
      this.outcome = outcome;
    }

    boolean reaches(Stratum stratum) {
      return places.containsKey(stratum);
    }

    /** Numerators by cluster. */
    double[] numerators(Stratum stratum) {
      Place place = places.get(stratum);
      return place == null
          ? new double[stratum.clusters()]
          : spread(
              stratum, place, place.cells.numerators, place.cells.numerator(place.cell, outcome));
    }

    /** Denominators by cluster. */
    double[] denominators(Stratum stratum) {
      Place place = places.get(stratum);
      return place == null
          ? new double[stratum.clusters()]
          : spread(
              stratum,
              place,
              place.cells.denominators,
              place.cells.denominator(place.cell, place.cells.universes.of(outcome)));
    }

    private double[] spread(Stratum stratum, Place place, double[] totals, int from) {
      double[] spread = new double[stratum.clusters()];
      StratumTotals cells = place.cells;
      for (int slot = 0; slot < cells.slots(place.cell); slot++) {
        spread[cells.cluster[cells.start[place.cell] + slot]] = totals[from + slot];
      }

      return spread;
    }

    /** The clusters with an answer, by the name of their stratum. */
    Map<String, List<String>> answering() {
      return strata.stream()
          .filter(this::reaches)
          .collect(Collectors.toMap(Stratum::name, this::answering));
    }

    private List<String> answering(Stratum stratum) {
      double[] weights = denominators(stratum);
      return IntStream.range(0, weights.length)
          .filter(cluster -> weights[cluster] > 0)
          .mapToObj(stratum.clusterIds()::get)
          .toList();
    }

    Statistic statistic() {
      return plan.outcomes().get(outcome).statistic();
    }

    double offset() {
      return plan.offset(outcome);
    }

    Scores scores(Design design) {
      double numerator = 0;
      double denominator = 0;
      for (Stratum stratum : strata) {
        numerator += Arrays.stream(numerators(stratum)).sum();
        denominator += Arrays.stream(denominators(stratum)).sum();
      }

      double ratio = statistic() == Statistic.TOTAL ? 0 : numerator / denominator;
      double divisor = statistic() == Statistic.TOTAL ? design.weightScale() : denominator;
      return new Scores(this, ratio, divisor, coefficients(ratio));
    }

    /** The scores' regression on the auxiliary variables, times the divisor; null without. */
    private double[] coefficients(double ratio) {
      if (strata.isEmpty() || strata.get(0).auxiliary() == null) {
        return null;
      }

      CalibratedWeights calibration = plan.calibration(strata.get(0).group());
      int p = calibration.count();
      double[] products = new double[p];
      for (Stratum stratum : strata) {
        Place place = places.get(stratum);
        if (place != null) {
          int universe = plan.outcomes().size() + place.cells.universes.of(outcome);
          double[] numerator = place.cells.products(place.cell, outcome, p);
          double[] denominator = place.cells.products(place.cell, universe, p);
          Arrays.setAll(products, j -> products[j] + numerator[j] - ratio * denominator[j]);
        }
      }

      return CalibrationSums.times(calibration.projection(), products);
    }
  }

  /**
   * Linearized scores of the clusters, (numerator − ratio·denominator) / divisor. The variance of
   * their total is that of the estimate.
   */
  static final class Scores {
    private final Series series;
    private final double ratio;
    private final double divisor;
    private final double[] calibration;

    /**
     * @param ratio 0 for a total
     * @param divisor the denominator's total; for a total the scale of the weights
     * @param calibration coefficients of the auxiliary variables; null without calibration
     */
    private Scores(Series series, double ratio, double divisor, double[] calibration) {
      this.series = series;
      this.ratio = ratio;
      this.divisor = divisor;
      this.calibration = calibration;
    }

    /** Null where the domain has no member in the stratum and weights are not calibrated. */
    double[] of(Stratum stratum) {
      if (!series.reaches(stratum) && calibration == null) {
        return null;
      }

      double[] scores = series.numerators(stratum);
      double[] denominators = series.denominators(stratum);
      for (int i = 0; i < scores.length; i++) {
        double explained = calibration == null ? 0 : stratum.auxiliary().times(i, calibration);
        scores[i] = (scores[i] - ratio * denominators[i] - explained) / divisor;
      }

      return scores;
    }
  }
}

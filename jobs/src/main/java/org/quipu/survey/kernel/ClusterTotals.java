package org.quipu.survey.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.survey.Design;
import org.quipu.survey.Estimate;
import org.quipu.survey.Statistic;

/** The retained strata of one group, in the order of their names, and where each domain lies. */
public final class ClusterTotals {
  private final EstimationPlan layout;
  private final List<Stratum> strata;
  private final Map<Domain, Map<Stratum, Place>> places = new HashMap<>();

  private record Domain(int table, List<String> codes) {}

  /** A domain's cell in a stratum. */
  private record Place(DomainCells cells, int cell) {}

  /**
   * @param strata sorted by name
   */
  public ClusterTotals(EstimationPlan layout, List<Codes> codes, List<Stratum> strata) {
    this.layout = layout;
    this.strata = strata;
    for (Stratum stratum : strata) {
      index(stratum, codes);
      stratum.inside().forEach(cluster -> index(cluster, codes));
    }
  }

  List<Stratum> strata() {
    return strata;
  }

  private void index(Stratum stratum, List<Codes> codes) {
    for (DomainCells cells : stratum.cells()) {
      for (int cell = 0; cell < cells.count(); cell++) {
        int[] numbers = cells.codes[cell];
        for (int table : cells.tables) {
          List<String> names =
              Arrays.stream(layout.tableDimensions[table])
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
    int table = layout.tables().indexOf(estimate.table());
    int outcome = layout.outcomes().indexOf(estimate.outcome());
    return new Series(places.getOrDefault(new Domain(table, estimate.codes()), Map.of()), outcome);
  }

  /** The cluster totals of one outcome in one domain, zeros where it has no member. */
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
      DomainCells cells = place.cells;
      for (int slot = 0; slot < cells.slots(place.cell); slot++) {
        spread[cells.cluster[cells.start[place.cell] + slot]] = totals[from + slot];
      }

      return spread;
    }

    Statistic statistic() {
      return layout.outcomes().get(outcome).statistic();
    }

    double offset() {
      return layout.offset(outcome);
    }

    Scores scores(Design design) {
      double numerator = 0;
      double denominator = 0;
      for (Stratum stratum : strata) {
        numerator += Arrays.stream(numerators(stratum)).sum();
        denominator += Arrays.stream(denominators(stratum)).sum();
      }

      return statistic() == Statistic.TOTAL
          ? new Scores(this, 0, design.weightScale())
          : new Scores(this, numerator / denominator, denominator);
    }
  }

  /**
   * Linearised scores of the clusters, whose sum has the estimate's variance.
   *
   * @param divisor of the scores
   */
  record Scores(Series series, double ratio, double divisor) {
    /** Null where the domain has no member in the stratum. */
    double[] of(Stratum stratum) {
      if (!series.reaches(stratum)) {
        return null;
      }

      double[] scores = series.numerators(stratum);
      double[] denominators = series.denominators(stratum);
      for (int i = 0; i < scores.length; i++) {
        scores[i] = (scores[i] - ratio * denominators[i]) / divisor;
      }

      return scores;
    }
  }
}

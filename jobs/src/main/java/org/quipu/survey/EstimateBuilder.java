package org.quipu.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.UserException;

/** Turns the sums of a group into estimates. */
final class EstimateBuilder {
  private final Layout layout;
  private final Design design;
  private final List<Codes> codes;

  EstimateBuilder(Layout layout, Design design, List<Codes> codes) {
    this.layout = layout;
    this.design = design;
    this.codes = codes;
  }

  /** The estimates of a group, by outcome, table and domain. */
  List<Estimate> build(DomainSums sums) {
    refuseLonely(sums);
    List<Integer> domains =
        IntStream.range(0, sums.domains().size()).boxed().sorted(order(sums)).toList();
    List<Estimate> estimates = new ArrayList<>();
    for (int k = 0; k < layout.outcomes().size(); k++) {
      for (int domain : domains) {
        estimates.add(estimate(sums, domain, k));
      }
    }

    return estimates;
  }

  private void refuseLonely(DomainSums sums) {
    if (design.lonely() == LonelyCluster.FAIL && !sums.lonely.isEmpty()) {
      throw new UserException(
          "one cluster in stratum "
              + String.join("; ", sums.lonely.stream().sorted(Naturally.ORDER).toList())
              + ": its variance cannot be estimated. Join strata, or choose certainty, adjust or average for lonely clusters");
    }
  }

  private Comparator<Integer> order(DomainSums sums) {
    return Comparator.<Integer>comparingInt(domain -> sums.domains().get(domain).table)
        .thenComparing(domain -> codes(sums.domains().get(domain)), Naturally.LISTS);
  }

  private List<String> codes(DomainSums.Domain domain) {
    return Arrays.stream(layout.tableDimensions[domain.table])
        .mapToObj(d -> codes.get(d).code(domain.codes[d]))
        .toList();
  }

  private Estimate estimate(DomainSums sums, int number, int k) {
    DomainSums.Domain domain = sums.domains().get(number);
    Outcome outcome = layout.outcomes().get(k);
    Moments moments = moments(sums, number, k);
    boolean answered = domain.answers[k] > 0;
    double variance = answered ? moments.variance() * averaging(domain) : Double.NaN;
    return new Estimate(
        sums.group,
        outcome,
        layout.tables().get(domain.table),
        codes(domain),
        answered ? moments.estimate() : Double.NaN,
        Math.sqrt(variance),
        variance / moments.simpleVariance((double) domain.answers[k], design.deffReference()),
        domain.answers[k],
        domain.cases[k],
        moments.weights(),
        domain.clusters,
        domain.strata,
        domain.lonely);
  }

  /** What the strata with several clusters are multiplied by to stand for the lonely ones too. */
  private double averaging(DomainSums.Domain domain) {
    return design.lonely() == LonelyCluster.AVERAGE
        ? (double) domain.strata / (domain.strata - domain.lonely)
        : 1;
  }

  private Moments moments(DomainSums sums, int domain, int k) {
    boolean bit = layout.isBit(k);
    Outcome outcome = layout.outcomes().get(k);
    double scale = design.weightScale();
    double numerator = sums.value(domain, k, DomainSums.NUMERATOR) / scale;
    double denominator = sums.value(domain, k, DomainSums.DENOMINATOR) / scale;
    boolean ratio = outcome.statistic() == Statistic.RATIO;
    return new Moments(
        outcome.statistic(),
        layout.offset(k),
        numerator,
        denominator,
        sums.value(domain, k, DomainSums.NN) / (scale * scale),
        sums.value(domain, k, DomainSums.ND) / (scale * scale),
        sums.value(domain, k, DomainSums.DD) / (scale * scale),
        bit ? numerator : sums.value(domain, k, DomainSums.YY) / scale,
        sums.value(domain, k, DomainSums.YX) / scale,
        sums.value(domain, k, DomainSums.XX) / scale,
        ratio ? sums.value(domain, k, DomainSums.WEIGHTS) / scale : denominator);
  }
}

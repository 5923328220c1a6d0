package org.quipu.survey.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.UserException;
import org.quipu.survey.Design;
import org.quipu.survey.Estimate;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.Outcome;
import org.quipu.survey.Statistic;

/** Turns the sums of a group into estimates. */
public final class EstimateBuilder {
  private final EstimationPlan layout;
  private final Design design;
  private final List<Codes> codes;

  public EstimateBuilder(EstimationPlan layout, Design design, List<Codes> codes) {
    this.layout = layout;
    this.design = design;
    this.codes = codes;
  }

  /** The estimates of a group, by outcome, table and domain. */
  public List<Estimate> build(DomainSums sums) {
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
    if (design.lonely() == LonelyPsu.FAIL && !sums.lonely.isEmpty()) {
      throw new UserException(
          "one cluster in stratum "
              + String.join("; ", sums.lonely.stream().sorted(NaturalOrder.ORDER).toList())
              + ": its variance cannot be estimated. Join strata, or choose certainty, adjust or average for lonely clusters");
    }
  }

  private Comparator<Integer> order(DomainSums sums) {
    return Comparator.<Integer>comparingInt(domain -> sums.domains().get(domain).table)
        .thenComparing(domain -> codes(sums.domains().get(domain)), NaturalOrder.LISTS);
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
    double variance = Double.NaN;
    int df = domain.clusters - domain.strata;
    if (answered && layout.replicates() > 0) {
      variance = replicated(sums, number, k);
      df = Math.min(df, layout.replicates() - 1);
    } else if (answered) {
      variance = moments.variance() * averaging(domain);
    }

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
        domain.lonely,
        df);
  }

  private double replicated(DomainSums sums, int domain, int k) {
    boolean total = layout.outcomes().get(k).statistic() == Statistic.TOTAL;
    double[] replicates = new double[layout.replicates()];
    for (int r = 0; r < replicates.length; r++) {
      double[] totals = sums.replicate(domain, k, r);
      replicates[r] = total ? totals[0] / design.weightScale() : totals[0] / totals[1];
    }

    return Replicates.variance(replicates, design.replicates().scale());
  }

  /** What the strata with several clusters are multiplied by to stand for the lonely ones too. */
  private double averaging(DomainSums.Domain domain) {
    return design.lonely() == LonelyPsu.AVERAGE
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

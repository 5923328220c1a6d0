package org.quipu.survey.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quipu.survey.ClusterSample;
import org.quipu.survey.CodeIndex;
import org.quipu.survey.Design;
import org.quipu.survey.DesignCovariances;
import org.quipu.survey.DomainSample;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.NaturalOrder;
import org.quipu.survey.Outcome;
import org.quipu.survey.ReplicateFactors;
import org.quipu.survey.Statistic;
import org.quipu.survey.calibration.CalibrationReport;
import org.quipu.survey.kernel.ReplicateCovariances.Subject;

/** Turns the totals of the groups into estimates. */
final class EstimateBuilder {
  private final EstimationPlan plan;
  private final Design design;
  private final List<CodeIndex> codes;
  private final Map<Subject, double[]> replicates = new HashMap<>();

  EstimateBuilder(EstimationPlan plan, Design design, List<CodeIndex> codes) {
    this.plan = plan;
    this.design = design;
    this.codes = codes;
  }

  /**
   * The estimates of all groups.
   *
   * @param strata that were retained, by group and sorted by name; empty where none were
   */
  Estimates build(Collection<GroupTotals> groups, Map<String, List<Stratum>> strata) {
    List<Estimate> all = new ArrayList<>();
    Map<String, List<String>> lonely = new LinkedHashMap<>();
    for (GroupTotals group : groups) {
      all.addAll(estimates(group));
      lonely.put(group.name(), lonely(group));
    }

    Map<String, ClusterTotals> totals = new HashMap<>();
    strata.forEach(
        (group, retained) -> totals.put(group, new ClusterTotals(plan, codes, retained)));
    Map<String, CalibrationReport> calibrations = new LinkedHashMap<>();
    for (GroupTotals group : groups) {
      if (group.calibration().calibration() != null) {
        calibrations.put(group.name(), group.calibration().calibration().report());
      }
    }

    Estimates estimates =
        new Estimates(all, Collections.unmodifiableMap(lonely), covariances(totals), calibrations);
    return design.replication() == null || design.calibration() != null
        ? estimates
        : estimates.replicated(design.replication());
  }

  private DesignCovariances covariances(Map<String, ClusterTotals> totals) {
    Covariances linearized = new Covariances(design, totals);
    return plan.replicates() > 0
        ? new ReplicateCovariances(new Weighted(), linearized)
        : linearized;
  }

  /** What the squared distance of each replicate of a group counts. */
  private List<Double> scales(String group) {
    ReplicateFactors factors = plan.factors(group);
    return factors == null ? design.replicates().scales() : factors.scales();
  }

  /** The replicates whose weights rows have. */
  private final class Weighted implements ReplicateCovariances.Replicates {
    @Override
    public double[] of(Estimate estimate) {
      return replicates.get(Subject.of(estimate));
    }

    @Override
    public List<Double> scales(String group) {
      return EstimateBuilder.this.scales(group);
    }
  }

  private static List<String> lonely(GroupTotals group) {
    return group.lonely().stream().sorted(NaturalOrder.ORDER).toList();
  }

  /** The estimates of a group, by outcome, table and domain. */
  private List<Estimate> estimates(GroupTotals sums) {
    refuseLonely(sums);
    List<Integer> domains =
        IntStream.range(0, sums.domains().size()).boxed().sorted(order(sums)).toList();
    List<Estimate> estimates = new ArrayList<>();
    for (int k = 0; k < plan.outcomes().size(); k++) {
      for (int domain : domains) {
        estimates.add(estimate(sums, domain, k));
      }
    }

    return estimates;
  }

  private void refuseLonely(GroupTotals sums) {
    if (design.lonelyPsu() == LonelyPsu.FAIL && !sums.lonely().isEmpty()) {
      throw ClusterSample.refused(lonely(sums));
    }
  }

  private Comparator<Integer> order(GroupTotals sums) {
    return Comparator.<Integer>comparingInt(domain -> sums.domains().get(domain).table)
        .thenComparing(domain -> codes(sums.domains().get(domain)), NaturalOrder.LISTS);
  }

  private List<String> codes(GroupTotals.Domain domain) {
    return Arrays.stream(plan.tableDimensions[domain.table])
        .mapToObj(d -> codes.get(d).code(domain.codes[d]))
        .toList();
  }

  private Estimate estimate(GroupTotals sums, int number, int k) {
    GroupTotals.Domain domain = sums.domains().get(number);
    Outcome outcome = plan.outcomes().get(k);
    Moments moments = moments(sums, number, k);
    DomainTable table = plan.tables().get(domain.table);
    List<String> its = codes(domain);
    boolean answered = domain.answers[k] > 0;
    double variance = Double.NaN;
    if (plan.replicates() > 0) {
      double[] values = new double[scales(sums.name()).size()];
      Arrays.fill(values, Double.NaN);
      if (answered) {
        Arrays.setAll(values, r -> replicate(sums, number, k, r));
      }

      replicates.put(new Subject(sums.name(), outcome, table, its), values);
      variance = ReplicateCovariances.variance(values, scales(sums.name()));
    } else if (answered) {
      variance = moments.variance() * averaging(sums, domain.reach[k]);
    }

    double simple = moments.simpleVariance((double) domain.answers[k], design.deffReference());
    return new Estimate(
        sums.name(),
        outcome,
        table,
        its,
        answered ? moments.estimate() : Double.NaN,
        Math.sqrt(variance),
        simple > 0 ? variance / simple : Double.NaN,
        sample(sums, number, k, moments.weights()));
  }

  private DomainSample sample(GroupTotals sums, int number, int k, double weights) {
    GroupTotals.Domain domain = sums.domains().get(number);
    Reach reach = domain.reach[k];
    double scale = design.weightScale();
    int columns = design.replicates().columns().size();
    int most = columns > 0 ? columns - 1 : Integer.MAX_VALUE;
    return new DomainSample(
        reach.rows,
        domain.answers[k],
        domain.cases[k],
        weights,
        weights * weights * scale * scale / sums.value(number, k, GroupTotals.SQUARED_WEIGHTS),
        reach.clusters,
        reach.strata,
        reach.lonely,
        Math.min(reach.clusters - reach.strata, most),
        Math.min(sums.designDf(), most));
  }

  /** An estimate in a replicate. */
  private double replicate(GroupTotals sums, int domain, int k, int replicate) {
    boolean total = plan.outcomes().get(k).statistic() == Statistic.TOTAL;
    double[] totals = sums.replicate(domain, k, replicate);
    return total ? totals[0] / design.weightScale() : totals[0] / totals[1];
  }

  /** What the strata with several clusters are multiplied by to stand for the lonely ones too. */
  private double averaging(GroupTotals sums, Reach domain) {
    // Calibrated, every stratum counts: its weights depend on the whole sample.
    boolean whole = sums.calibration().calibration() != null;
    int strata = whole ? sums.strata() : domain.strata;
    int lonely = whole ? sums.lonely().size() : domain.lonely;
    return design.lonelyPsu() == LonelyPsu.AVERAGE ? (double) strata / (strata - lonely) : 1;
  }

  private Moments moments(GroupTotals sums, int domain, int k) {
    boolean bit = plan.isBit(k);
    Outcome outcome = plan.outcomes().get(k);
    double scale = design.weightScale();
    double numerator = sums.value(domain, k, GroupTotals.NUMERATOR) / scale;
    double denominator = sums.value(domain, k, GroupTotals.DENOMINATOR) / scale;
    boolean ratio = outcome.statistic() == Statistic.RATIO;
    Moments plain =
        new Moments(
            outcome.statistic(),
            plan.offset(k),
            numerator,
            denominator,
            sums.value(domain, k, GroupTotals.NN) / (scale * scale),
            sums.value(domain, k, GroupTotals.ND) / (scale * scale),
            sums.value(domain, k, GroupTotals.DD) / (scale * scale),
            bit ? numerator : sums.value(domain, k, GroupTotals.YY) / scale,
            sums.value(domain, k, GroupTotals.YX) / scale,
            sums.value(domain, k, GroupTotals.XX) / scale,
            ratio ? sums.value(domain, k, GroupTotals.WEIGHTS) / scale : denominator);
    return sums.calibration().residual(domain, k, plain, scale);
  }
}

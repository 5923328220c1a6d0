package org.quipu.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.survey.calibration.CalibrationReport;

/** The estimates of a survey, with the covariance of any two of them. */
public final class Estimates {
  private final List<Estimate> all;
  private final Map<Key, Estimate> byKey = new HashMap<>();
  private final Map<String, List<String>> lonely;
  private final DesignCovariances covariances;
  private final Map<String, CalibrationReport> calibrations;

  private record Key(String group, String outcome, String table, String domain) {}

  /**
   * Gathers the estimates of a file.
   *
   * @param all by group, outcome, table and domain
   * @param lonely names of the strata with a single cluster, by group
   * @param calibrations of the weights, by group; empty where they are as they were
   */
  public Estimates(
      List<Estimate> all,
      Map<String, List<String>> lonely,
      DesignCovariances covariances,
      Map<String, CalibrationReport> calibrations) {
    this.all = List.copyOf(all);
    this.lonely = lonely;
    this.covariances = covariances;
    this.calibrations = calibrations;
    for (Estimate each : all) {
      byKey.put(
          new Key(each.group(), each.outcome().name(), each.table().name(), each.domain()), each);
    }
  }

  /** All estimates, by group, outcome, table and domain. */
  public List<Estimate> all() {
    return all;
  }

  /** One estimate; empty where no row of the group belongs to the domain. */
  public Optional<Estimate> find(String group, String outcome, String table, String domain) {
    return Optional.ofNullable(byKey.get(new Key(group, outcome, table, domain)));
  }

  /** The strata with a single cluster, by group, for the warning that names them. */
  public Map<String, List<String>> lonelyStrata() {
    return lonely;
  }

  /** What calibration did to the weights, by group; empty without. */
  public Map<String, CalibrationReport> calibrations() {
    return calibrations;
  }

  /**
   * The covariance of two estimates of one group, of two domains or of two outcomes, made as their
   * variances are: by linearization, or over replicates.
   *
   * @throws IllegalStateException where cluster totals were not retained
   */
  public double covariance(Estimate a, Estimate b) {
    return covariances.within(List.of(a, b))[0][1];
  }

  /** The covariances of several estimates of one group. */
  public double[][] covariances(List<Estimate> estimates) {
    return covariances.within(estimates);
  }

  /**
   * The covariance of estimates of two groups (years) through the clusters that both sampled: those
   * of equal identifier in strata of equal identifier. Right only where the identifiers mean the
   * same in both, as within one master sample.
   *
   * @throws IllegalStateException where cluster totals were not retained
   */
  public double matchedCovariance(Estimate a, Estimate b) {
    return covariances.matched(List.of(a), List.of(b))[0][0];
  }

  /**
   * The same for estimates of one group (rows) with those of another (columns); none may be without
   * estimates.
   */
  public double[][] matchedCovariances(List<Estimate> as, List<Estimate> bs) {
    return covariances.matched(as, bs);
  }

  /**
   * The degrees of freedom that an estimate's sample shares with those of estimates of other groups
   * (years): of the clusters with an answer to it that have an answer to one of the others too,
   * their number less that of their strata. Clusters are the same as in {@link #matchedCovariance}.
   *
   * @throws IllegalStateException where cluster totals were not retained
   */
  public int matchedDf(Estimate estimate, List<Estimate> others) {
    return covariances.matchedDf(estimate, others);
  }

  /**
   * How many clusters the samples of two groups have in common, by which their covariances are
   * matched.
   *
   * @throws IllegalStateException where cluster totals were not retained
   */
  public int matchedClusters(String group, String other) {
    return covariances.matchedClusters(group, other);
  }

  /**
   * The same estimates with variances and covariances from replicates of the cluster totals.
   *
   * @throws IllegalStateException where cluster totals were not retained
   */
  public Estimates replicated(Replication replication) {
    DesignCovariances replicated = covariances.replicated(replication);
    return new Estimates(
        all.stream()
            .map(each -> each.withVariance(replicated.within(List.of(each))[0][0]))
            .toList(),
        lonely,
        replicated,
        calibrations);
  }
}

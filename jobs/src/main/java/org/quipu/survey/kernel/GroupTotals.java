package org.quipu.survey.kernel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.math.ExactSums;
import org.quipu.survey.CodeIndex;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.Missing;

/**
 * The totals of one group (a year) over all strata: for each domain and outcome the totals and
 * their design covariances, as exact sums over the strata. Parts of a file have their own totals,
 * which are merged.
 */
final class GroupTotals implements Serializable {
  private static final long serialVersionUID = 1L;

  // What is summed for an outcome in a domain: totals of numerator and denominator, their variances
  // and covariance, weighted squares of numbers, the weights of a ratio's answers, and the squared
  // weights of the answers.
  static final int NUMERATOR = 0;
  static final int DENOMINATOR = 1;
  static final int NN = 2;
  static final int ND = 3;
  static final int DD = 4;
  static final int YY = 5;
  static final int YX = 6;
  static final int XX = 7;
  static final int WEIGHTS = 8;
  static final int SQUARED_WEIGHTS = 9;
  private static final int TERMS = 10;

  /** Bits of an edge's key that hold the code; the others hold the node that it leaves. */
  private static final int CODE_BITS = 24;

  private final String name;
  private final EstimationPlan plan;
  private final LonelyPsu treatment;
  private final int outcomes;
  private final ExactSums sums = new ExactSums();
  private final ExactSums replicates = new ExactSums();
  private final Map<Long, Integer> paths = new HashMap<>();
  private final List<Domain> domains = new ArrayList<>();

  /** Empty without calibration. */
  private final CalibrationSums calibration;

  private final List<String> lonely = new ArrayList<>();
  private int clusters;
  private int strata;

  /** One domain's counts. */
  static final class Domain implements Serializable {
    private static final long serialVersionUID = 1L;
    final int table;
    final int[] codes;
    final long[] answers;
    final long[] cases;

    /** By outcome: of all members, or of those asked where the others are no members. */
    final Reach[] reach;

    Domain(int table, int[] codes, int outcomes) {
      this.table = table;
      this.codes = codes;
      this.answers = new long[outcomes];
      this.cases = new long[outcomes];
      this.reach = new Reach[outcomes];
      Arrays.setAll(reach, k -> new Reach());
    }
  }

  GroupTotals(EstimationPlan plan, LonelyPsu treatment, String name) {
    this.plan = plan;
    this.treatment = treatment;
    this.name = name;
    this.outcomes = plan.outcomes().size();
    this.calibration = new CalibrationSums(plan.calibration(name), treatment, outcomes);
  }

  /** The value of the column of groups (the year); null where the file is one group. */
  String name() {
    return name;
  }

  /** Names of the strata with a single cluster, whatever their domains. */
  List<String> lonely() {
    return lonely;
  }

  /** Degrees of freedom of the whole design: clusters minus strata, whatever their domains. */
  int designDf() {
    return clusters - strata;
  }

  int strata() {
    return strata;
  }

  /** Empty without calibration. */
  CalibrationSums calibration() {
    return calibration;
  }

  List<Domain> domains() {
    return domains;
  }

  double value(int domain, int outcome, int term) {
    return sums.value(at(domain, outcome) + term);
  }

  /** Adds a complete stratum. */
  void add(Stratum stratum) {
    if (stratum.sample().isLonely()) {
      lonely.add(stratum.name());
    }

    clusters += stratum.weighted();
    strata += stratum.weighted() > 0 ? 1 : 0;
    double scale = stratum.sample().scale(treatment);
    for (StratumTotals cells : stratum.cells()) {
      for (int cell = 0; cell < cells.count(); cell++) {
        int[] targets = targets(cells, cell);
        count(stratum, cells, cell, targets);
        Scatter scatter = new Scatter(stratum, cells, cell, treatment);
        addTotals(cells, cell, targets, scatter);
        addReplicates(cells, cell, targets);
        addScatter(cells, targets, scatter, scale);
        calibration.addProducts(cells, cell, targets);
        calibration.addCovariances(stratum, cells, cell, targets, scale);
      }
    }

    calibration.add(stratum, scale);

    addInside(stratum);
  }

  /** The variance between the second-stage units of each cluster. */
  private void addInside(Stratum stratum) {
    for (Stratum cluster : stratum.inside()) {
      if (cluster.sample().isLonely()) {
        lonely.add(cluster.name());
      }

      double scale = stratum.sample().fraction() * cluster.sample().scale(treatment);
      for (StratumTotals cells : cluster.cells()) {
        for (int cell = 0; cell < cells.count(); cell++) {
          Scatter scatter = new Scatter(cluster, cells, cell, treatment);
          int[] targets = targets(cells, cell);
          addScatter(cells, targets, scatter, scale);
          calibration.addCovariances(cluster, cells, cell, targets, scale);
        }
      }

      calibration.add(cluster, scale);
    }
  }

  private void count(Stratum stratum, StratumTotals cells, int cell, int[] targets) {
    for (int target : targets) {
      Domain domain = domains.get(target);
      for (int k = 0; k < outcomes; k++) {
        domain.answers[k] += cells.answers(cell, k);
        domain.cases[k] += cells.cases(cell, k);
        if (plan.outcomes().get(k).missing() == Missing.NOT_ASKED) {
          domain.reach[k].add(stratum, cells.answered(cell, k), cells.answering(cell, k));
        } else {
          domain.reach[k].add(stratum, cells.rows[cell], cells.members[cell]);
        }
      }
    }
  }

  private void addTotals(StratumTotals cells, int cell, int[] targets, Scatter scatter) {
    for (int k = 0; k < outcomes; k++) {
      double numerator = scatter.numerator(k);
      double denominator = scatter.denominator(cells.universes.of(k));
      for (int target : targets) {
        int at = at(target, k);
        sums.add(at + NUMERATOR, numerator);
        sums.add(at + DENOMINATOR, denominator);
        sums.add(at + SQUARED_WEIGHTS, cells.squaredWeights(cell, k));
        if (!plan.isBit(k)) {
          int square = cells.square(cell, k);
          for (int i = 0; i < StratumTotals.SQUARES; i++) {
            sums.add(at + YY + i, cells.squares[square + i]);
          }
        }
      }
    }
  }

  private void addReplicates(StratumTotals cells, int cell, int[] targets) {
    int count = replicateTerms();
    for (int target : targets) {
      for (int i = 0; i < count; i++) {
        replicates.add(target * count + i, cells.replicates[cell * count + i]);
      }
    }
  }

  private int replicateTerms() {
    return 2 * outcomes * plan.replicates();
  }

  /** The totals of an outcome's numerator and denominator in one replicate. */
  double[] replicate(int domain, int outcome, int replicate) {
    int at = domain * replicateTerms() + 2 * (outcome * plan.replicates() + replicate);
    return new double[] {replicates.value(at), replicates.value(at + 1)};
  }

  private void addScatter(StratumTotals cells, int[] targets, Scatter scatter, double scale) {
    if (scale == 0) {
      return;
    }

    double[] dd = new double[cells.universes.count()];
    for (int universe = 0; universe < dd.length; universe++) {
      dd[universe] = scale * scatter.dd(universe);
    }

    for (int k = 0; k < outcomes; k++) {
      double nn = scale * scatter.nn(k);
      double nd = scale * scatter.nd(k);
      for (int target : targets) {
        int at = at(target, k);
        sums.add(at + NN, nn);
        sums.add(at + ND, nd);
        sums.add(at + DD, dd[cells.universes.of(k)]);
      }
    }
  }

  /** Adds another part's sums. */
  void merge(GroupTotals other, int[][] translation) {
    for (int from = 0; from < other.domains.size(); from++) {
      Domain added = other.domains.get(from);
      int target = domain(added.table, CodeIndex.translate(added.codes, translation));
      Domain domain = domains.get(target);
      for (int k = 0; k < outcomes; k++) {
        domain.reach[k].add(added.reach[k]);
        domain.answers[k] += added.answers[k];
        domain.cases[k] += added.cases[k];
      }

      for (int i = 0; i < outcomes * TERMS; i++) {
        sums.add(at(target, 0) + i, other.sums, other.at(from, 0) + i);
      }

      calibration.merge(other.calibration, target, from);

      int count = replicateTerms();
      for (int i = 0; i < count; i++) {
        replicates.add(target * count + i, other.replicates, from * count + i);
      }
    }

    calibration.mergeAmong(other.calibration);

    lonely.addAll(other.lonely);
    clusters += other.clusters;
    strata += other.strata;
  }

  private int at(int domain, int outcome) {
    return (domain * outcomes + outcome) * TERMS;
  }

  private int[] targets(StratumTotals cells, int cell) {
    int[] targets = new int[cells.tables.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = domain(cells.tables[i], cells.codes[cell]);
    }

    return targets;
  }

  /** The domain's number; found by walking its codes one by one. */
  private int domain(int table, int[] codes) {
    long node = table;
    for (int dimension : plan.tableDimensions[table]) {
      node = step(spread((node << CODE_BITS) + codes[dimension]));
    }

    long leaf = spread(-1 - node);
    Integer domain = paths.get(leaf);
    if (domain == null) {
      domain = domains.size();
      paths.put(leaf, domain);
      int[] own = new int[codes.length];
      Arrays.fill(own, CodeIndex.MISSING);
      for (int dimension : plan.tableDimensions[table]) {
        own[dimension] = codes[dimension];
      }

      domains.add(new Domain(table, own, outcomes));
      sums.ensure(domains.size() * outcomes * TERMS);
      replicates.ensure(domains.size() * replicateTerms());
      calibration.ensure(domains.size());
    }

    return domain;
  }

  /** Spreads a key over all bits of its hash; the factor is odd, so that keys stay distinct. */
  private static long spread(long key) {
    return key * 0x9e37_79b9_7f4a_7c15L;
  }

  private int step(long edge) {
    return paths.computeIfAbsent(edge, key -> plan.tableDimensions.length + paths.size());
  }
}

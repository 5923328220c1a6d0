package org.quipu.survey.calibration;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.quipu.UserException;
import org.quipu.math.ExactSums;
import org.quipu.survey.Design;
import org.quipu.survey.ReplicateFactors;
import org.quipu.survey.SampledClusters;

/**
 * The rows of a sample by their values of the auxiliary variables: how many there are of each kind,
 * and what they weigh. The same to the last bit for any order of rows and parts.
 */
public final class DistinctRows implements Serializable {
  private static final long serialVersionUID = 1L;

  /** More kinds of rows than these are refused. */
  private static final int MOST = 1 << 20;

  /** So are more sums of replicate weights, one for each kind and replicate. */
  private static final long MOST_SUMS = 1 << 23;

  private static final int TERMS = 2;

  private final Calibration calibration;
  private final Auxiliaries auxiliaries;
  private final Design design;
  private final Map<RowKind, Integer> numbers = new HashMap<>();
  private final ExactSums sums = new ExactSums();
  private final ExactSums replicates = new ExactSums();
  private long[] rows = new long[16];
  private final long[] missing;
  private final long[] unknown;

  /**
   * No rows yet.
   *
   * @param design whose weights, and replicates, are calibrated
   */
  public DistinctRows(Calibration calibration, Design design) {
    this.calibration = calibration;
    this.auxiliaries = new Auxiliaries(calibration);
    this.design = design;
    this.missing = new long[auxiliaries.factors() + auxiliaries.numbers()];
    this.unknown = new long[auxiliaries.factors()];
  }

  Calibration calibration() {
    return calibration;
  }

  Auxiliaries auxiliaries() {
    return auxiliaries;
  }

  double weightScale() {
    return design.weightScale();
  }

  /**
   * Adds a row; one without weight does not count.
   *
   * @param texts values of {@link Calibration#texts}, null where missing
   * @param values of {@link Calibration#numbers}, NaN where missing
   * @param replicateWeights of the file; none where it has none
   * @param stratum where the row was sampled, where replicates are made of clusters; else empty
   * @param cluster the same
   */
  public void add(
      String[] texts,
      double[] values,
      double weight,
      double[] replicateWeights,
      String stratum,
      String cluster) {
    design.replicates().check(replicateWeights);
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      // Estimation refuses what is no weight.
      return;
    }

    int[] levels = new int[auxiliaries.factors()];
    auxiliaries.place(texts, levels);
    boolean whole = true;
    for (int i = 0; i < levels.length; i++) {
      missing[i] += levels[i] == Auxiliaries.MISSING ? 1 : 0;
      unknown[i] += levels[i] == Auxiliaries.UNKNOWN ? 1 : 0;
      whole &= levels[i] >= 0;
    }

    for (int i = 0; i < values.length; i++) {
      boolean finite = Double.isFinite(values[i]);
      missing[levels.length + i] += finite ? 0 : 1;
      whole &= finite;
    }

    if (whole) {
      boolean apart = !calibration.trim().isNone();
      RowKind.Levels its = new RowKind.Levels(levels);
      RowKind.Numbers own = new RowKind.Numbers(values.clone());
      int at = number(new RowKind(its, own, apart ? weight : 0, stratum, cluster));
      double scaled = weight / design.weightScale();
      sums.add(TERMS * at, scaled);
      sums.add(TERMS * at + 1, scaled * scaled);
      rows[at]++;
      for (int r = 0; r < replicateWeights.length; r++) {
        replicates.add(at * columns() + r, replicateWeights[r] / design.weightScale());
      }
    }
  }

  private int columns() {
    return design.replicates().columns().size();
  }

  private int number(RowKind kind) {
    Integer known = numbers.putIfAbsent(kind, numbers.size());
    if (known != null) {
      return known;
    }

    int count = numbers.size();
    long most = columns() == 0 ? MOST : Math.min(MOST, MOST_SUMS / columns());
    if (count > most) {
      throw UserException.input(
          calibration.totals().source(),
          "variables of which the sample has more than " + most + " different rows",
          "fewer",
          calibration.trim().isNone()
              ? "Group the variables of numbers into levels"
              : "Group the variables of numbers into levels, or do not trim");
    }

    sums.ensure(TERMS * count);
    replicates.ensure(columns() * count);
    if (count > rows.length) {
      rows = Arrays.copyOf(rows, 2 * rows.length);
    }

    return count - 1;
  }

  /** Adds the rows of another part. */
  public void merge(DistinctRows other) {
    other.numbers.forEach(
        (kind, from) -> {
          int at = number(kind);
          sums.add(TERMS * at, other.sums, TERMS * from);
          sums.add(TERMS * at + 1, other.sums, TERMS * from + 1);
          rows[at] += other.rows[from];
          for (int r = 0; r < columns(); r++) {
            replicates.add(at * columns() + r, other.replicates, from * columns() + r);
          }
        });
    Arrays.setAll(missing, i -> missing[i] + other.missing[i]);
    Arrays.setAll(unknown, i -> unknown[i] + other.unknown[i]);
  }

  /**
   * Finds the calibrated weights, and those of the replicates that the design has.
   *
   * @param clusters of the sample; null where no replicates are made of them
   * @throws UserException if rows lack a value, a level has no rows, or totals cannot be met
   */
  public CalibratedWeights solve(SampledClusters clusters) {
    refuseIncomplete();
    RowKind[] kinds = numbers.keySet().stream().sorted().toArray(RowKind[]::new);
    double first = first(Arrays.stream(kinds).mapToDouble(kind -> sum(kind, 0)).toArray());
    SampleKinds sample =
        new SampleKinds(
            auxiliaries,
            Arrays.stream(kinds).map(kind -> kind.levels().of()).toArray(int[][]::new),
            Arrays.stream(kinds).map(kind -> kind.numbers().of().clone()).toArray(double[][]::new),
            Arrays.stream(kinds).mapToDouble(kind -> first * kind.weight()).toArray(),
            Arrays.stream(kinds).mapToDouble(kind -> first * sum(kind, 0)).toArray(),
            Arrays.stream(kinds).mapToDouble(kind -> first * first * sum(kind, 1)).toArray(),
            Arrays.stream(kinds).mapToLong(kind -> rows[numbers.get(kind)]).toArray());
    Standard standard = Standard.of(sample);
    sample.standardize(standard);
    CalibratedWeights found = new CalibrationSolver(this, sample, first, standard).solve();
    if (!design.isReplicated()) {
      return found;
    }

    ReplicateFactors factors =
        clusters == null ? null : ReplicateFactors.of(design.replication(), clusters.strata());
    return found.with(replicates(kinds, sample, standard, factors));
  }

  /** Calibrates each replicate by itself. */
  private CalibratedReplicates replicates(
      RowKind[] kinds, SampleKinds sample, Standard standard, ReplicateFactors factors) {
    int count = factors == null ? columns() : factors.count();
    int[] places = Arrays.stream(kinds).mapToInt(numbers::get).toArray();
    int[] cluster =
        Arrays.stream(kinds)
            .mapToInt(kind -> factors == null ? -1 : factors.number(kind.stratum(), kind.cluster()))
            .toArray();
    double[] firsts = new double[count];
    double[][] coefficients = new double[count][];
    String negative = null;
    for (int r = 0; r < count; r++) {
      double[] weights = new double[kinds.length];
      for (int k = 0; k < weights.length; k++) {
        weights[k] =
            factors == null
                ? replicates.value(places[k] * count + r)
                : factors.factor(r, cluster[k]) * sum(kinds[k], 0);
      }

      firsts[r] = first(weights);
      double first = firsts[r];
      Arrays.setAll(weights, k -> first * weights[k]);

      String name = factors == null ? design.replicates().name(r) : factors.name(r);
      CalibrationSolver solver =
          new CalibrationSolver(this, sample.weighing(weights), first, standard);
      try {
        coefficients[r] = solver.coefficients();
      } catch (UserException e) {
        throw new UserException(name + ": " + e.getMessage(), e);
      }

      double[] ratios = solver.ratios();
      if (negative == null
          && IntStream.range(0, ratios.length).anyMatch(k -> weights[k] * ratios[k] < 0)) {
        negative = name;
      }
    }

    return new CalibratedReplicates(factors, firsts, coefficients, negative);
  }

  /** What brings all weights to where the calibration starts. */
  private double first(double[] weights) {
    return calibration.start() == StartingWeights.AS_GIVEN
        ? 1
        : calibration.totals().size() / Arrays.stream(weights).sum();
  }

  private double sum(RowKind kind, int term) {
    return sums.value(TERMS * numbers.get(kind) + term);
  }

  private void refuseIncomplete() {
    String source = calibration.totals().source();
    for (int i = 0; i < missing.length; i++) {
      boolean factor = i < unknown.length;
      String variable =
          factor
              ? auxiliaries.factor(i).variable()
              : auxiliaries.name(auxiliaries.firstNumber() + i - unknown.length);
      if (missing[i] > 0) {
        throw UserException.input(
            "column " + variable,
            missing[i] + " rows with a weight and without a value",
            "a value in every row, to calibrate by it",
            "Fill it in, or give the missing ones a level of their own with its total");
      }

      if (factor && unknown[i] > 0) {
        throw UserException.input(
            "column " + variable,
            unknown[i] + " rows with a value that has no total in " + source,
            "one of " + String.join(", ", auxiliaries.factor(i).levels()),
            "Add the totals of the other values, or recode them");
      }
    }

    if (numbers.isEmpty()) {
      throw UserException.input(
          source, "no row of the sample with a weight", "rows to calibrate", "Check the weights");
    }
  }
}

package org.quipu.survey.calibration;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.quipu.UserException;
import org.quipu.math.ExactSums;

/**
 * The rows of a sample by their values of the auxiliary variables: how many there are of each kind,
 * and what they weigh. The same to the last bit for any order of rows and parts.
 */
public final class DistinctRows implements Serializable {
  private static final long serialVersionUID = 1L;

  /** More kinds of rows than these are refused. */
  private static final int MOST = 1 << 20;

  private static final int TERMS = 2;

  private final Calibration calibration;
  private final Auxiliaries auxiliaries;
  private final double weightScale;
  private final Map<Kind, Integer> numbers = new HashMap<>();
  private final ExactSums sums = new ExactSums();
  private long[] rows = new long[16];
  private final long[] missing;
  private final long[] unknown;

  /**
   * A kind of rows.
   *
   * @param weight 0 where weights are not told apart
   */
  private record Kind(Levels levels, Numbers numbers, double weight)
      implements Serializable, Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      int order = Arrays.compare(levels.of, other.levels.of);
      order = order == 0 ? Arrays.compare(numbers.of, other.numbers.of) : order;
      return order == 0 ? Double.compare(weight, other.weight) : order;
    }
  }

  private static final class Levels implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int[] of;

    private Levels(int[] of) {
      this.of = of;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Levels levels && Arrays.equals(of, levels.of);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(of);
    }
  }

  private static final class Numbers implements Serializable {
    private static final long serialVersionUID = 1L;
    private final double[] of;

    private Numbers(double[] of) {
      this.of = of;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Numbers numbers && Arrays.equals(of, numbers.of);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(of);
    }
  }

  /**
   * No rows yet.
   *
   * @param weightScale what weights are divided by
   */
  public DistinctRows(Calibration calibration, double weightScale) {
    this.calibration = calibration;
    this.auxiliaries = new Auxiliaries(calibration);
    this.weightScale = weightScale;
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
    return weightScale;
  }

  /**
   * Adds a row; one without weight does not count.
   *
   * @param texts values of {@link Calibration#texts}, null where missing
   * @param values of {@link Calibration#numbers}, NaN where missing
   */
  public void add(String[] texts, double[] values, double weight) {
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
      int at =
          number(new Kind(new Levels(levels), new Numbers(values.clone()), apart ? weight : 0));
      double scaled = weight / weightScale;
      sums.add(TERMS * at, scaled);
      sums.add(TERMS * at + 1, scaled * scaled);
      rows[at]++;
    }
  }

  private int number(Kind kind) {
    Integer known = numbers.putIfAbsent(kind, numbers.size());
    if (known != null) {
      return known;
    }

    int count = numbers.size();
    if (count > MOST) {
      throw UserException.input(
          calibration.totals().source(),
          "variables of which the sample has more than " + MOST + " different rows",
          "fewer",
          calibration.trim().isNone()
              ? "Group the variables of numbers into levels"
              : "Group the variables of numbers into levels, or do not trim");
    }

    sums.ensure(TERMS * count);
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
        });
    Arrays.setAll(missing, i -> missing[i] + other.missing[i]);
    Arrays.setAll(unknown, i -> unknown[i] + other.unknown[i]);
  }

  /**
   * Finds the calibrated weights.
   *
   * @throws UserException if rows lack a value, a level has no rows, or totals cannot be met
   */
  public CalibratedWeights solve() {
    refuseIncomplete();
    Kind[] kinds = numbers.keySet().stream().sorted().toArray(Kind[]::new);
    double first = first(kinds);
    SampleKinds sample =
        new SampleKinds(
            auxiliaries,
            Arrays.stream(kinds).map(kind -> kind.levels.of).toArray(int[][]::new),
            Arrays.stream(kinds).map(kind -> kind.numbers.of.clone()).toArray(double[][]::new),
            Arrays.stream(kinds).mapToDouble(kind -> first * kind.weight).toArray(),
            Arrays.stream(kinds).mapToDouble(kind -> first * sum(kind, 0)).toArray(),
            Arrays.stream(kinds).mapToDouble(kind -> first * first * sum(kind, 1)).toArray(),
            Arrays.stream(kinds).mapToLong(kind -> rows[numbers.get(kind)]).toArray());
    return new CalibrationSolver(this, sample, first).solve();
  }

  /** What brings all weights to where the calibration starts. */
  private double first(Kind[] kinds) {
    return calibration.start() == StartingWeights.AS_GIVEN
        ? 1
        : calibration.totals().size()
            / Arrays.stream(kinds).mapToDouble(kind -> sum(kind, 0)).sum();
  }

  private double sum(Kind kind, int term) {
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

package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.UserException;
import org.quipu.survey.ClusterSample;
import org.quipu.survey.CodeIndex;
import org.quipu.survey.Design;

/** Encodes rows, given in any order, into one chunk. */
public final class ChunkBuilder {
  private static final int ROOM = 256;

  /** With so many columns of replicate weights a chunk has half as many rows. */
  private static final int COLUMNS = 64;

  private final ModelInput input;
  private final Functions functions;
  private final Map<RowChunk.Place, Integer> placeNumbers = new HashMap<>();
  private final List<RowChunk.Place> placed = new ArrayList<>();
  private double[] fpcs = new double[ROOM];
  private double[] unitFpcs = new double[ROOM];
  private long[] sampled = new long[ROOM];
  private long[] counting = new long[ROOM];
  private int current = -1;
  private final List<CodeIndex> factors;
  private final List<ChunkLevels> levels;
  private int given;
  private int size;
  private double[] weights = new double[ROOM];
  private double[] outcomes = new double[ROOM];
  private double[] offsets = new double[ROOM];
  private final double[][] numbers;
  private final char[][] codes;
  private int[] places = new int[ROOM];
  private final double[][] replicates;
  private double[] replicateWeights;

  /** Null without calibration. */
  private final ChunkAuxiliaries auxiliaries;

  private String[] auxiliaryTexts;
  private double[] auxiliaryNumbers;

  /**
   * @param factors the codes of each factor, to which others may be added as rows come
   */
  public ChunkBuilder(ModelInput input, List<CodeIndex> factors) {
    this.input = input;
    this.functions = new Functions(input);
    this.numbers = new double[input.numbers().size()][ROOM];
    this.codes = new char[input.factors().size()][ROOM];
    Design design = input.spec().design();
    boolean sampling = design.replication() != null && design.calibration() != null;
    this.replicates = new double[sampling ? 1 : design.replicates().columns().size()][ROOM];
    this.factors = factors;
    this.levels = Stream.generate(ChunkLevels::new).limit(factors.size()).toList();
    this.auxiliaries =
        input.calibration() == null ? null : new ChunkAuxiliaries(input.calibration());
  }

  /** How many more rows may be added. */
  public int room() {
    return RowChunk.CAPACITY / (1 + replicates.length / COLUMNS) - given;
  }

  /**
   * The auxiliary variables of the row that is added next, where weights are calibrated.
   *
   * @param texts values of {@link org.quipu.survey.calibration.Calibration#texts}
   * @param numbers values of {@link org.quipu.survey.calibration.Calibration#numbers}
   */
  public void auxiliaries(String[] texts, double[] numbers) {
    auxiliaryTexts = texts;
    auxiliaryNumbers = numbers;
  }

  /** The replicate weights of the row that is added next, where the file has some. */
  public void replicates(double[] weights) {
    replicateWeights = weights;
  }

  /**
   * Adds a row where {@link #at} said. It counts if it is in the domain, weighs something and has
   * all its values.
   *
   * @param weight 1 without weights
   * @param rowOffsets values of the offsets' columns, NaN where missing
   * @param rowCodes of the factors, {@link CodeIndex#MISSING} where missing
   * @param values of the other columns; one that is not finite is missing
   */
  public void add(
      double weight,
      boolean inDomain,
      double outcome,
      double[] rowOffsets,
      int[] rowCodes,
      double[] values) {
    check(weight);
    input.spec().design().replicates().check(replicateWeights);
    given++;
    boolean counts =
        inDomain
            && weight > 0
            && !Double.isNaN(outcome)
            && isWhole(rowCodes)
            && isWhole(rowOffsets)
            && isWhole(values);
    sampled[current]++;
    if (counts) {
      counting[current]++;
      double explained = functions.outcome(outcome);
      checkOutcome(explained);
      functions.check(values);
      addCounting(weight, explained, functions.offset(rowOffsets), rowCodes, values);
    } else if (auxiliaries != null && weight > 0) {
      auxiliaries.addOther(current, auxiliaryTexts, auxiliaryNumbers, weight);
    }
  }

  /** Says where the rows that are added next were sampled. */
  public void at(RowPlace where) {
    check(where);
    RowChunk.Place place = new RowChunk.Place(where.stratum(), where.cluster(), where.unit());
    Integer known = placeNumbers.putIfAbsent(place, placed.size());
    if (known != null) {
      same(known, where);
      current = known;
      return;
    }

    current = placed.size();
    placed.add(place);
    if (current == fpcs.length) {
      fpcs = Arrays.copyOf(fpcs, 2 * current);
      unitFpcs = Arrays.copyOf(unitFpcs, 2 * current);
      sampled = Arrays.copyOf(sampled, 2 * current);
      counting = Arrays.copyOf(counting, 2 * current);
    }

    fpcs[current] = where.fpc();
    unitFpcs[current] = where.unitFpc();
  }

  private void same(int place, RowPlace where) {
    PlaceSample.same(where.stratum(), fpcs[place], where.fpc());
    PlaceSample.same(where.cluster(), unitFpcs[place], where.unitFpc());
  }

  private void check(double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw UserException.input(
          "column " + input.spec().design().weight(),
          "a row whose weight is missing, negative or infinite",
          "a weight of 0 or more in every row",
          "Correct the weight, or leave out the row");
    }
  }

  private void check(RowPlace where) {
    int stages = input.spec().design().fpc().size();
    if ((stages > 0 && !(where.fpc() > 0)) || (stages > 1 && !(where.unitFpc() > 0))) {
      throw UserException.input(
          "finite population correction of " + ClusterSample.stratum(where.stratum()),
          "a row whose number is missing, 0 or negative",
          "a number above 0 in every row",
          ClusterSample.CORRECT_FPC);
    }
  }

  private void checkOutcome(double outcome) {
    Family family = input.spec().family();
    if (!family.allows(outcome) || Double.isInfinite(outcome)) {
      throw UserException.input(
          "column " + input.spec().formula().response().label(),
          "a number outside its range",
          family.allowed() + ", for the family " + family.code(),
          "Recode it, or choose another family");
    }
  }

  private static boolean isWhole(int[] codes) {
    for (int code : codes) {
      if (code == CodeIndex.MISSING) {
        return false;
      }
    }

    return true;
  }

  private static boolean isWhole(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }

    return true;
  }

  private void addCounting(
      double weight, double outcome, double offset, int[] row, double[] values) {
    if (size == weights.length) {
      grow();
    }

    places[size] = current;
    double used =
        auxiliaries == null
            ? weight
            : auxiliaries.add(size, auxiliaryTexts, auxiliaryNumbers, weight);
    weights[size] = used / input.spec().design().weightScale();
    outcomes[size] = outcome;
    offsets[size] = offset;
    for (int i = 0; i < codes.length; i++) {
      codes[i][size] = levels.get(i).of(row[i]);
    }

    for (int i = 0; i < values.length; i++) {
      numbers[i][size] = values[i];
    }

    for (int r = 0; r < replicates.length; r++) {
      double own = r < replicateWeights.length ? replicateWeights[r] : weight;
      replicates[r][size] = own / input.spec().design().weightScale();
    }

    size++;
  }

  private void grow() {
    int room = 2 * size;
    places = Arrays.copyOf(places, room);
    weights = Arrays.copyOf(weights, room);
    outcomes = Arrays.copyOf(outcomes, room);
    offsets = Arrays.copyOf(offsets, room);
    Arrays.setAll(numbers, i -> Arrays.copyOf(numbers[i], room));
    Arrays.setAll(codes, i -> Arrays.copyOf(codes[i], room));
    Arrays.setAll(replicates, r -> Arrays.copyOf(replicates[r], room));
  }

  public RowChunk build() {
    if (auxiliaries != null) {
      auxiliaries.trim(size);
    }

    return new RowChunk(
        Arrays.copyOf(weights, size),
        Arrays.copyOf(outcomes, size),
        functions.hasOffset() ? Arrays.copyOf(offsets, size) : null,
        Arrays.stream(numbers).map(column -> Arrays.copyOf(column, size)).toArray(double[][]::new),
        Arrays.stream(codes).map(column -> Arrays.copyOf(column, size)).toArray(char[][]::new),
        IntStream.range(0, codes.length)
            .mapToObj(i -> levels.get(i).names(factors.get(i)))
            .toList(),
        Arrays.copyOf(places, size),
        IntStream.range(0, placed.size())
            .mapToObj(
                i -> new PlaceSample(placed.get(i), sampled[i], counting[i], fpcs[i], unitFpcs[i]))
            .toList(),
        Arrays.stream(replicates)
            .map(column -> Arrays.copyOf(column, size))
            .toArray(double[][]::new),
        auxiliaries);
  }
}

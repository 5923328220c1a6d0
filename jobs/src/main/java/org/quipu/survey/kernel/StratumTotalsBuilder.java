package org.quipu.survey.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.survey.calibration.AuxiliaryRows;

/** Adds the rows of a stratum by cell and cluster. */
final class StratumTotalsBuilder {
  /** Up to this many combinations of codes are numbered in an array. */
  private static final int DENSE = 1 << 16;

  private final StratumRows rows;
  private final EstimationPlan plan;
  private final int[] order;
  private final int[] rank;
  private final UniverseIndex universes;
  private final AuxiliaryRows auxiliary;
  private final int outcomes;
  private final int[] cellOf;
  private final int[] slotOf;

  /**
   * Squared weights are rounded to multiples of this power of two, of which every sum in the
   * stratum is exact, whatever the order of its rows.
   */
  private final double unit;

  StratumTotalsBuilder(StratumRows rows, int[] order, int[] rank, UniverseIndex universes) {
    this.rows = rows;
    this.plan = rows.plan;
    this.order = order;
    this.rank = rank;
    this.universes = universes;
    this.auxiliary = rows.auxiliary;
    this.outcomes = plan.outcomes().size();
    this.cellOf = new int[rows.size];
    this.slotOf = new int[rows.size];
    double largest = Arrays.stream(rows.weights, 0, rows.size).map(Math::abs).max().orElse(0);
    this.unit = Math.ulp(rows.size * largest * largest);
  }

  /**
   * Adds the rows.
   *
   * @param cut the dimensions whose codes divide the stratum into cells
   * @param tables positions of the tables that share these cells
   */
  StratumTotals build(List<Integer> cut, List<Integer> tables) {
    int[] first = assignCells(cut);
    int[] start = new int[first.length + 1];
    int[] cluster = assignSlots(start);
    StratumTotals cells =
        new StratumTotals(
            tables.stream().mapToInt(Integer::intValue).toArray(),
            Arrays.stream(first).mapToObj(this::codes).toArray(int[][]::new),
            start,
            cluster,
            plan,
            auxiliary == null ? 0 : auxiliary.calibration().count(),
            universes);
    boolean[] counted = new boolean[cluster.length];
    int[] lastAnswer = new int[cells.answering.length];
    Arrays.fill(lastAnswer, -1);
    for (int row : order) {
      if (cellOf[row] >= 0) {
        cells.rows[cellOf[row]]++;
        countMember(cells, row, counted);
        addBits(cells, row);
        addWeights(cells, row, lastAnswer);
      }
    }

    for (int k = 0; k < outcomes; k++) {
      if (!plan.isBit(k)) {
        addNumbers(cells, k);
      }
    }

    for (int replicate = 0; replicate < rows.replicates.count() && !rows.isCluster(); replicate++) {
      addReplicate(cells, replicate);
    }

    if (auxiliary != null) {
      addProducts(cells);
    }

    return cells;
  }

  private int[] codes(int row) {
    int[] codes = new int[rows.codes.length];
    for (int d = 0; d < codes.length; d++) {
      codes[d] = rows.codes[d][row];
    }

    return codes;
  }

  /** Gives each row its cell, or -1 with a missing code; returns a row of each cell. */
  private int[] assignCells(List<Integer> cut) {
    int count = 1;
    for (int dimension : cut) {
      count = split(rows.codes[dimension], count);
    }

    int[] first = new int[count];
    for (int row = 0; row < rows.size; row++) {
      if (cellOf[row] >= 0) {
        first[cellOf[row]] = row;
      }
    }

    return first;
  }

  /** Splits the cells by a dimension's codes; returns how many there are then. */
  private int split(int[] codes, int count) {
    int radix = 0;
    for (int row = 0; row < rows.size; row++) {
      radix = Math.max(radix, codes[row] + 1);
    }

    if ((long) radix * count > DENSE) {
      return splitMany(codes);
    }

    int[] numbers = new int[radix * count];
    int found = 0;
    for (int row = 0; row < rows.size; row++) {
      int cell = cellOf[row];
      if (cell >= 0 && codes[row] >= 0) {
        int key = cell * radix + codes[row];
        if (numbers[key] == 0) {
          numbers[key] = ++found;
        }

        cellOf[row] = numbers[key] - 1;
      } else {
        cellOf[row] = -1;
      }
    }

    return found;
  }

  private int splitMany(int[] codes) {
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    for (int row = 0; row < rows.size; row++) {
      List<Integer> key = List.of(cellOf[row], codes[row]);
      cellOf[row] =
          cellOf[row] < 0 || codes[row] < 0
              ? -1
              : numbers.computeIfAbsent(key, k -> numbers.size());
    }

    return numbers.size();
  }

  /** Gives each row its slot within its cell, fills where cells start, returns slots' clusters. */
  private int[] assignSlots(int[] start) {
    int[] last = new int[start.length - 1];
    Arrays.fill(last, -1);
    for (int row : order) {
      int cell = cellOf[row];
      if (cell >= 0) {
        int cluster = rank[rows.clusters[row]];
        if (last[cell] != cluster) {
          last[cell] = cluster;
          start[cell + 1]++;
        }

        slotOf[row] = start[cell + 1] - 1;
      }
    }

    for (int cell = 1; cell < start.length; cell++) {
      start[cell] += start[cell - 1];
    }

    int[] clusters = new int[start[start.length - 1]];
    for (int row : order) {
      if (cellOf[row] >= 0) {
        clusters[start[cellOf[row]] + slotOf[row]] = rank[rows.clusters[row]];
      }
    }

    return clusters;
  }

  private void countMember(StratumTotals cells, int row, boolean[] counted) {
    int slot = cells.start[cellOf[row]] + slotOf[row];
    if (rows.weights[row] != 0 && !counted[slot]) {
      counted[slot] = true;
      cells.members[cellOf[row]]++;
    }
  }

  private void addBits(StratumTotals cells, int row) {
    int cell = cellOf[row];
    double weight = rows.weights[row];
    int at = cells.numerator(cell, 0) + slotOf[row];
    int step = cells.slots(cell);
    for (int word = 0; word < rows.positive.length; word++) {
      for (long bits = rows.positive[word][row]; bits != 0; bits &= bits - 1) {
        int k = (word << 6) | Long.numberOfTrailingZeros(bits);
        cells.cases[cell * outcomes + k] += weight != 0 ? 1 : 0;
        if (plan.isBit(k)) {
          cells.numerators[at + k * step] += weight;
        }
      }
    }
  }

  /**
   * Adds a row to what its universes weigh.
   *
   * @param lastAnswer by cell and universe the slot of the last answer; rows come by cluster
   */
  private void addWeights(StratumTotals cells, int row, int[] lastAnswer) {
    int cell = cellOf[row];
    double weight = rows.weights[row];
    double square = Math.rint(weight * weight / unit) * unit;
    int at = cells.denominator(cell, 0) + slotOf[row];
    for (int universe = 0; universe < universes.count(); universe++) {
      int k = universes.outcome(universe);
      if (answered(row, k)) {
        int place = cell * universes.count() + universe;
        cells.answered[place]++;
        cells.squaredWeights[place] += square;
        if (weight != 0) {
          cells.answers[place]++;
          cells.answering[place] += lastAnswer[place] == slotOf[row] ? 0 : 1;
          lastAnswer[place] = slotOf[row];
        }

        if (plan.denominator[k] < 0) {
          cells.denominators[at + universe * cells.slots(cell)] += weight;
        }
      }
    }
  }

  private boolean answered(int row, int outcome) {
    return ((rows.answered[outcome >> 6][row] >>> outcome) & 1) != 0;
  }

  private void addNumbers(StratumTotals cells, int outcome) {
    double[] numerator = rows.numbers[plan.numerator[outcome]];
    boolean ratio = plan.denominator[outcome] >= 0;
    double[] denominator = ratio ? rows.numbers[plan.denominator[outcome]] : null;
    double offset = plan.offset(outcome);
    for (int row : order) {
      int cell = cellOf[row];
      if (cell >= 0 && answered(row, outcome)) {
        double weight = rows.weights[row];
        double y = numerator[row] - offset;
        int square = cells.square(cell, outcome);
        cells.numerators[cells.numerator(cell, outcome) + slotOf[row]] += weight * y;
        cells.squares[square] += weight * y * y;
        if (ratio) {
          double x = denominator[row];
          int own = cells.denominator(cell, universes.of(outcome)) + slotOf[row];
          cells.denominators[own] += weight * x;
          cells.squares[square + 1] += weight * y * x;
          cells.squares[square + 2] += weight * x * x;
          cells.squares[square + 3] += weight;
        }
      }
    }
  }

  private void addReplicate(StratumTotals cells, int replicate) {
    double[] weights = rows.replicates.weights(replicate, rows, rank);
    for (int k = 0; k < outcomes; k++) {
      for (int row : order) {
        if (cellOf[row] >= 0 && answered(row, k)) {
          int at = 2 * ((cellOf[row] * outcomes + k) * plan.replicates() + replicate);
          cells.replicates[at] += weights[row] * numerator(row, k);
          cells.replicates[at + 1] += weights[row] * denominator(row, k);
        }
      }
    }
  }

  private void addProducts(StratumTotals cells) {
    int p = auxiliary.calibration().count();
    for (int row : order) {
      int cell = cellOf[row];
      for (int k = 0; k < outcomes && cell >= 0; k++) {
        if (answered(row, k)) {
          int at = cells.product(cell, k, p);
          auxiliary.addProducts(row, numerator(row, k), cells.products, at);
        }
      }

      for (int universe = 0; universe < universes.count() && cell >= 0; universe++) {
        int k = universes.outcome(universe);
        if (answered(row, k)) {
          int at = cells.product(cell, outcomes + universe, p);
          auxiliary.addProducts(row, denominator(row, k), cells.products, at);
        }
      }
    }
  }

  private double numerator(int row, int outcome) {
    return plan.isBit(outcome)
        ? (rows.positive[outcome >> 6][row] >>> outcome) & 1
        : rows.numbers[plan.numerator[outcome]][row] - plan.offset(outcome);
  }

  private double denominator(int row, int outcome) {
    return plan.denominator[outcome] < 0 ? 1 : rows.numbers[plan.denominator[outcome]][row];
  }
}

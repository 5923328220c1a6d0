package org.quipu.survey.regression;

import java.util.List;
import java.util.stream.IntStream;

/** What Newton steps in several replicates need of all rows, each at parameters of its own. */
final class ReplicateSums implements RowSums<ReplicateSums> {
  private static final long serialVersionUID = 1L;

  /** So many replicates share the reading of a row. */
  private static final int BLOCK = 16;

  private final Model model;
  private final RowReplicates replicates;
  private final int[] numbers;
  private final NewtonSums[] sums;

  /**
   * Sums that are empty yet.
   *
   * @param numbers of the replicates
   * @param sums of each
   */
  ReplicateSums(Model model, RowReplicates replicates, int[] numbers, List<NewtonSums> sums) {
    this(model, replicates, numbers, sums.toArray(NewtonSums[]::new));
  }

  private ReplicateSums(Model model, RowReplicates replicates, int[] numbers, NewtonSums[] sums) {
    this.model = model;
    this.replicates = replicates;
    this.numbers = numbers;
    this.sums = sums;
  }

  @Override
  public ReplicateSums fresh() {
    NewtonSums[] empty = new NewtonSums[sums.length];
    for (int i = 0; i < sums.length; i++) {
      empty[i] = sums[i].fresh();
    }

    return new ReplicateSums(model, replicates, numbers, empty);
  }

  @Override
  public void add(RowChunk chunk) {
    RowReplicates.Weights weights = replicates.of(chunk);
    int blocks = (sums.length + BLOCK - 1) / BLOCK;
    IntStream.range(0, blocks).parallel().forEach(block -> add(chunk, weights, block * BLOCK));
  }

  private void add(RowChunk chunk, RowReplicates.Weights weights, int from) {
    int to = Math.min(sums.length, from + BLOCK);
    RowReader reader = new RowReader(model);
    reader.open(chunk);
    for (int row = 0; row < chunk.size; row++) {
      reader.read(row);
      for (int i = from; i < to; i++) {
        double weight = weights.of(numbers[i], row);
        if (weight > 0) {
          reader.weigh(weight);
          sums[i].add(reader);
        }
      }
    }
  }

  @Override
  public void merge(ReplicateSums other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i].merge(other.sums[i]);
    }
  }

  /** The sums of one of the replicates, in the order given. */
  NewtonSums of(int place) {
    return sums[place];
  }
}

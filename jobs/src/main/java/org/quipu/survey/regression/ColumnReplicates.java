package org.quipu.survey.regression;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.math.Cholesky;
import org.quipu.math.FixedPoint;
import org.quipu.survey.ReplicateWeights;

/** Replicates whose weights are columns of the file. */
final class ColumnReplicates implements RowReplicates {
  private static final long serialVersionUID = 1L;

  /** Squared, what the others must leave of a column for it to count, relative to it. */
  private static final double INDEPENDENT = 1e-10;

  private final ReplicateWeights weights;
  private final long rows;

  /**
   * @param rows that count
   */
  ColumnReplicates(ReplicateWeights weights, long rows) {
    this.weights = weights;
    this.rows = rows;
  }

  @Override
  public List<Double> scales() {
    return weights.scales();
  }

  @Override
  public String name(int replicate) {
    return weights.name(replicate);
  }

  @Override
  public Weights of(RowChunk chunk) {
    return (replicate, row) -> chunk.replicates[replicate][row];
  }

  @Override
  public int rank(EncodedRows encoded) {
    double[] largest = encoded.sums(new Largest(count())).of;
    return Cholesky.rank(encoded.sums(new Products(largest, rows)).matrix(), INDEPENDENT);
  }

  /** The largest weight of each column. */
  private static final class Largest implements RowSums<Largest> {
    private static final long serialVersionUID = 1L;
    private final double[] of;

    private Largest(int columns) {
      this.of = new double[columns];
    }

    @Override
    public Largest fresh() {
      return new Largest(of.length);
    }

    @Override
    public void add(RowChunk chunk) {
      for (int r = 0; r < of.length; r++) {
        of[r] = Math.max(of[r], Arrays.stream(chunk.replicates[r]).max().orElse(0));
      }
    }

    @Override
    public void merge(Largest other) {
      Arrays.setAll(of, r -> Math.max(of[r], other.of[r]));
    }
  }

  /** The sums of the products of each two columns. */
  private static final class Products implements RowSums<Products> {
    private static final long serialVersionUID = 1L;
    private final double[] largest;
    private final long rows;
    private final FixedPoint[] units;
    private final long[][] sums;

    private Products(double[] largest, long rows) {
      this.largest = largest;
      this.rows = rows;
      double all = Arrays.stream(largest).max().orElse(0);
      this.units =
          Arrays.stream(largest)
              .mapToObj(each -> FixedPoint.of(each * all, rows))
              .toArray(FixedPoint[]::new);
      this.sums =
          IntStream.range(0, largest.length).mapToObj(i -> new long[i + 1]).toArray(long[][]::new);
    }

    @Override
    public Products fresh() {
      return new Products(largest, rows);
    }

    @Override
    public void add(RowChunk chunk) {
      IntStream.range(0, sums.length)
          .parallel()
          .forEach(
              i -> {
                double[] one = chunk.replicates[i];
                for (int j = 0; j <= i; j++) {
                  double[] other = chunk.replicates[j];
                  long sum = 0;
                  for (int row = 0; row < one.length; row++) {
                    sum += units[i].of(one[row] * other[row]);
                  }

                  sums[i][j] += sum;
                }
              });
    }

    @Override
    public void merge(Products other) {
      for (int i = 0; i < sums.length; i++) {
        for (int j = 0; j <= i; j++) {
          sums[i][j] += other.sums[i][j];
        }
      }
    }

    private double[][] matrix() {
      double[][] matrix = new double[sums.length][sums.length];
      for (int i = 0; i < sums.length; i++) {
        for (int j = 0; j <= i; j++) {
          matrix[i][j] = units[i].value(sums[i][j]);
          matrix[j][i] = matrix[i][j];
        }
      }

      return matrix;
    }
  }
}

package org.quipu.spark;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.quipu.survey.CodeIndex;
import org.quipu.survey.regression.ChunkBuilder;
import org.quipu.survey.regression.RowChunk;

/** Encodes the rows of one partition. */
final class ChunkFeed implements FlatMapFunction<Iterator<FileBatch>, RowChunk> {
  private static final long serialVersionUID = 1L;

  private final RegressionSchema schema;
  private final List<BatchColumn> columns;

  /**
   * @param columns of {@link BatchScan}
   */
  ChunkFeed(RegressionSchema schema, List<BatchColumn> columns) {
    this.schema = schema;
    this.columns = columns;
  }

  @Override
  public Iterator<RowChunk> call(Iterator<FileBatch> batches) {
    return new Chunks(batches);
  }

  /** Tells which rows are in a domain by a column of theirs. */
  private static final class Filter {
    private final VectorReader reader;
    private final CodeIndex codes = new CodeIndex();
    private final int wanted;

    private Filter(VectorReader reader, RegressionSchema.Wanted wanted) {
      this.reader = reader;
      wanted.values().forEach(codes::number);
      this.wanted = codes.size();
    }

    private boolean holds(int row) {
      int code = reader.code(row, codes);
      return code != CodeIndex.MISSING && code < wanted;
    }
  }

  private final class Chunks implements Iterator<RowChunk> {
    private final Iterator<FileBatch> batches;
    private final BatchReaders all = new BatchReaders(columns);
    private final DesignReader design = new DesignReader(schema.design, all);
    private final VectorReader outcomes = all.of(schema.outcome);
    private final List<VectorReader> offsets = all.of(schema.offsets);
    private final List<VectorReader> factors = all.of(schema.factors);
    private final List<VectorReader> numbers = all.of(schema.numbers);
    private final List<VectorReader> replicates = all.of(schema.replicates);
    private final List<Filter> domain =
        schema.domain.stream().map(wanted -> new Filter(all.of(wanted.field()), wanted)).toList();
    private final AuxiliaryReader auxiliary =
        schema.auxiliary == null ? null : new AuxiliaryReader(schema.auxiliary, all);
    private final List<CodeIndex> codes =
        Stream.generate(CodeIndex::new).limit(factors.size()).toList();
    private final int[] levels = new int[factors.size()];
    private final double[] values = new double[numbers.size()];
    private final double[] rowOffsets = new double[offsets.size()];
    private final double[] replicateWeights = new double[replicates.size()];
    private int at;
    private int end;

    private Chunks(Iterator<FileBatch> batches) {
      this.batches = batches;
    }

    @Override
    public boolean hasNext() {
      while (at == end && batches.hasNext()) {
        FileBatch batch = batches.next();
        all.take(batch.rows());
        at = 0;
        end = batch.rows().numRows();
      }

      return at < end;
    }

    @Override
    public RowChunk next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }

      ChunkBuilder chunk = new ChunkBuilder(schema.input, codes);
      while (chunk.room() > 0 && hasNext()) {
        int to = design.endOfPlace(at, Math.min(end, at + chunk.room()));
        chunk.at(design.place(at));
        for (; at < to; at++) {
          add(chunk, at);
        }
      }

      return chunk.build();
    }

    private void add(ChunkBuilder chunk, int row) {
      for (int i = 0; i < levels.length; i++) {
        levels[i] = factors.get(i).code(row, codes.get(i));
      }

      for (int i = 0; i < values.length; i++) {
        values[i] = numbers.get(i).number(row);
      }

      for (int i = 0; i < rowOffsets.length; i++) {
        rowOffsets[i] = offsets.get(i).number(row);
      }

      for (int r = 0; r < replicateWeights.length; r++) {
        replicateWeights[r] = replicates.get(r).number(row);
      }

      chunk.replicates(replicateWeights);
      if (auxiliary != null) {
        chunk.auxiliaries(auxiliary.texts(row), auxiliary.numbers(row));
      }

      chunk.add(
          design.weight(row), isInDomain(row), outcomes.number(row), rowOffsets, levels, values);
    }

    private boolean isInDomain(int row) {
      for (Filter filter : domain) {
        if (!filter.holds(row)) {
          return false;
        }
      }

      return true;
    }
  }
}

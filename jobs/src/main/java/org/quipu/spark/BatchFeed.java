package org.quipu.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.quipu.survey.kernel.StratumRows;
import org.quipu.survey.kernel.SurveyAccumulator;

/**
 * Adds the rows of one partition. The strata of its first and last rows may continue in another
 * partition and stay open.
 */
final class BatchFeed implements FlatMapFunction<Iterator<FileBatch>, FeedResult> {
  private static final long serialVersionUID = 1L;

  private final SurveySchema schema;
  private final List<BatchColumn> columns;
  private final Accumulation accumulation;

  /**
   * @param columns of {@link BatchScan}
   */
  BatchFeed(SurveySchema schema, List<BatchColumn> columns, Accumulation accumulation) {
    this.schema = schema;
    this.columns = columns;
    this.accumulation = accumulation;
  }

  @Override
  public Iterator<FeedResult> call(Iterator<FileBatch> batches) {
    return List.of(feed(batches)).iterator();
  }

  private FeedResult feed(Iterator<FileBatch> batches) {
    StratumWindow window = new StratumWindow(accumulation.begin());
    Readers readers = new Readers();
    while (batches.hasNext()) {
      FileBatch batch = batches.next();
      window.check(batch.piece());
      readers.all.take(batch.rows());
      if (!readers.add(batch.rows().numRows(), window)) {
        return new FeedResult.ScatteredStrata();
      }
    }

    return new FeedResult.Accumulated(window.sums());
  }

  /** The readers of the schema's columns. */
  private final class Readers {
    private final BatchReaders all = new BatchReaders(columns);
    private final VectorReader groups = all.of(schema.group);
    private final DesignReader design = new DesignReader(schema.design, all);
    private final List<VectorReader> dimensions = all.of(schema.dimensions);
    private final List<VectorReader> numbers = all.of(schema.numbers);
    private final List<VectorReader> replicates = all.of(schema.replicates);
    private final AuxiliaryReader auxiliary =
        schema.auxiliary == null ? null : new AuxiliaryReader(schema.auxiliary, all);
    private final List<VectorReader> answers =
        all.of(schema.answers.stream().map(SurveySchema.Answer::field).toList());

    /** Adds a batch stratum by stratum; false where the rows of a stratum are not contiguous. */
    private boolean add(int count, StratumWindow window) {
      int from = 0;
      while (from < count) {
        int to = groups == null ? count : groups.endOfRun(from, count);
        to = design.endOfStratum(from, to);
        String name = groups == null ? null : DesignReader.required(groups, from, "group");
        String stratum = design.stratum(from);
        if (!window.isIn(name, stratum) && !window.enter(name, stratum)) {
          return false;
        }

        addRows(window.current(), from, to, window.sums());
        from = to;
      }

      return true;
    }

    private void addRows(StratumRows rows, int from, int to, SurveyAccumulator sums) {
      int base = addToDesign(rows, from, to);
      if (auxiliary != null) {
        auxiliary.add(rows, base, from, to);
      }

      for (int d = 0; d < dimensions.size(); d++) {
        VectorReader reader = dimensions.get(d);
        for (int row = from; row < to; row++) {
          rows.code(base + row - from, d, reader.code(row, sums.codes(d)));
        }
      }

      for (int i = 0; i < numbers.size(); i++) {
        VectorReader reader = numbers.get(i);
        for (int row = from; row < to; row++) {
          rows.number(base + row - from, i, reader.number(row));
        }
      }

      for (int r = 0; r < replicates.size(); r++) {
        VectorReader reader = replicates.get(r);
        for (int row = from; row < to; row++) {
          rows.replicate(base + row - from, r, reader.number(row));
        }
      }

      for (int i = 0; i < answers.size(); i++) {
        addAnswers(rows, base, schema.answers.get(i).outcome(), answers.get(i), from, to);
      }
    }

    /** Adds the rows with cluster and weight; returns the position of the first. */
    private int addToDesign(StratumRows rows, int from, int to) {
      int base = -1;
      int row = from;
      while (row < to) {
        int end = design.endOfCluster(row, to);
        int cluster = design.hasClusters() ? rows.cluster(design.cluster(row)) : -1;
        for (; row < end; row++) {
          int added = rows.add(cluster, design.weight(row));
          base = base < 0 ? added : base;
          if (design.hasFpc()) {
            rows.fpc(design.fpc(row));
          }

          if (design.hasUnits()) {
            rows.unit(added, design.unit(row), design.unitFpc(row));
          }
        }
      }

      return base;
    }

    private void addAnswers(
        StratumRows rows, int base, int outcome, VectorReader reader, int from, int to) {
      if (reader.isBoolean()) {
        for (int row = from; row < to; row++) {
          if (!reader.isMissing(row)) {
            rows.answer(base + row - from, outcome, reader.bool(row) ? 1 : 0);
          }
        }
      } else {
        for (int row = from; row < to; row++) {
          rows.answer(base + row - from, outcome, reader.number(row));
        }
      }
    }
  }
}

package org.quipu.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.quipu.spark.Selection.Field;
import org.quipu.survey.kernel.StratumRows;
import org.quipu.survey.kernel.SurveyAccumulator;

/**
 * Adds the rows of one partition of columnar batches, as a Parquet scan gives them, without making
 * rows of them. The strata of its first and last rows may continue in another partition and stay
 * open.
 */
final class BatchFeed implements FlatMapFunction<Iterator<ColumnarBatch>, FeedResult> {
  private static final long serialVersionUID = 1L;

  private final SurveySchema schema;
  private final StructType stored;
  private final Accumulation accumulation;

  /**
   * @param stored the columns of the batches
   */
  BatchFeed(SurveySchema schema, StructType stored, Accumulation accumulation) {
    this.schema = schema;
    this.stored = stored;
    this.accumulation = accumulation;
  }

  @Override
  public Iterator<FeedResult> call(Iterator<ColumnarBatch> batches) {
    return List.of(feed(batches)).iterator();
  }

  private FeedResult feed(Iterator<ColumnarBatch> batches) {
    StratumWindow window = new StratumWindow(accumulation.begin());
    Readers readers = new Readers();
    while (batches.hasNext()) {
      ColumnarBatch batch = batches.next();
      window.checkPiece();
      readers.take(batch);
      if (!readers.add(batch.numRows(), window)) {
        return new FeedResult.ScatteredStrata();
      }
    }

    return new FeedResult.Accumulated(window.sums());
  }

  /** A reader for each column of the schema; null for a part of the design without a column. */
  private final class Readers {
    private final List<VectorReader> all = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final VectorReader groups = reader(schema.group);
    private final VectorReader strata = reader(schema.design.stratum);
    private final VectorReader clusters = reader(schema.design.cluster);
    private final VectorReader weights = reader(schema.design.weight);
    private final VectorReader fpc = reader(schema.design.fpc);
    private final List<VectorReader> dimensions = readers(schema.dimensions);
    private final List<VectorReader> numbers = readers(schema.numbers);
    private final List<VectorReader> answers =
        readers(schema.answers.stream().map(SurveySchema.Answer::field).toList());

    private List<VectorReader> readers(List<Field> fields) {
      return fields.stream().map(this::reader).toList();
    }

    private VectorReader reader(Field field) {
      if (!field.isPresent()) {
        return null;
      }

      int position = position(field.column());
      VectorReader reader = VectorReader.of(stored.fields()[position].dataType());
      all.add(reader);
      positions.add(position);
      return reader;
    }

    private int position(String name) {
      String[] names = stored.fieldNames();
      for (int i = 0; i < names.length; i++) {
        if (names[i].equalsIgnoreCase(name)) {
          return i;
        }
      }

      throw new IllegalArgumentException("no column " + name);
    }

    private void take(ColumnarBatch batch) {
      for (int i = 0; i < all.size(); i++) {
        all.get(i).take(batch.column(positions.get(i)));
      }
    }

    /** Adds a batch stratum by stratum; false where the rows of a stratum are not contiguous. */
    private boolean add(int count, StratumWindow window) {
      int from = 0;
      while (from < count) {
        int to = groups == null ? count : groups.endOfRun(from, count);
        to = strata == null ? to : strata.endOfRun(from, to);
        String name = groups == null ? null : required(groups, from, "group");
        String stratum = strata == null ? "" : required(strata, from, "stratum");
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

      for (int i = 0; i < answers.size(); i++) {
        addAnswers(rows, base, schema.answers.get(i).outcome(), answers.get(i), from, to);
      }
    }

    /** Adds the rows with cluster and weight; returns the position of the first. */
    private int addToDesign(StratumRows rows, int from, int to) {
      int base = -1;
      int row = from;
      while (row < to) {
        int end = clusters == null ? to : clusters.endOfRun(row, to);
        int cluster = clusters == null ? -1 : rows.cluster(required(clusters, row, "cluster"));
        for (; row < end; row++) {
          int added = rows.add(cluster, weights == null ? 1 : weights.number(row));
          base = base < 0 ? added : base;
          if (fpc != null) {
            rows.fpc(fpc.number(row));
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

    private static String required(VectorReader reader, int row, String what) {
      String id = reader.id(row);
      if (id == null) {
        throw DesignFields.lacks(what);
      }

      return id;
    }
  }
}

package org.quipu.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.quipu.UserException;
import org.quipu.survey.Design;
import org.quipu.survey.Retain;
import org.quipu.survey.kernel.EstimationPlan;
import org.quipu.survey.kernel.StratumRows;
import org.quipu.survey.kernel.SurveyAccumulator;

/**
 * Reduces one partition of columnar batches, as a Parquet scan gives them: no row is ever made.
 * Gives null where a stratum's rows are not together.
 */
final class BatchFeed implements FlatMapFunction<Iterator<ColumnarBatch>, SurveyAccumulator> {
  private static final long serialVersionUID = 1L;

  private final EstimationPlan layout;
  private final Design design;
  private final String group;
  private final Retain retain;
  private final StructType schema;

  /**
   * Of batches with these columns.
   *
   * @param group the column of the group, or null
   */
  BatchFeed(EstimationPlan layout, Design design, String group, Retain retain, StructType schema) {
    this.layout = layout;
    this.design = design;
    this.group = group;
    this.retain = retain;
    this.schema = schema;
  }

  @Override
  public Iterator<SurveyAccumulator> call(Iterator<ColumnarBatch> batches) {
    StratumWindow window = new StratumWindow(new SurveyAccumulator(layout, design, retain));
    Columns columns = new Columns();
    while (batches.hasNext()) {
      ColumnarBatch batch = batches.next();
      window.look();
      columns.turnTo(batch);
      if (!columns.add(batch.numRows(), window)) {
        return Collections.singleton((SurveyAccumulator) null).iterator();
      }
    }

    return List.of(window.sums()).iterator();
  }

  /** The readers of the columns that the design and the layout name. */
  private final class Columns {
    private final List<VectorReader> all = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final VectorReader groups = reader(group);
    private final VectorReader strata = reader(design.stratum());
    private final VectorReader clusters =
        reader(design.clusters().isEmpty() ? null : design.clusters().get(0));
    private final VectorReader weights = reader(design.weight());
    private final VectorReader fpc = reader(design.fpc().isEmpty() ? null : design.fpc().get(0));
    private final List<VectorReader> dimensions = readers(layout.dimensions());
    private final List<VectorReader> numbers = readers(layout.numbers());
    private final List<VectorReader> bits = new ArrayList<>();

    private Columns() {
      for (int k = 0; k < layout.outcomes().size(); k++) {
        bits.add(layout.isBit(k) ? reader(layout.outcomes().get(k).numerator()) : null);
      }
    }

    private List<VectorReader> readers(List<String> names) {
      List<VectorReader> readers = new ArrayList<>();
      names.forEach(name -> readers.add(reader(name)));
      return readers;
    }

    private VectorReader reader(String name) {
      if (name == null) {
        return null;
      }

      int position = position(name);
      VectorReader reader = VectorReader.of(schema.fields()[position].dataType());
      all.add(reader);
      positions.add(position);
      return reader;
    }

    private int position(String name) {
      String[] names = schema.fieldNames();
      for (int i = 0; i < names.length; i++) {
        if (names[i].equalsIgnoreCase(name)) {
          return i;
        }
      }

      throw new IllegalArgumentException("no column " + name);
    }

    private void turnTo(ColumnarBatch batch) {
      for (int i = 0; i < all.size(); i++) {
        all.get(i).turnTo(batch.column(positions.get(i)));
      }
    }

    /** Adds a batch, stratum by stratum; false where a stratum's rows lie apart. */
    private boolean add(int count, StratumWindow window) {
      int from = 0;
      while (from < count) {
        int to = groups == null ? count : groups.endOfRun(from, count);
        to = strata == null ? to : strata.endOfRun(from, to);
        String name = groups == null ? null : required(groups, from, "group");
        String stratum = strata == null ? "" : required(strata, from, "stratum");
        if (!window.in(name, stratum) && window.enter(name, stratum) == null) {
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

      for (int k = 0; k < bits.size(); k++) {
        if (bits.get(k) != null) {
          addBits(rows, base, k, from, to);
        }
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

    private void addBits(StratumRows rows, int base, int outcome, int from, int to) {
      VectorReader reader = bits.get(outcome);
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

    private String required(VectorReader reader, int row, String what) {
      String id = reader.id(row);
      if (id == null) {
        throw new UserException(
            "a row has no " + what + "; every row belongs to the design. Fill it in");
      }

      return id;
    }
  }
}

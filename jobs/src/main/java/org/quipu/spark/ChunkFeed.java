package org.quipu.spark;

import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.quipu.spark.Selection.Field;
import org.quipu.survey.Identifiers;
import org.quipu.survey.regression.ChunkBuilder;
import org.quipu.survey.regression.RowChunk;
import org.quipu.survey.regression.RowPlace;

/** Encodes the rows of one partition, as {@link RegressionSchema#rows} gives them. */
final class ChunkFeed implements FlatMapFunction<Iterator<Row>, RowChunk> {
  private static final long serialVersionUID = 1L;

  private final RegressionSchema schema;

  ChunkFeed(RegressionSchema schema) {
    this.schema = schema;
  }

  @Override
  public Iterator<RowChunk> call(Iterator<Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public RowChunk next() {
        return chunk(rows);
      }
    };
  }

  private RowChunk chunk(Iterator<Row> rows) {
    DesignFields design = schema.design;
    ChunkBuilder chunk = new ChunkBuilder(schema.input);
    String[] texts = new String[schema.factors.size()];
    double[] values = new double[schema.numbers.size()];
    double[] replicates = new double[schema.replicates.size()];
    double[] offsets = new double[schema.offsets.size()];
    while (rows.hasNext() && !chunk.isFull()) {
      Row row = rows.next();
      for (int i = 0; i < texts.length; i++) {
        texts[i] = text(schema.factors.get(i), row);
      }

      for (int i = 0; i < values.length; i++) {
        values[i] = schema.numbers.get(i).number(row);
      }

      for (int i = 0; i < offsets.length; i++) {
        offsets[i] = schema.offsets.get(i).number(row);
      }

      for (int r = 0; r < replicates.length; r++) {
        replicates[r] = schema.replicates.get(r).number(row);
      }

      chunk.replicates(replicates);
      if (schema.auxiliary != null) {
        chunk.auxiliaries(schema.auxiliary.texts(row), schema.auxiliary.numbers(row));
      }

      chunk.add(
          new RowPlace(
              design.stratum(row),
              design.cluster.isPresent() ? design.cluster(row) : "",
              design.unit.isPresent() ? design.unit(row) : "",
              design.fpc.isPresent() ? design.fpc.number(row) : Double.NaN,
              design.unitFpc.isPresent() ? design.unitFpc.number(row) : Double.NaN),
          design.weight(row),
          inDomain(row),
          schema.outcome.number(row),
          offsets,
          texts,
          values);
    }

    return chunk.build();
  }

  private boolean inDomain(Row row) {
    for (RegressionSchema.Wanted wanted : schema.domain) {
      String value = text(wanted.field(), row);
      if (value == null || !wanted.values().contains(value)) {
        return false;
      }
    }

    return true;
  }

  private static String text(Field field, Row row) {
    String text = field.text(row);
    return text == null ? null : Identifiers.text(text);
  }
}

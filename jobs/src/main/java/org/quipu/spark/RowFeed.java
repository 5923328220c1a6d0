package org.quipu.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.quipu.survey.Identifiers;
import org.quipu.survey.kernel.StratumRows;
import org.quipu.survey.kernel.SurveyAccumulator;

/**
 * Adds the rows of one partition, as {@link SurveySchema#rows} gives them. The strata of its first
 * and last rows may continue in another partition and stay open.
 */
final class RowFeed implements FlatMapFunction<Iterator<Row>, FeedResult> {
  private static final long serialVersionUID = 1L;

  private final SurveySchema schema;
  private final Accumulation accumulation;

  RowFeed(SurveySchema schema, Accumulation accumulation) {
    this.schema = schema;
    this.accumulation = accumulation;
  }

  @Override
  public Iterator<FeedResult> call(Iterator<Row> iterator) {
    return List.of(feed(iterator)).iterator();
  }

  private FeedResult feed(Iterator<Row> iterator) {
    StratumWindow window = new StratumWindow(accumulation.begin());
    while (iterator.hasNext()) {
      Row row = iterator.next();
      window.checkPiece();
      String group = schema.group.isPresent() ? DesignFields.id(schema.group, row, "group") : null;
      String stratum = schema.design.stratum(row);
      if (!window.isIn(group, stratum) && !window.enter(group, stratum)) {
        return new FeedResult.ScatteredStrata();
      }

      add(row, window.current(), window.sums());
    }

    return new FeedResult.Accumulated(window.sums());
  }

  private void add(Row row, StratumRows rows, SurveyAccumulator sums) {
    int cluster = schema.design.cluster.isPresent() ? rows.cluster(schema.design.cluster(row)) : -1;
    int added = rows.add(cluster, schema.design.weight(row));
    if (schema.design.fpc.isPresent()) {
      rows.fpc(schema.design.fpc.number(row));
    }

    if (schema.design.unit.isPresent()) {
      rows.unit(added, schema.design.unit(row), schema.design.unitFpc.number(row));
    }

    if (schema.auxiliary != null) {
      schema.auxiliary.add(row, rows, added);
    }

    for (int d = 0; d < schema.dimensions.size(); d++) {
      String code = schema.dimensions.get(d).text(row);
      rows.code(added, d, sums.codes(d).number(code == null ? null : Identifiers.text(code)));
    }

    for (SurveySchema.Answer answer : schema.answers) {
      rows.answer(added, answer.outcome(), answer.field().number(row));
    }

    for (int i = 0; i < schema.numbers.size(); i++) {
      rows.number(added, i, schema.numbers.get(i).number(row));
    }

    for (int r = 0; r < schema.replicates.size(); r++) {
      rows.replicate(added, r, schema.replicates.get(r).number(row));
    }
  }
}

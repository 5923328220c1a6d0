package org.quipu.spark;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.quipu.UserException;
import org.quipu.survey.Design;
import org.quipu.survey.Identifiers;
import org.quipu.survey.Retain;
import org.quipu.survey.kernel.EstimationPlan;
import org.quipu.survey.kernel.StratumRows;
import org.quipu.survey.kernel.SurveyAccumulator;

/**
 * Reduces the rows of one partition. The strata that its first and last rows belong to may go on in
 * another partition and stay open. Gives null where a stratum's rows are not together.
 */
final class RowFeed implements FlatMapFunction<Iterator<Row>, SurveyAccumulator> {
  private static final long serialVersionUID = 1L;
  static final String GROUP = "quipu_group";
  static final String STRATUM = "quipu_stratum";

  private final EstimationPlan layout;
  private final Design design;
  private final boolean grouped;
  private final Retain retain;
  private final int[] bits;

  RowFeed(EstimationPlan layout, Design design, String group, Retain retain) {
    this.layout = layout;
    this.design = design;
    this.grouped = group != null;
    this.retain = retain;
    this.bits =
        java.util.stream.IntStream.range(0, layout.outcomes().size())
            .filter(layout::isBit)
            .toArray();
  }

  SurveyAccumulator start() {
    return new SurveyAccumulator(layout, design, retain);
  }

  @Override
  public Iterator<SurveyAccumulator> call(Iterator<Row> iterator) {
    StratumWindow window = new StratumWindow(start());
    while (iterator.hasNext()) {
      Row row = iterator.next();
      window.look();
      String group = grouped ? Identifiers.text(required(row, 0, "group")) : null;
      String stratum = Identifiers.text(required(row, 1, "stratum"));
      if (!window.in(group, stratum) && window.enter(group, stratum) == null) {
        return Collections.singleton((SurveyAccumulator) null).iterator();
      }

      add(row, window.current(), window.sums());
    }

    return List.of(window.sums()).iterator();
  }

  private void add(Row row, StratumRows rows, SurveyAccumulator sums) {
    int at = 2;
    int cluster = -1;
    String unit = null;
    if (!design.clusters().isEmpty()) {
      cluster = rows.cluster(Identifiers.text(required(row, at++, "cluster")));
    }

    if (design.clusters().size() == 2) {
      unit = Identifiers.text(required(row, at++, "second-stage unit"));
    }

    int added = rows.add(cluster, number(row, at++));
    if (!design.fpc().isEmpty()) {
      rows.fpc(number(row, at++));
    }

    if (design.fpc().size() == 2) {
      rows.unit(added, unit, number(row, at++));
    }

    for (int d = 0; d < layout.dimensions().size(); d++, at++) {
      String code = row.getString(at);
      rows.code(added, d, sums.codes(d).number(code == null ? null : Identifiers.text(code)));
    }

    for (int k : bits) {
      answer(row, at++, rows, added, k);
    }

    for (int i = 0; i < layout.numbers().size(); i++) {
      rows.number(added, i, number(row, at++));
    }

    for (int r = 0; r < design.replicates().columns().size(); r++) {
      rows.replicate(added, r, number(row, at++));
    }
  }

  private void answer(Row row, int at, StratumRows rows, int added, int outcome) {
    rows.answer(added, outcome, number(row, at));
  }

  private static double number(Row row, int at) {
    return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
  }

  private static String required(Row row, int at, String what) {
    if (row.isNullAt(at)) {
      throw new UserException(
          "a row has no " + what + "; every row belongs to the design. Fill it in");
    }

    return row.getString(at);
  }
}

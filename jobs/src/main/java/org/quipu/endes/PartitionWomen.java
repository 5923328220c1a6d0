package org.quipu.endes;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.util.CollectionAccumulator;

/**
 * The women of one partition of module rows, which are sorted by year, household, line and module;
 * one woman is in memory at a time. The counts are reported after the last row.
 */
final class PartitionWomen implements Iterator<Row> {
  /** The counts of one partition by year. */
  record Report(int partition, Map<Integer, YearReport> years) implements Serializable {}

  private final Iterator<Row> rows;
  private final Map<Integer, YearPlan> plans;
  private final CollectionAccumulator<Report> reports;
  private final Map<Integer, YearReport> counted = new TreeMap<>();
  private final ArrayDeque<Row> ready = new ArrayDeque<>();
  private WomanAssembler assembler;
  private int year;
  private boolean finished;

  PartitionWomen(
      Iterator<Row> rows, Map<Integer, YearPlan> plans, CollectionAccumulator<Report> reports) {
    this.rows = rows;
    this.plans = plans;
    this.reports = reports;
  }

  /** The counts of a year over all partitions; a partition that was computed again counts once. */
  static YearReport total(int year, List<Report> reports) {
    Map<Integer, Map<Integer, YearReport>> onceEach = new TreeMap<>();
    reports.forEach(report -> onceEach.put(report.partition, report.years));
    YearReport total = new YearReport();
    onceEach.values().stream()
        .map(years -> years.get(year))
        .filter(Objects::nonNull)
        .forEach(total::add);
    return total;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !finished) {
      if (rows.hasNext()) {
        accept(ModuleRow.of(rows.next()));
      } else {
        finish();
      }
    }

    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }

    return ready.remove();
  }

  private void accept(ModuleRow row) {
    if (assembler == null || row.year() != year) {
      begin(row.year());
    }

    assembler.accept(row.key(), row.module(), row.values());
  }

  private void begin(int next) {
    if (assembler != null) {
      assembler.finish();
    }

    year = next;
    YearPlan plan = plans.get(year);
    IndicatorSet indicators = new IndicatorSet(plan.present());
    assembler =
        new WomanAssembler(
            plan,
            counted.computeIfAbsent(year, any -> new YearReport()),
            (key, row, unanswered) ->
                ready.add(WomenTable.row(plan.year(), key, row, indicators.of(row, unanswered))));
  }

  private void finish() {
    if (assembler != null) {
      assembler.finish();
    }

    finished = true;
    reports.add(new Report(TaskContext.getPartitionId(), counted));
  }
}

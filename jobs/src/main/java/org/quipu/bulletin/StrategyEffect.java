package org.quipu.bulletin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quipu.association.EventStudyRun;
import org.quipu.association.EventStudyTerm;
import org.quipu.charts.EventStudyFigure;
import org.quipu.store.EventStudyRow;
import org.quipu.text.narrative.StrategySentences;

/** A strategy's event study as the lines of a figure, with its sentence. */
record StrategyEffect(List<EventStudyRow> rows, Labels labels) {

  /** Of the strategy's regions against the others; empty where it was not studied. */
  static Optional<StrategyEffect> of(
      Evidence evidence, String strategy, String indicator, Labels labels) {
    List<EventStudyRow> rows = evidence.events(strategy, indicator);
    return rows.isEmpty() ? Optional.empty() : Optional.of(new StrategyEffect(rows, labels));
  }

  EventStudyRow effect() {
    return rows.stream()
        .filter(row -> row.term() == EventStudyTerm.EFFECT)
        .findFirst()
        .orElseThrow();
  }

  /** The effect with its interval and test, earlier trends, and what it is not. */
  String statement() {
    return new StrategySentences(labels.names()).statement(effect(), rows);
  }

  /** The effect in a few words. */
  String headline() {
    return new StrategySentences(labels.names()).headline(effect(), rows);
  }

  /** The effect with its interval and test, and earlier trends. */
  String found() {
    return new StrategySentences(labels.names()).brief(effect(), rows);
  }

  EventStudyFigure.Strategy start() {
    EventStudyRow effect = effect();
    String month =
        labels.text(
            "month.of.year", labels.language().month(effect.startMonth()), effect.startYear());
    return new EventStudyFigure.Strategy(
        effect.strategy(), effect.startYear(), labels.text("event.start", month));
  }

  /** The differences of each year, a line a run. */
  List<EventStudyFigure.Run> runs() {
    Map<EventStudyRun, List<EventStudyRow>> byRun =
        rows.stream()
            .filter(row -> row.term() == EventStudyTerm.DIFFERENCE)
            .collect(
                Collectors.groupingBy(EventStudyRow::run, LinkedHashMap::new, Collectors.toList()));
    return byRun.values().stream()
        .map(run -> new EventStudyFigure.Run(name(run.get(0)), years(run)))
        .toList();
  }

  private String name(EventStudyRow row) {
    return labels.text(
        "event.run." + row.run().code(),
        row.treated(),
        row.regions() - row.treated(),
        labels.names().list(StrategySentences.inPartNames(row)));
  }

  private static List<EventStudyFigure.Year> years(List<EventStudyRow> run) {
    return run.stream()
        .map(
            row -> new EventStudyFigure.Year(row.year(), row.estimate(), row.ciLow(), row.ciHigh()))
        .toList();
  }
}

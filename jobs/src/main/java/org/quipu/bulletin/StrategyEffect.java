package org.quipu.bulletin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.charts.EventStudyFigure;
import org.quipu.program.Strategy;
import org.quipu.store.EventStudyRow;
import org.quipu.text.Language;

/** A strategy's event study in words, and as the lines of a figure. */
record StrategyEffect(Strategy strategy, List<EventStudyRow> rows, Labels labels) {
  private static final String EFFECT = "effect";

  /** Of the strategy's regions against the others; empty where it was not studied. */
  static Optional<StrategyEffect> of(
      Evidence evidence, String strategy, String indicator, Labels labels) {
    List<EventStudyRow> rows = evidence.events(strategy, indicator);
    return rows.isEmpty()
        ? Optional.empty()
        : Strategy.in(evidence.programs()).stream()
            .filter(each -> each.name().equals(strategy))
            .map(each -> new StrategyEffect(each, rows, labels))
            .findFirst();
  }

  EventStudyRow effect() {
    return rows.stream().filter(row -> row.term().equals(EFFECT)).findFirst().orElseThrow();
  }

  /** The effect with its interval and test, and what it is not. */
  String statement() {
    return found()
        + " "
        + strategy
            .preventsInstead(labels.language())
            .map(aim -> labels.text("event.control", aim))
            .orElse(labels.text("event.caution"));
  }

  /** The effect with its interval and test. */
  String found() {
    EventStudyRow effect = effect();
    Language language = labels.language();
    int tests = Sentences.tests(effect.family());
    String among =
        tests > 1 ? labels.text("association.among", tests, labels.p(effect.pAdjusted())) : "";
    return labels.text(
        "event.statement",
        labels.years(new YearRange(effect.fromYear(), effect.startYear() - 1)),
        labels.years(new YearRange(effect.startYear(), effect.toYear())),
        language.signed(effect.estimate()),
        language.signedInterval(effect.ciLow(), effect.ciHigh()),
        labels.p(effect.pValue()) + among);
  }

  EventStudyFigure.Strategy start() {
    String month =
        labels.text("month.of.year", labels.language().month(strategy.month()), strategy.year());
    return new EventStudyFigure.Strategy(
        strategy.name(), strategy.year(), labels.text("event.start", month));
  }

  /** The differences of each year, a line a run. */
  List<EventStudyFigure.Run> runs() {
    Map<String, List<EventStudyRow>> byRun =
        rows.stream()
            .filter(row -> row.term().equals("difference"))
            .collect(
                Collectors.groupingBy(EventStudyRow::run, LinkedHashMap::new, Collectors.toList()));
    return byRun.values().stream()
        .map(run -> new EventStudyFigure.Run(name(run.get(0)), years(run)))
        .toList();
  }

  private String name(EventStudyRow row) {
    String left = labels.list(strategy.inPart().stream().sorted().map(Regions::name).toList());
    return labels.text(
        "event.run." + row.run(), row.treated(), row.regions() - row.treated(), left);
  }

  private static List<EventStudyFigure.Year> years(List<EventStudyRow> run) {
    return run.stream()
        .map(
            row -> new EventStudyFigure.Year(row.year(), row.estimate(), row.ciLow(), row.ciHigh()))
        .toList();
  }
}

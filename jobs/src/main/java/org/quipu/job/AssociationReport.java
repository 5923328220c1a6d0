package org.quipu.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quipu.Progress;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.AssociationSpec;
import org.quipu.association.Omission;
import org.quipu.association.TestFamily;
import org.quipu.program.Strategy;
import org.quipu.study.AssociationFiles;
import org.quipu.study.ComparedMeasures;
import org.quipu.study.Families;
import org.quipu.study.NotStudied;
import org.quipu.study.StrategyStudies;
import org.quipu.text.Language;
import org.quipu.text.narrative.CoverageWords;

/** Reports what a study of associations leaves out, and why. */
record AssociationReport(Progress progress) {
  /** The language of messages. */
  private static final CoverageWords ENGLISH = CoverageWords.in(Language.ENGLISH);

  /** Measures that are not compared, and years that are not counted. */
  void measures(ComparedMeasures measures) {
    if (!measures.tooFew().isEmpty()) {
      progress.progress(
          "coverage of fewer than "
              + AssociationAnalysis.FEWEST
              + " regions is not compared: "
              + String.join(", ", measures.tooFew()));
    }

    Map<String, List<String>> incomplete = new LinkedHashMap<>();
    measures
        .incomplete()
        .forEach(
            (measure, row) ->
                incomplete
                    .computeIfAbsent(ENGLISH.partial(row), years -> new ArrayList<>())
                    .add(measure));
    incomplete.forEach(
        (years, of) ->
            progress.warn(
                "incomplete years are not counted (" + years + "): " + String.join(", ", of)));
  }

  /** That the indicators are of one period only, and what that means. */
  void periods(List<String> indicators) {
    if (!indicators.isEmpty()
        && indicators.stream().allMatch(name -> Families.of(name) == TestFamily.EVER)) {
      progress.progress(
          "association: only indicators of violence ever; prevention cannot undo it for women who"
              + " have lived through it, and the last 12 months are not known in both years or not"
              + " asked for");
    }
  }

  /** Pairs of a file's indicators and measures that are not compared. */
  void outside(List<AssociationFiles.Outside> pairs) {
    for (AssociationFiles.Outside pair : pairs) {
      progress.warn(
          "%s and %s: coverage of %d-%d is not inside the change of %d-%d and cannot have acted on it; left out"
              .formatted(
                  pair.indicator(),
                  pair.measure(),
                  pair.window().from(),
                  pair.window().to(),
                  pair.years().from(),
                  pair.years().to()));
    }
  }

  /**
   * Regions that had no weight and methods that could not be used: each message once, with the
   * questions that it is true of.
   */
  void analyses(List<AssociationAnalysis> analyses) {
    Map<String, List<String>> questions = new LinkedHashMap<>();
    for (AssociationAnalysis analysis : analyses) {
      AssociationSpec spec = analysis.spec();
      List<String> messages = new ArrayList<>();
      if (!spec.leftOut().isEmpty()) {
        messages.add(
            "left out, without a standard error, coverage or covariate: "
                + String.join(", ", spec.leftOut()));
      }
      analysis.omissions().forEach(omission -> messages.add(message(omission)));
      messages.forEach(
          message ->
              questions
                  .computeIfAbsent(message, key -> new ArrayList<>())
                  .add(spec.indicator() + " and " + spec.measure()));
    }
    questions.forEach(
        (message, about) ->
            progress.progress(
                (about.size() == 1 ? about.get(0) : about.size() + " questions") + ": " + message));
  }

  private static String message(Omission omission) {
    String why =
        switch (omission.reason()) {
          case TOO_FEW_REGIONS ->
              "regions with a change and its standard error, a coverage and all covariates: %s; %d are needed"
                  .formatted(omission.detail(), AssociationAnalysis.FEWEST);
          case EQUAL_COVERAGE -> "all regions have the same coverage";
          case BASELINE_UNKNOWN ->
              "the level of the first year or its standard error is not known everywhere, or does"
                  + " not fit that of the change";
          case BASELINE_WITHOUT_SPREAD ->
              "first levels vary hardly more than their sampling errors and coverage explain";
          case NOT_FITTED -> omission.detail();
        };
    return omission.method() == null ? why : omission.method().code() + " is missing: " + why;
  }

  /** Strategies that were not studied. */
  void strategies(StrategyStudies strategies, YearRange years) {
    for (NotStudied one : strategies.notStudied()) {
      Strategy strategy = one.strategy();
      switch (one.reason()) {
        case OUTSIDE_YEARS ->
            progress.progress(
                "%s: not studied, it began in %d and the change is of %s"
                    .formatted(strategy.name(), strategy.year(), years));
        case SEVERAL_STARTS ->
            progress.warn(
                "%s: not studied, it began in %d but later in %s, and an event study is of one start; give each start a strategy of its own"
                    .formatted(strategy.name(), strategy.year(), regions(strategy)));
        case NOT_FITTED ->
            progress.progress(
                strategy.name() + " and " + one.indicator() + ": not studied, " + one.detail());
      }
    }
  }

  private static String regions(Strategy strategy) {
    return strategy.later().stream().sorted().map(Regions::name).collect(Collectors.joining(", "));
  }

  /** That no question could be answered. */
  void nothing(YearRange window) {
    progress.warn(
        "association: fewer than "
            + AssociationAnalysis.FEWEST
            + " regions have both a change with a standard error and coverage from "
            + window.from()
            + " to "
            + window.to());
  }
}

package org.quipu.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.AssociationSpec;
import org.quipu.association.Omission;
import org.quipu.association.TestFamily;
import org.quipu.program.Strategy;
import org.quipu.store.CoverageRow;
import org.quipu.study.AssociationFiles;
import org.quipu.study.ComparedMeasures;
import org.quipu.study.Families;
import org.quipu.study.NotStudied;
import org.quipu.study.StrategyStudies;
import org.quipu.text.Language;
import org.quipu.text.narrative.CoverageWords;

/** Reports what a study of associations leaves out, and why. */
record AssociationReport(Progress progress) {
  /** Measures that are not compared, and years that are not counted. */
  void measures(ComparedMeasures measures) {
    if (!measures.tooFew().isEmpty()) {
      progress.progress(
          Notice.of(
              "association.too.few.regions",
              AssociationAnalysis.FEWEST,
              String.join(", ", measures.tooFew())));
    }

    Map<String, List<Map.Entry<String, CoverageRow>>> incomplete = new LinkedHashMap<>();
    measures
        .incomplete()
        .entrySet()
        .forEach(
            measure ->
                incomplete
                    .computeIfAbsent(
                        CoverageWords.in(Language.ENGLISH).partial(measure.getValue()),
                        years -> new ArrayList<>())
                    .add(measure));
    incomplete.values().forEach(this::incomplete);
  }

  /** Measures of which the same years are incomplete. */
  private void incomplete(List<Map.Entry<String, CoverageRow>> measures) {
    Notice.Words years = language -> CoverageWords.in(language).partial(measures.get(0).getValue());
    String names = measures.stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
    progress.warn(Notice.of("association.incomplete.years", years, names));
  }

  /** That the indicators are of one period only, and what that means. */
  void periods(List<String> indicators) {
    if (!indicators.isEmpty()
        && indicators.stream().allMatch(name -> Families.of(name) == TestFamily.EVER)) {
      progress.progress(Notice.of("association.only.ever"));
    }
  }

  /** Pairs of a file's indicators and measures that are not compared. */
  void outside(List<AssociationFiles.Outside> pairs) {
    for (AssociationFiles.Outside pair : pairs) {
      progress.warn(
          Notice.of(
              "association.outside",
              pair.indicator(),
              pair.measure(),
              pair.window(),
              pair.years()));
    }
  }

  /**
   * Regions that had no weight and methods that could not be used: each message once, with the
   * questions that it is true of.
   */
  void analyses(List<AssociationAnalysis> analyses) {
    Map<Notice, List<String>> questions = new LinkedHashMap<>();
    for (AssociationAnalysis analysis : analyses) {
      AssociationSpec spec = analysis.spec();
      List<Notice> messages = new ArrayList<>();
      if (!spec.leftOut().isEmpty()) {
        messages.add(Notice.of("association.left.out", String.join(", ", spec.leftOut())));
      }
      analysis.omissions().forEach(omission -> messages.add(message(omission)));
      messages.forEach(
          message ->
              questions
                  .computeIfAbsent(message, key -> new ArrayList<>())
                  .add(spec.indicator() + " × " + spec.measure()));
    }
    questions.forEach(
        (message, about) ->
            progress.progress(
                about.size() == 1
                    ? Notice.of("association.question", about.get(0), message)
                    : Notice.of("association.questions", about.size(), message)));
  }

  private static Notice message(Omission omission) {
    Notice why =
        switch (omission.reason()) {
          case TOO_FEW_REGIONS ->
              Notice.of("omission.too_few_regions", omission.detail(), AssociationAnalysis.FEWEST);
          case EQUAL_COVERAGE -> Notice.of("omission.equal_coverage");
          case BASELINE_UNKNOWN -> Notice.of("omission.baseline_unknown");
          case BASELINE_WITHOUT_SPREAD -> Notice.of("omission.baseline_without_spread");
          case NOT_FITTED -> Notice.of("omission.not_fitted", omission.detail());
        };
    return omission.method() == null
        ? why
        : Notice.of("omission.method", omission.method().code(), why);
  }

  /** Strategies that were not studied. */
  void strategies(StrategyStudies strategies, YearRange years) {
    for (NotStudied one : strategies.notStudied()) {
      Strategy strategy = one.strategy();
      switch (one.reason()) {
        case OUTSIDE_YEARS ->
            progress.progress(
                Notice.of("strategy.outside", strategy.name(), strategy.year(), years));
        case SEVERAL_STARTS ->
            progress.warn(
                Notice.of(
                    "strategy.several.starts",
                    strategy.name(),
                    strategy.year(),
                    regions(strategy)));
        case NOT_FITTED ->
            progress.progress(
                Notice.of("strategy.not.fitted", strategy.name(), one.indicator(), one.detail()));
      }
    }
  }

  private static String regions(Strategy strategy) {
    return strategy.later().stream().sorted().map(Regions::name).collect(Collectors.joining(", "));
  }

  /** That no question could be answered. */
  void nothing(YearRange window) {
    progress.warn(
        Notice.of("association.nothing", AssociationAnalysis.FEWEST, window.from(), window.to()));
  }
}

package org.quipu.association;

import java.util.ArrayList;
import java.util.List;
import org.quipu.math.Adjustment;
import org.quipu.math.TestedEstimate;
import org.quipu.math.WaldTest;
import org.quipu.panel.EventStudy;
import org.quipu.panel.Panel;
import org.quipu.store.EventStudyRow;

/** A strategy's question and what its event study found. */
public record StrategyStudy(StrategySpec question, EventStudy.Result result) {
  private static final double LEVEL = 0.95;

  /** Answers a question from the panel of its indicator. */
  public static StrategyStudy of(
      StrategySpec question, Panel panel, AssociationAnalysis.Settings settings) {
    EventStudy design = new EventStudy(question.treated(), question.startYear(), LEVEL);
    return new StrategyStudy(question, design.fit(panel, settings.permutations(), settings.seed()));
  }

  /**
   * Studies as rows of the store's table. The effects of one run over all indicators and strategies
   * are a family, corrected by Benjamini and Hochberg.
   */
  public static List<EventStudyRow> rows(List<StrategyStudy> studies, Reading reading) {
    List<EventStudyRow> rows = new ArrayList<>();
    for (boolean wholeOnly : new boolean[] {false, true}) {
      List<StrategyStudy> run =
          studies.stream().filter(study -> study.question.wholeOnly() == wholeOnly).toList();
      double[] adjusted =
          Adjustment.BENJAMINI_HOCHBERG.adjust(
              run.stream().mapToDouble(study -> study.result.effect().pValue()).toArray());
      for (int i = 0; i < adjusted.length; i++) {
        run.get(i).add(rows, adjusted[i], adjusted.length, reading);
      }
    }

    return rows;
  }

  /** What is known of an effect and not of the other terms. */
  private record Tested(
      double pPermutation, double pAdjusted, double smallest, String family, String sentence) {
    static final Tested NOT = new Tested(Double.NaN, Double.NaN, Double.NaN, "", "");
  }

  private void add(List<EventStudyRow> rows, double pAdjusted, int tests, Reading reading) {
    Tested tested =
        new Tested(
            result.pPermutation(),
            pAdjusted,
            result.smallestDetectable(),
            "bh of %d tests: effect, each indicator".formatted(tests),
            reading.of(this, pAdjusted, tests));
    double none = Double.NaN;
    rows.add(row("effect", null, result.effect(), none, tested));
    result
        .years()
        .forEach((year, test) -> rows.add(row("difference", year, test, none, Tested.NOT)));
    WaldTest trend = result.preTrend();
    if (!Double.isNaN(trend.pValue())) {
      TestedEstimate test =
          new TestedEstimate(
              none, none, none, none, trend.statistic(), trend.df2(), trend.pValue());
      rows.add(row("pre_trend", null, test, trend.df1(), Tested.NOT));
    }
    result
        .placebos()
        .forEach((year, test) -> rows.add(row("placebo", year, test, none, Tested.NOT)));
  }

  private EventStudyRow row(
      String term, Integer year, TestedEstimate test, double dfNumerator, Tested tested) {
    return new EventStudyRow(
        question.strategy(),
        question.indicator(),
        question.wholeOnly() ? "whole_regions" : "all",
        term,
        year,
        test.estimate(),
        test.standardError(),
        test.low(),
        test.high(),
        test.statistic(),
        test.df(),
        test.pValue(),
        tested.pPermutation,
        tested.pAdjusted,
        dfNumerator,
        tested.smallest,
        question.startYear(),
        question.years().from(),
        question.years().to(),
        result.regions(),
        result.treatedRegions(),
        !question.instead().isEmpty(),
        tested.family,
        question.source(),
        tested.sentence);
  }
}

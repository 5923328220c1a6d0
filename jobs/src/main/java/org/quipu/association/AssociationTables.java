package org.quipu.association;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.quipu.YearRange;
import org.quipu.math.Adjustment;
import org.quipu.math.TestedEstimate;
import org.quipu.meta.Influence;
import org.quipu.meta.ResidualSummary;
import org.quipu.store.AssociationRow;
import org.quipu.store.InfluenceRow;

/**
 * Answers as rows of the store's tables of associations and of influences. The p-values of one
 * method over all questions of one call are a family, corrected by Benjamini and Hochberg.
 */
public record AssociationTables(List<AssociationRow> associations, List<InfluenceRow> influences) {

  /** The rows of these answers, in their order. */
  public static AssociationTables of(List<AssociationAnalysis> answers, Reading reading) {
    Map<Method, List<Double>> families = new EnumMap<>(Method.class);
    for (AssociationAnalysis answer : answers) {
      for (MethodResult finding : answer.findings()) {
        families
            .computeIfAbsent(finding.method(), method -> new ArrayList<>())
            .add(finding.test().pValue());
      }
    }
    Map<Method, double[]> adjusted = new EnumMap<>(Method.class);
    families.forEach(
        (method, p) ->
            adjusted.put(
                method,
                Adjustment.BENJAMINI_HOCHBERG.adjust(
                    p.stream().mapToDouble(Double::doubleValue).toArray())));

    Map<Method, Integer> next = new EnumMap<>(Method.class);
    List<AssociationRow> rows = new ArrayList<>();
    List<InfluenceRow> influences = new ArrayList<>();
    for (AssociationAnalysis answer : answers) {
      for (MethodResult finding : answer.findings()) {
        int at = next.merge(finding.method(), 1, Integer::sum) - 1;
        double[] family = adjusted.get(finding.method());
        rows.add(row(answer, finding, family[at], Adjustment.tests(family), reading));
      }
      influences(answer, influences);
    }

    return new AssociationTables(rows, influences);
  }

  private static AssociationRow row(
      AssociationAnalysis answer,
      MethodResult finding,
      double pAdjusted,
      int tests,
      Reading reading) {
    AssociationSpec question = answer.question();
    TestedEstimate test = finding.test();
    ResidualSummary residual = finding.residual();
    CoverageContrast step = CoverageContrast.of(question);
    YearRange years = question.years();
    YearRange window = question.window();
    return new AssociationRow(
        question.indicator(),
        question.measure(),
        finding.method().key(),
        finding.k(),
        test.estimate(),
        test.standardError(),
        test.low(),
        test.high(),
        test.statistic(),
        test.df(),
        test.pValue(),
        finding.pPermutation(),
        pAdjusted,
        residual.tau2(),
        residual.i2(),
        residual.r2(),
        years == null ? null : years.from(),
        years == null ? null : years.to(),
        window == null ? null : window.from(),
        window == null ? null : window.to(),
        "bh of %d tests: %s, each indicator by each measure"
            .formatted(tests, finding.method().key()),
        finding.predictionLow(),
        finding.predictionHigh(),
        finding.smallestDetectable(),
        reading.of(answer, finding, pAdjusted, tests),
        residual.tau2Low(),
        residual.tau2High(),
        residual.q(),
        residual.qDf(),
        residual.qPValue(),
        step.low(),
        step.high());
  }

  private static void influences(AssociationAnalysis answer, List<InfluenceRow> rows) {
    AssociationSpec question = answer.question();
    String method = Method.META_REGRESSION.key();
    for (Influence one : answer.influence()) {
      TestedEstimate without = one.without().coefficient(AssociationAnalysis.COVERAGE);
      rows.add(
          new InfluenceRow(
              question.indicator(),
              question.measure(),
              method,
              one.leftOut(),
              without.estimate(),
              without.standardError(),
              without.pValue(),
              one.hat(),
              one.cook(),
              one.rstudent()));
    }
    if (!answer.influence().isEmpty()) {
      // A region that has no weight changes nothing when it is left out.
      TestedEstimate all = answer.findings().get(0).test();
      for (String region : question.leftOut()) {
        rows.add(
            new InfluenceRow(
                question.indicator(),
                question.measure(),
                method,
                region,
                all.estimate(),
                all.standardError(),
                all.pValue(),
                0,
                0,
                Double.NaN));
      }
    }
  }
}

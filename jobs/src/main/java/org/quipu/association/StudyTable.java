package org.quipu.association;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.quipu.association.Study.Answer;
import org.quipu.change.Adjustment;
import org.quipu.store.AssociationRow;
import org.quipu.store.InfluenceRow;

/**
 * Studies of several indicators and measures as the rows of {@code association}: the p-values of
 * one method are corrected together (Benjamini-Hochberg), over all indicators and measures of the
 * call.
 */
public final class StudyTable {
  /**
   * Which change and which coverage a study is about.
   *
   * @param fromYear of the change; this and the other years null where not known
   */
  public record Subject(
      String indicator,
      String measure,
      Integer fromYear,
      Integer toYear,
      Integer coverageFrom,
      Integer coverageTo,
      Reading reading) {}

  private record Entry(Subject subject, Answer answer, double spread) {}

  private final List<Entry> entries = new ArrayList<>();
  private final List<InfluenceRow> influence = new ArrayList<>();

  /** Adds what was found on a subject. */
  public void add(Subject subject, List<Region> regions, Study.Result result) {
    double spread =
        new StandardDeviation().evaluate(regions.stream().mapToDouble(Region::coverage).toArray());
    result.answers().forEach(answer -> entries.add(new Entry(subject, answer, spread)));
    for (Influence each : result.influence()) {
      Coefficient without = each.without().coefficient(Study.COVERAGE);
      influence.add(
          new InfluenceRow(
              subject.indicator,
              subject.measure,
              "meta_regression",
              each.leftOut(),
              without.estimate(),
              without.standardError(),
              without.pValue(),
              each.hat(),
              each.cook(),
              each.rstudent()));
    }
  }

  /** The rows of the table {@code association}. */
  public List<AssociationRow> rows() {
    Map<String, List<Integer>> families = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      families.computeIfAbsent(entries.get(i).answer.method(), method -> new ArrayList<>()).add(i);
    }

    AssociationRow[] rows = new AssociationRow[entries.size()];
    families.forEach((method, members) -> adjust(method, members, rows));
    return List.of(rows);
  }

  /** The rows of the table {@code association_influence}. */
  public List<InfluenceRow> influence() {
    return List.copyOf(influence);
  }

  private void adjust(String method, List<Integer> members, AssociationRow[] rows) {
    double[] p =
        members.stream().mapToDouble(i -> entries.get(i).answer.coefficient().pValue()).toArray();
    double[] adjusted = Adjustment.BENJAMINI_HOCHBERG.adjust(p);
    int tests = Adjustment.tests(p);
    String family = "bh, " + tests + " tests of " + method;
    for (int n = 0; n < adjusted.length; n++) {
      int i = members.get(n);
      rows[i] = row(entries.get(i), adjusted[n], tests, family);
    }
  }

  private static AssociationRow row(Entry entry, double pAdjusted, int tests, String family) {
    Subject subject = entry.subject;
    Answer answer = entry.answer;
    Coefficient found = answer.coefficient();
    return new AssociationRow(
        subject.indicator,
        subject.measure,
        answer.method(),
        answer.k(),
        found.estimate(),
        found.standardError(),
        found.low(),
        found.high(),
        found.statistic(),
        found.df(),
        found.pValue(),
        answer.pPermutation(),
        pAdjusted,
        answer.tau2(),
        answer.i2(),
        answer.r2(),
        subject.fromYear,
        subject.toYear,
        subject.coverageFrom,
        subject.coverageTo,
        family,
        answer.predictionLow(),
        answer.predictionHigh(),
        answer.smallestDetectable(),
        subject.reading.of(answer, pAdjusted, tests, entry.spread));
  }
}

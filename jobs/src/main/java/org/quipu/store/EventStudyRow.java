package org.quipu.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quipu.Coded;
import org.quipu.Provenance;
import org.quipu.association.AssociationVerdict;
import org.quipu.association.CorrectedStudy;
import org.quipu.association.CorrectedTest;
import org.quipu.association.EventStudyRun;
import org.quipu.association.EventStudyTerm;
import org.quipu.association.StrategySpec;
import org.quipu.association.TestFamily;
import org.quipu.math.Adjustment;
import org.quipu.math.TestedEstimate;
import org.quipu.math.WaldTest;
import org.quipu.panel.EventStudy;

/**
 * One row of the {@code event_study} table: the regions of a strategy against the others, around
 * the year in which it began. Estimates in percentage points.
 *
 * @param year of a difference or a placebo
 * @param df Satterthwaite's degrees of freedom; of a pre_trend the denominator's
 * @param pPermutation share of random draws of regions that show as much; of an effect, as are
 *     {@code pAdjusted}, {@code smallestDetectable}, {@code family}, {@code sentence}, {@code
 *     tests}, {@code correction} and {@code verdict}
 * @param dfNumerator of a pre_trend
 * @param smallestDetectable the smallest effect that these data could have found with 80 % power
 * @param negativeControl whether the strategy is there to prevent something else, so that no effect
 *     is expected
 * @param sentence the key of the effect's sentence
 * @param tests corrected together
 * @param startMonth 1 to 12
 * @param inPart codes of the strategy's regions in which it works in a part only, joined by {@code
 *     ;}
 * @param caveats codes of {@link org.quipu.association.Caveat}, joined by {@code ;}
 */
public record EventStudyRow(
    String strategy,
    String indicator,
    EventStudyRun run,
    EventStudyTerm term,
    Integer year,
    double estimate,
    double standardError,
    double ciLow,
    double ciHigh,
    double statistic,
    double df,
    double pValue,
    double pPermutation,
    double pAdjusted,
    double dfNumerator,
    double smallestDetectable,
    int startYear,
    int fromYear,
    int toYear,
    int regions,
    int treated,
    boolean negativeControl,
    TestFamily family,
    Provenance source,
    String sentence,
    Integer tests,
    Adjustment correction,
    AssociationVerdict verdict,
    int startMonth,
    String inPart,
    String caveats) {

  private static final double NONE = Double.NaN;

  /** The rows of a study, the effect first. */
  public static List<EventStudyRow> of(CorrectedStudy corrected) {
    List<EventStudyRow> rows = new ArrayList<>();
    EventStudy.Result result = corrected.study().result();
    rows.add(effect(corrected));
    result
        .differences()
        .forEach(
            (year, test) -> rows.add(term(corrected, EventStudyTerm.DIFFERENCE, year, test, NONE)));
    WaldTest trend = result.preTrend();
    if (!Double.isNaN(trend.pValue())) {
      TestedEstimate test =
          new TestedEstimate(
              NONE, NONE, NONE, NONE, trend.statistic(), trend.df2(), trend.pValue());
      rows.add(term(corrected, EventStudyTerm.PRE_TREND, null, test, trend.df1()));
    }
    result
        .placebos()
        .forEach(
            (year, test) -> rows.add(term(corrected, EventStudyTerm.PLACEBO, year, test, NONE)));
    return rows;
  }

  private static EventStudyRow effect(CorrectedStudy corrected) {
    EventStudy.Result result = corrected.study().result();
    CorrectedTest test = corrected.test();
    return row(
        corrected,
        EventStudyTerm.EFFECT,
        null,
        result.effect(),
        NONE,
        new Effect(
            result.pPermutation(),
            test.pAdjusted(),
            result.smallestDetectable(),
            corrected.study().spec().family(),
            "event." + test.verdict().code(),
            test.tests(),
            test.correction(),
            test.verdict()));
  }

  private static EventStudyRow term(
      CorrectedStudy corrected,
      EventStudyTerm term,
      Integer year,
      TestedEstimate test,
      double dfNumerator) {
    return row(corrected, term, year, test, dfNumerator, Effect.NOT);
  }

  /** What the row of an effect holds and those of other terms do not. */
  private record Effect(
      double pPermutation,
      double pAdjusted,
      double smallestDetectable,
      TestFamily family,
      String sentence,
      Integer tests,
      Adjustment correction,
      AssociationVerdict verdict) {
    static final Effect NOT = new Effect(NONE, NONE, NONE, null, "", null, null, null);
  }

  private static EventStudyRow row(
      CorrectedStudy corrected,
      EventStudyTerm term,
      Integer year,
      TestedEstimate test,
      double dfNumerator,
      Effect effect) {
    StrategySpec spec = corrected.study().spec();
    EventStudy.Result result = corrected.study().result();
    return new EventStudyRow(
        spec.strategy(),
        spec.indicator(),
        spec.run(),
        term,
        year,
        test.estimate(),
        test.standardError(),
        test.low(),
        test.high(),
        test.statistic(),
        test.df(),
        test.pValue(),
        effect.pPermutation,
        effect.pAdjusted,
        dfNumerator,
        effect.smallestDetectable,
        spec.startYear(),
        spec.years().from(),
        spec.years().to(),
        result.units(),
        result.treatedUnits(),
        spec.negativeControl(),
        effect.family,
        spec.source(),
        effect.sentence,
        effect.tests,
        effect.correction,
        effect.verdict,
        spec.startMonth(),
        String.join(";", spec.inPart()),
        spec.caveats().stream().map(Coded::code).collect(Collectors.joining(";")));
  }

  /** Whether another row is of the same study. */
  public boolean sameStudy(EventStudyRow other) {
    return strategy.equals(other.strategy) && indicator.equals(other.indicator) && run == other.run;
  }
}

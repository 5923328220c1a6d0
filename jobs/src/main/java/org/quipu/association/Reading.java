package org.quipu.association;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.quipu.YearRange;
import org.quipu.math.TestedEstimate;
import org.quipu.panel.EventStudy;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * Findings in one plain sentence each: what was compared, how large the difference is and between
 * what values it may lie, among how many regions and tests, what could not have been seen, and that
 * an association is no cause.
 */
public final class Reading {
  private static final double CLEAR = 0.05;

  private final Language language;
  private final Messages texts;
  private final UnaryOperator<String> indicators;
  private final UnaryOperator<String> measures;

  /**
   * A reading in one language.
   *
   * @param indicators the name of an indicator for readers; what it leaves as it is stays a key
   * @param measures the same for measures that have no name here
   */
  public Reading(
      Language language, UnaryOperator<String> indicators, UnaryOperator<String> measures) {
    this.language = language;
    this.texts = Messages.beside(Reading.class, "reading", language);
    this.indicators = indicators;
    this.measures = measures;
  }

  /** A reading of keys that have no other name. */
  public static Reading ofKeys(Language language) {
    return new Reading(language, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** What a reader must know of the data: {@code synthetic}, {@code se_approximated}. */
  public String caveat(String mark) {
    return texts.of("caveat." + mark);
  }

  /** How a measure of a store counts, where that may be taken for something else. */
  public List<String> counting(String measure) {
    String what =
        measure.contains("_informed_")
            ? "informed"
            : measure.startsWith("cases_attended_")
                ? "cases"
                : measure.endsWith("_people") ? "intervention" : "";
    return what.isEmpty() ? List.of() : List.of(texts.of("counting." + what));
  }

  /**
   * One of an answer's findings, whose p-value was adjusted among so many tests. The headline says
   * beside it what is left among regions of equal first level.
   */
  public String of(AssociationAnalysis answer, MethodResult finding, double pAdjusted, int tests) {
    AssociationSpec question = answer.question();
    StringBuilder sentence = new StringBuilder();
    sentence.append(
        finding.method().isCorrelation()
            ? correlation(question, finding, pAdjusted, tests)
            : slope(question, finding, pAdjusted, tests));
    if (!Double.isNaN(finding.test().pValue())) {
      sentence.append(p(finding.test().pValue(), pAdjusted, tests));
    }
    if (finding.method() == Method.META_REGRESSION) {
      answer
          .finding(Method.META_REGRESSION_ADJUSTED)
          .ifPresent(equal -> sentence.append(atEqualLevels(question, equal.test())));
    }
    if (!question.leftOut().isEmpty()) {
      sentence.append(
          texts.of(
              (question.leftOut().size() == 1 ? "left.out.one" : "left.out")
                  + (question.covariates().isEmpty() ? "" : ".covariates"),
              question.leftOut().size(),
              String.join(", ", question.leftOut())));
    }
    question.caveats().forEach(caveat -> sentence.append("; ").append(caveat));
    return sentence.append(texts.of("end")).toString();
  }

  /** The effect of a strategy, whose p-value was adjusted among so many tests. */
  String of(StrategyStudy study, double pAdjusted, int tests) {
    StrategySpec question = study.question();
    EventStudy.Result result = study.result();
    TestedEstimate effect = result.effect();
    StringBuilder sentence = new StringBuilder();
    sentence.append(
        texts.of(
            "event.lead",
            result.treatedRegions(),
            question.strategy(),
            language.month(question.startMonth()),
            question.startYear(),
            indicator(question.indicator()),
            result.regions() - result.treatedRegions(),
            decimal(effect.estimate()),
            decimal(effect.low()),
            decimal(effect.high()),
            span(question.years().from(), question.startYear() - 1),
            span(question.startYear(), question.years().to())));
    sentence.append(texts.of("event." + verdict(effect, pAdjusted)));
    sentence.append(p(effect.pValue(), pAdjusted, tests));
    sentence.append(texts.of("event.lot", pValue(result.pPermutation())));
    if (!Double.isNaN(result.smallestDetectable())) {
      sentence.append(texts.of("event.power", decimal(result.smallestDetectable())));
    }
    sentence.append(before(result.preTrend().pValue()));
    if (question.wholeOnly()) {
      sentence.append(texts.of("event.whole.only", String.join(", ", question.inPart())));
    } else if (!question.inPart().isEmpty()) {
      sentence.append(texts.of("event.in.part", String.join(", ", question.inPart())));
    }
    question.caveats().forEach(caveat -> sentence.append("; ").append(caveat));
    return sentence
        .append(
            question.instead().isEmpty()
                ? texts.of("end")
                : texts.of("event.control", question.instead()))
        .toString();
  }

  private String before(double p) {
    if (Double.isNaN(p)) {
      return texts.of("event.before.unknown");
    }

    return texts.of(p < CLEAR ? "event.before.apart" : "event.before.together", pValue(p));
  }

  private static String span(int from, int to) {
    return from == to ? String.valueOf(from) : from + "-" + to;
  }

  private String slope(
      AssociationSpec question, MethodResult finding, double pAdjusted, int tests) {
    CoverageContrast reach = CoverageContrast.of(question);
    double step = reach.size();
    TestedEstimate test = finding.test();
    String lead =
        texts.of(
            "slope." + verdict(test, pAdjusted),
            finding.k(),
            given(finding.method()),
            indicator(question.indicator()),
            years("change.years", question.years()),
            measure(question.measure()),
            years("coverage.years", question.window()),
            tests);
    int decimals = decimals(step * test.low(), step * test.high());
    String size =
        texts.of(
            "slope.size",
            language.significant(reach.low()),
            language.significant(reach.high()),
            language.decimal(step * test.estimate(), decimals),
            language.decimal(step * test.low(), decimals),
            language.decimal(step * test.high(), decimals));
    return lead
        + size
        + (Double.isNaN(finding.smallestDetectable())
            ? ""
            : texts.of(
                "slope.power", language.decimal(step * finding.smallestDetectable(), decimals)));
  }

  private String atEqualLevels(AssociationSpec question, TestedEstimate test) {
    double step = CoverageContrast.of(question).size();
    int decimals = decimals(step * test.low(), step * test.high());
    return texts.of(
        "slope.equal.levels",
        language.decimal(step * test.estimate(), decimals),
        language.decimal(step * test.low(), decimals),
        language.decimal(step * test.high(), decimals),
        pValue(test.pValue()));
  }

  private static String verdict(TestedEstimate test, double pAdjusted) {
    if (!(test.pValue() < CLEAR)) {
      return "unclear";
    }
    if (!(pAdjusted < CLEAR)) {
      return "alone";
    }
    return test.estimate() < 0 ? "fell" : "rose";
  }

  private String correlation(
      AssociationSpec question, MethodResult finding, double pAdjusted, int tests) {
    TestedEstimate test = finding.test();
    String name = texts.of("method." + finding.method().key());
    boolean none = Double.isNaN(test.estimate());
    String lead =
        texts.of(
            none ? "correlation.none" : "correlation",
            finding.k(),
            name,
            indicator(question.indicator()),
            years("change.years", question.years()),
            measure(question.measure()),
            years("coverage.years", question.window()));
    if (none) {
      return lead;
    }

    String size =
        texts.of(
            "correlation.size",
            decimal(test.estimate()),
            decimal(test.low()),
            decimal(test.high()));
    String verdict = verdict(test, pAdjusted);
    String clear =
        switch (verdict) {
          case "unclear", "alone" -> texts.of("correlation." + verdict, tests);
          default -> texts.of("correlation.clear");
        };
    return lead
        + size
        + clear
        + (Double.isNaN(finding.smallestDetectable())
            ? ""
            : texts.of("correlation.power", decimal(finding.smallestDetectable())));
  }

  private String p(double p, double adjusted, int tests) {
    return tests < 2
        ? texts.of("p", pValue(p))
        : texts.of("p.family", pValue(p), tests, pValue(adjusted));
  }

  private String pValue(double p) {
    return p < 0.001 ? "< 0.001" : "= " + language.decimal(p, 3);
  }

  private String given(Method method) {
    String key = "given." + method.key();
    return texts.has(key) ? texts.of(key) : "";
  }

  private String years(String key, YearRange years) {
    if (years == null) {
      return "";
    }

    return texts.of(years.from() == years.to() ? key + ".one" : key, years.from(), years.to());
  }

  private String indicator(String key) {
    String name = indicators.apply(key);
    return name.equals(key)
        ? texts.of("indicator.key", key)
        : texts.of("indicator", name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
  }

  private String measure(String key) {
    return texts.has("measure." + key) ? texts.of("measure." + key) : measures.apply(key);
  }

  /** Two, or as many as it takes to tell the wider end of an interval from zero. */
  private static int decimals(double low, double high) {
    double end = Math.max(Math.abs(low), Math.abs(high));
    return end > 0 && end < 0.1 ? 1 - (int) Math.floor(Math.log10(end)) : 2;
  }

  private String decimal(double value) {
    return language.decimal(value, 2);
  }
}

package org.quipu.text.narrative;

import java.util.List;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.association.EventStudyRun;
import org.quipu.association.EventStudyTerm;
import org.quipu.program.Strategy;
import org.quipu.store.EventStudyRow;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** The effects of strategies, from the table {@code event_study}, in words. */
public final class StrategySentences {
  private static final double LEVEL = 0.05;

  private final Names names;
  private final Language language;
  private final Messages texts;
  private final TestWords words;

  public StrategySentences(Names names) {
    this.names = names;
    this.language = names.language();
    this.texts = names.texts();
    this.words = new TestWords(names);
  }

  /**
   * An effect in one complete sentence, for the column {@code sentence}; empty for other terms.
   *
   * @param table the rows among which the test of earlier trends is looked for
   */
  public String sentence(EventStudyRow row, List<EventStudyRow> table) {
    if (row.term() != EventStudyTerm.EFFECT) {
      return "";
    }

    StringBuilder sentence = new StringBuilder();
    sentence.append(
        texts.of(
            "event",
            row.treated(),
            row.strategy(),
            language.month(row.startMonth()),
            row.startYear(),
            Naming.NAMES.indicator(names, row.indicator()),
            row.regions() - row.treated(),
            decimal(row.estimate()),
            decimal(row.ciLow()),
            decimal(row.ciHigh()),
            from(row),
            to(row)));
    sentence.append(texts.of(row.sentence()));
    sentence.append(words.test(row.pValue(), row.pAdjusted(), row.tests()));
    sentence.append(texts.of("event.permutation", words.p(row.pPermutation())));
    if (!Double.isNaN(row.smallestDetectable())) {
      sentence.append(texts.of("event.power", decimal(row.smallestDetectable())));
    }
    sentence.append(before(row, table));
    sentence.append(inPart(row));
    sentence.append(words.caveats(TestWords.entries(row.caveats())));
    return sentence
        .append(row.negativeControl() ? texts.of("event.control", aim(row)) : texts.of("end"))
        .toString();
  }

  /** What the column {@code family} says: which tests were corrected together, and how. */
  public String family(EventStudyRow row) {
    return row.family() == null
        ? ""
        : texts.of(
            "family.event",
            names.correction(row.correction()),
            row.tests(),
            texts.of("family." + row.family().code()));
  }

  private String before(EventStudyRow effect, List<EventStudyRow> table) {
    double p = preTrend(effect, table);
    if (Double.isNaN(p)) {
      return texts.of("event.before.unknown");
    }

    return texts.of(p < LEVEL ? "event.before.apart" : "event.before.together", words.p(p));
  }

  /** The p-value of the test of earlier trends; NaN where there was none. */
  private static double preTrend(EventStudyRow effect, List<EventStudyRow> table) {
    return table.stream()
        .filter(row -> row.term() == EventStudyTerm.PRE_TREND && row.sameStudy(effect))
        .mapToDouble(EventStudyRow::pValue)
        .findFirst()
        .orElse(Double.NaN);
  }

  private String inPart(EventStudyRow row) {
    List<String> regions = inPartNames(row);
    if (row.run() == EventStudyRun.WHOLE_REGIONS) {
      return texts.of("event.whole.only", String.join(", ", regions));
    }

    return regions.isEmpty() ? "" : texts.of("event.in.part", String.join(", ", regions));
  }

  /** The regions of a strategy in which it works in a part only. */
  public static List<String> inPartNames(EventStudyRow row) {
    return TestWords.entries(row.inPart()).stream().map(Regions::name).toList();
  }

  /** What an effect and the years' differences are measured from: the mean of the years before. */
  private String from(EventStudyRow row) {
    return years("event.from", new YearRange(row.fromYear(), row.startYear() - 1));
  }

  private String to(EventStudyRow row) {
    return years("event.to", new YearRange(row.startYear(), row.toYear()));
  }

  private String years(String key, YearRange span) {
    return texts.of(span.from() == span.to() ? key + ".one" : key, span.from(), span.to());
  }

  /**
   * An effect with its interval and test, in short, and whether the regions diverged before.
   *
   * @param table the rows among which the test of earlier trends is looked for
   */
  public String brief(EventStudyRow effect, List<EventStudyRow> table) {
    double before = preTrend(effect, table);
    String trend =
        Double.isNaN(before)
            ? texts.of("brief.event.before.unknown")
            : texts.of(
                before < LEVEL ? "brief.event.before.apart" : "brief.event.before.together",
                names.p(before));
    return texts.of(
            "brief.event",
            from(effect),
            to(effect),
            language.signed(effect.estimate()),
            language.signedInterval(effect.ciLow(), effect.ciHigh()),
            names.p(effect.pValue())
                + AssociationSentences.among(names, effect.tests(), effect.pAdjusted()))
        + " "
        + trend;
  }

  /**
   * An effect in at most 12 words; where the regions diverged before, that the comparison is void.
   *
   * @param table the rows among which the test of earlier trends is looked for
   */
  public String headline(EventStudyRow effect, List<EventStudyRow> table) {
    String key =
        preTrend(effect, table) < LEVEL
            ? "before.apart"
            : switch (effect.verdict()) {
              case NEGATIVE, POSITIVE -> "clear";
              case NOT_AFTER_CORRECTION -> "not_after_correction";
              case NOT_SIGNIFICANT -> "unclear";
              case NOT_ESTIMATED -> "not_estimated";
            };

    return texts.of("headline.event." + key, language.signed(effect.estimate()));
  }

  /** The effect in short, and what it is not. */
  public String statement(EventStudyRow effect, List<EventStudyRow> table) {
    return brief(effect, table)
        + " "
        + (effect.negativeControl()
            ? texts.of("brief.event.control", aim(effect))
            : texts.of("brief.event.caution"));
  }

  /** What the strategy is there to prevent. */
  private String aim(EventStudyRow row) {
    Strategy.Aim aim = Strategy.preventsInstead(row.strategy()).orElseThrow();
    return language.is(Language.SPANISH) ? aim.spanish() : aim.english();
  }

  private String decimal(double value) {
    return language.decimal(value, 2);
  }
}

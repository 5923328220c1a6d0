package org.quipu.text.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quipu.YearRange;
import org.quipu.association.AssociationVerdict;
import org.quipu.association.Method;
import org.quipu.association.TestFamily;
import org.quipu.store.AssociationRow;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * Rows of the table {@code association} in words: what was compared, how large the difference is
 * and between what values it may lie, among how many regions and tests, what could not have been
 * seen, and that an association is no cause.
 */
public final class AssociationSentences {
  private final Names names;
  private final Naming naming;
  private final Language language;
  private final Messages texts;
  private final TestWords words;

  private AssociationSentences(Names names, Naming naming) {
    this.names = names;
    this.naming = naming;
    this.language = names.language();
    this.texts = names.texts();
    this.words = new TestWords(names);
  }

  /** Of a store's table. */
  public AssociationSentences(Names names) {
    this(names, Naming.NAMES);
  }

  /** Of a table whose indicators and measures are the keys of a user's files. */
  public static AssociationSentences ofKeys(Names names) {
    return new AssociationSentences(names, Naming.KEYS);
  }

  Names names() {
    return names;
  }

  /**
   * A row in one complete sentence, for the column {@code sentence}. The headline also gives the
   * slope without regard to first levels and, in a sentence each, what could make such an
   * association without any prevention.
   *
   * @param table the rows among which that slope is looked for
   */
  public String sentence(AssociationRow row, List<AssociationRow> table) {
    StringBuilder sentence = new StringBuilder();
    sentence.append(row.method().isCorrelation() ? correlation(row) : slope(row));
    sentence.append(words.test(row.pValue(), row.pAdjusted(), row.tests()));
    if (row.headline()) {
      table.stream()
          .filter(other -> isBeside(row, other))
          .findFirst()
          .ifPresent(beside -> sentence.append(beside(row, beside)));
    }
    sentence.append(leftOut(row));
    sentence.append(words.caveats(TestWords.entries(row.caveats())));
    coverageNotes(row).forEach(note -> sentence.append("; ").append(note));
    sentence.append(texts.of("end"));
    if (row.headline()) {
      limits(row).forEach(limit -> sentence.append(' ').append(limit));
    }

    return sentence.toString();
  }

  /** Whether a row is the slope without regard to first levels that stands beside an answer. */
  private static boolean isBeside(AssociationRow answer, AssociationRow other) {
    return answer.method() == Method.META_REGRESSION_EQUAL_LEVELS
        && other.method() == Method.META_REGRESSION_TRUNCATED
        && answer.sameQuestion(other);
  }

  /** What the column {@code family} says: which tests were corrected together, and how. */
  public String family(AssociationRow row) {
    return texts.of(
        "family",
        names.correction(row.correction()),
        row.tests(),
        texts.of("family." + row.family().code()));
  }

  private String slope(AssociationRow row) {
    String lead =
        texts.of(
            row.sentence(),
            row.k(),
            given(row.method()),
            naming.indicator(names, row.indicator()),
            years("change.years", row.fromYear(), row.toYear()),
            naming.measure(names, row.measure()),
            years("coverage.years", row.coverageFrom(), row.coverageTo()),
            row.tests());
    if (Double.isNaN(row.estimate())) {
      return row.method() == Method.META_REGRESSION_EQUAL_LEVELS
          ? lead + texts.of("slope.not_estimated.levels")
          : lead;
    }

    double step = row.coverageStep();
    int decimals = decimals(step * row.ciLow(), step * row.ciHigh());
    String size =
        texts.of(
            "slope.size",
            language.significant(row.coverageLow()),
            language.significant(row.coverageHigh()),
            language.decimal(step * row.estimate(), decimals),
            language.decimal(step * row.ciLow(), decimals),
            language.decimal(step * row.ciHigh(), decimals));
    return lead
        + size
        + (Double.isNaN(row.smallestDetectable())
            ? ""
            : texts.of("slope.power", language.decimal(step * row.smallestDetectable(), decimals)));
  }

  private String beside(AssociationRow row, AssociationRow beside) {
    double step = row.coverageStep();
    int decimals = decimals(step * beside.ciLow(), step * beside.ciHigh());
    return texts.of(
        "slope.unadjusted",
        language.decimal(step * beside.estimate(), decimals),
        language.decimal(step * beside.ciLow(), decimals),
        language.decimal(step * beside.ciHigh(), decimals),
        words.p(beside.pValue()));
  }

  private String correlation(AssociationRow row) {
    String lead =
        texts.of(
            "correlation",
            row.k(),
            texts.of("correlation.method." + row.method().code()),
            naming.indicator(names, row.indicator()),
            years("change.years", row.fromYear(), row.toYear()),
            naming.measure(names, row.measure()),
            years("coverage.years", row.coverageFrom(), row.coverageTo()));
    String verdict = texts.of(row.sentence(), row.tests());
    if (Double.isNaN(row.estimate())) {
      return lead + verdict;
    }

    return lead
        + texts.of(
            "correlation.size",
            decimal(row.estimate()),
            decimal(row.ciLow()),
            decimal(row.ciHigh()))
        + verdict
        + (Double.isNaN(row.smallestDetectable())
            ? ""
            : texts.of("correlation.power", decimal(row.smallestDetectable())));
  }

  private String given(Method method) {
    String key = "given." + method.code();
    return texts.has(key) ? texts.of(key) : "";
  }

  /**
   * What could make an association without any prevention, a sentence each: regression to the mean,
   * prevention that goes where violence is high, women who tell more of it; and why the last 12
   * months are looked at before violence ever.
   */
  public List<String> limits(AssociationRow row) {
    List<String> limits = new ArrayList<>();
    limits.add(
        texts.of(
            row.method() == Method.META_REGRESSION_EQUAL_LEVELS
                ? "limit.regression.to.the.mean"
                : "limit.regression.to.the.mean.not.removed"));
    limits.add(texts.of("limit.targeting"));
    limits.add(texts.of("limit.disclosure"));
    if (row.family() != TestFamily.ALL) {
      limits.add(texts.of("limit." + row.family().code()));
    }

    return limits;
  }

  private String years(String key, Integer from, Integer to) {
    return from == null ? "" : texts.of(from.equals(to) ? key + ".one" : key, from, to);
  }

  private String leftOut(AssociationRow row) {
    List<String> regions = TestWords.entries(row.leftOut());
    if (regions.isEmpty()) {
      return "";
    }

    String key =
        (regions.size() == 1 ? "left.out.one" : "left.out")
            + (row.covariates().isEmpty() ? "" : ".covariates");
    return texts.of(key, regions.size(), String.join(", ", regions));
  }

  /** The years that are not counted and how the measure counts. */
  private List<String> coverageNotes(AssociationRow row) {
    CoverageWords coverage = names.coverage();
    List<String> notes = new ArrayList<>();
    if (!row.coveragePartial().isEmpty()) {
      YearRange window = new YearRange(row.coverageFrom(), row.coverageTo());
      String years = coverage.partial(row.coveragePartial(), window);
      notes.add(texts.of("caveat.partial", years));
    }
    notes.addAll(coverage.notesInSentence(row.coverageNote()));
    return notes;
  }

  /** Whether the indicator fell more where coverage was greater, for readers without statistics. */
  public String answer(AssociationRow row) {
    return texts.of("answer." + plain(row.verdict()), given(row.method()));
  }

  /** The answer in at most 15 words. */
  public String headline(AssociationRow row) {
    return texts.of("headline." + plain(row.verdict()));
  }

  private static String plain(AssociationVerdict verdict) {
    return switch (verdict) {
      case NEGATIVE, POSITIVE, NOT_ESTIMATED -> verdict.code();
      case NOT_AFTER_CORRECTION, NOT_SIGNIFICANT -> "unclear";
    };
  }

  /** An association between low and high coverage, with its interval and test, in short. */
  public String brief(AssociationRow row) {
    if (Double.isNaN(row.estimate())) {
      return texts.of("brief.slope.not_estimated", given(row.method()));
    }

    double step = row.coverageStep();
    return texts.of(
        "brief.slope",
        given(row.method()),
        language.significant(row.coverageLow()),
        language.significant(row.coverageHigh()),
        decimal(row.estimate() * step),
        decimal(row.ciLow() * step),
        decimal(row.ciHigh() * step),
        row.k(),
        names.p(row.pValue()),
        among(names, row.tests(), row.pAdjusted()));
  }

  /** The p-value corrected for several tests, in short; empty for one test. */
  static String among(Names names, int tests, double pAdjusted) {
    return tests > 1 && !Double.isNaN(pAdjusted)
        ? names.texts().of("brief.among", tests, names.p(pAdjusted))
        : "";
  }

  /** The smallest association that these data could have found; empty where not known. */
  public Optional<String> power(AssociationRow row) {
    return Double.isNaN(row.smallestDetectable())
        ? Optional.empty()
        : Optional.of(
            texts.of(
                "brief.slope.power",
                decimal(Math.abs(row.smallestDetectable()) * row.coverageStep())));
  }

  /**
   * The difference without regard to first levels, between the same two coverages; empty where the
   * answer has no regard to them itself.
   */
  public Optional<String> besideInBrief(AssociationRow row, AssociationRow other) {
    double step = row.coverageStep();
    return isBeside(row, other)
        ? Optional.of(
            texts.of(
                "brief.slope.unadjusted",
                decimal(other.estimate() * step),
                decimal(other.ciLow() * step),
                decimal(other.ciHigh() * step),
                names.p(other.pValue())))
        : Optional.empty();
  }

  /** Two, or as many as it takes for two digits of the wider end of an interval to show. */
  private static int decimals(double low, double high) {
    double end = Math.max(Math.abs(low), Math.abs(high));
    return end > 0 && end < 0.1 ? 1 - (int) Math.floor(Math.log10(end)) : 2;
  }

  private String decimal(double value) {
    return language.decimal(value, 2);
  }
}

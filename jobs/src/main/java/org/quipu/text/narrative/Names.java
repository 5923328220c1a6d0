package org.quipu.text.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quipu.Regions;
import org.quipu.Ubigeo;
import org.quipu.YearRange;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.math.Adjustment;
import org.quipu.smallarea.Diagnostic;
import org.quipu.store.DomainFamily;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** What readers call places, indicators and measures, and how years and p-values are written. */
public final class Names {
  private static final double SIGNIFICANT = 0.05;

  private final Language language;
  private final Messages texts;
  private final CoverageWords coverage;

  public Names(Language language) {
    this.language = language;
    this.texts = Messages.beside(Names.class, "sentences", language);
    this.coverage = CoverageWords.in(language);
  }

  public Language language() {
    return language;
  }

  /** The texts of all sentences about results. */
  Messages texts() {
    return texts;
  }

  /** A region's name; the country's in the language. */
  public String region(String code) {
    return code.equals(Regions.NATIONAL) ? texts.of("nation") : Regions.name(code);
  }

  /**
   * A domain by its name: {@code Pasco, rural}.
   *
   * @param table such as {@code region:residence}
   * @param domain the codes joined by {@code |}
   */
  public String domain(String table, String domain) {
    List<String> dimensions = List.of(table.split(":", -1));
    List<String> codes = List.of(domain.split("\\|", -1));
    return IntStream.range(0, dimensions.size())
        .mapToObj(i -> level(dimensions.get(i), codes.get(i)))
        .collect(Collectors.joining(", "));
  }

  private String level(String dimension, String code) {
    return switch (dimension) {
      case Dimensions.NATIONAL, Dimensions.REGION -> region(code);
      case Dimensions.PROVINCE -> Ubigeo.shipped().name(code).orElse(code);
      default -> {
        Dimensions.GroupName group = Dimensions.group(dimension, code);
        yield language.is(Language.SPANISH) ? group.spanish() : group.english();
      }
    };
  }

  /** An indicator's name; its key where it is not declared. */
  public String indicator(String key) {
    return Indicator.find(key)
        .map(found -> language.is(Language.SPANISH) ? found.labelEs() : found.labelEn())
        .orElse(key);
  }

  /** A table of domains such as {@code region:residence}: {@code región × área de residencia}. */
  public String breakdown(String by) {
    return Arrays.stream(by.split(":", -1)).map(this::dimension).collect(Collectors.joining(" × "));
  }

  private String dimension(String key) {
    String name = "dimension." + key;
    return texts.has(name) ? texts.of(name) : indicator(key);
  }

  /** What an indicator says of a woman. */
  String yesOrNo(boolean applies) {
    return texts.of("level." + applies);
  }

  /** A measure of coverage as a heading. */
  public String measure(String key) {
    return coverage.measure(key);
  }

  /** The words of rows of coverage. */
  public CoverageWords coverage() {
    return coverage;
  }

  /** What a check of small areas tells. */
  public String diagnostic(Diagnostic check) {
    return texts.of("diagnostic." + check.code());
  }

  /** A correction of p-values. */
  public String correction(Adjustment correction) {
    return texts.of("correction." + correction.code());
  }

  /** Which tests were corrected together, and how. */
  String family(DomainFamily family) {
    return texts.of(
        "family.domains." + family.subject().code(),
        correction(family.correction()),
        family.tests(),
        indicator(family.indicator()),
        breakdown(family.by()));
  }

  /** {@code 2017-2021}, or the year where both are one. */
  public String years(YearRange span) {
    return span.from() == span.to()
        ? String.valueOf(span.from())
        : texts.of("years", span.from(), span.to());
  }

  /** Names in a row: {@code a, b y c}. */
  public String list(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }

    String last = names.get(names.size() - 1);
    String head = String.join(", ", names.subList(0, names.size() - 1));
    return texts.of(startsWithI(last) ? "list.before.i" : "list", head, last);
  }

  /** Spanish "y" gives way to "e" before the sound i. */
  private static boolean startsWithI(String name) {
    String start = name.toLowerCase(Locale.ROOT);
    return start.startsWith("i") || (start.startsWith("hi") && !start.startsWith("hie"));
  }

  /** A p-value to three decimals, from 0.1 on to two; more where it is just under 0.05. */
  public String p(double value) {
    return value < 0.001
        ? texts.of("p.tiny")
        : texts.of("p", language.decimal(value, decimals(value, value < 0.0995 ? 3 : 2)));
  }

  /** As many decimals, from the least on, as keep a p-value under 5 % from being written as 5 %. */
  public static int decimals(double p, int least) {
    int decimals = least;
    while (p < SIGNIFICANT
        && BigDecimal.valueOf(p).setScale(decimals, RoundingMode.HALF_UP).doubleValue()
            >= SIGNIFICANT) {
      decimals++;
    }

    return decimals;
  }
}

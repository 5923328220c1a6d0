package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.endes.Indicator;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.CoverageWords;

/** The names of indicators, regions and measures, and the words of the pages, in one language. */
final class Labels {
  private final Language language;
  private final Messages texts;
  private final CoverageWords coverage;

  Labels(Language language) {
    this.language = language;
    this.texts = Messages.beside(Labels.class, "bulletin", language);
    this.coverage = CoverageWords.in(language);
  }

  Language language() {
    return language;
  }

  String text(String key, Object... values) {
    return texts.of(key, values);
  }

  boolean has(String key) {
    return texts.has(key);
  }

  /** A region's name; the country's in the language. */
  String region(String code) {
    return code.equals(Regions.NATIONAL) ? texts.of("nation") : Regions.name(code);
  }

  String indicator(String name) {
    Indicator indicator = Indicator.of(name);

    return language == Language.SPANISH ? indicator.labelEs() : indicator.labelEn();
  }

  /** A summary by its form of violence and, where it is not ever, its period: {@code Física}. */
  String form(String name) {
    Indicator indicator = Indicator.of(name);
    String form = texts.of("form." + indicator.form().code());

    return indicator.period() == Indicator.Period.EVER
        ? form
        : texts.of("form." + indicator.period().code(), form);
  }

  /** Who is counted. */
  String universe(String indicator) {
    Indicator.Universe asked = Indicator.of(indicator).universe();

    return texts.of("universe", language == Language.SPANISH ? asked.labelEs() : asked.labelEn());
  }

  /** A measure of coverage as a heading. */
  String measure(String name) {
    return coverage.measure(name);
  }

  /** The words of rows of coverage. */
  CoverageWords coverage() {
    return coverage;
  }

  /** The months from one to another, such as {@code enero a julio}. */
  String months(int from, int to) {
    return from == to
        ? language.month(from)
        : texts.of("months", language.month(from), language.month(to));
  }

  /** {@code 2017-2021}, or the year where both are one. */
  String years(YearRange span) {
    return span.from() == span.to()
        ? String.valueOf(span.from())
        : texts.of("years", span.from(), span.to());
  }

  /** Where numbers of ENDES come from, a part for each kind of source. */
  String source(Collection<Integer> years, Collection<Provenance> sources) {
    String when = list(runs(new TreeSet<>(years)));

    return sources.stream()
        .distinct()
        .sorted()
        .map(source -> texts.of("source." + source.code(), when))
        .collect(Collectors.joining("; "));
  }

  /** Years one by one, three and more in a row as {@code 2009-2025}. */
  private List<String> runs(SortedSet<Integer> years) {
    List<String> runs = new ArrayList<>();
    List<Integer> left = new ArrayList<>(years);
    while (!left.isEmpty()) {
      int length = 1;
      while (length < left.size() && left.get(length) == left.get(0) + length) {
        length++;
      }
      int taken = length < 3 ? 1 : length;
      runs.add(years(new YearRange(left.get(0), left.get(taken - 1))));
      left.subList(0, taken).clear();
    }

    return runs;
  }

  /** Names in a row: {@code a, b y c}. */
  String list(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }

    String last = names.get(names.size() - 1);
    String head = String.join(", ", names.subList(0, names.size() - 1));

    return texts.of(startsWithI(last) ? "list.before.i" : "list", head, last);
  }

  /** Spanish "y" gives way to "e" before the sound i. */
  private static boolean startsWithI(String name) {
    String start = name.toLowerCase(java.util.Locale.ROOT);

    return start.startsWith("i") || (start.startsWith("hi") && !start.startsWith("hie"));
  }

  /** A p-value to three decimals. */
  String p(double value) {
    return value < 0.001
        ? texts.of("p.tiny")
        : texts.of("p", language.decimal(value, value < 0.0995 ? 3 : 2));
  }
}

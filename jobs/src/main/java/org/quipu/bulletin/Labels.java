package org.quipu.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quipu.Provenance;
import org.quipu.YearRange;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.CoverageWords;
import org.quipu.text.narrative.Names;

/** The words of pages and figures, and the names of what they show, in one language. */
final class Labels {
  private final Language language;
  private final Messages texts;
  private final Names names;

  Labels(Language language) {
    this.language = language;
    this.texts = Messages.beside(Labels.class, "bulletin", language);
    this.names = new Names(language);
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

  /** What results, places and measures are called. */
  Names names() {
    return names;
  }

  String region(String code) {
    return names.region(code);
  }

  String indicator(String name) {
    return names.indicator(name);
  }

  String measure(String name) {
    return names.measure(name);
  }

  /** The same where there is little room. */
  String shortMeasure(String name) {
    String key = "measure.short." + name;
    return texts.has(key) ? texts.of(key) : measure(name);
  }

  /** An indicator where there is little room: a summary by its form of violence. */
  String brief(String indicator) {
    if (!Indicator.is(indicator, Indicator.Kind.SUMMARY)) {
      return indicator(indicator);
    }

    return Indicator.of(indicator).period() == Indicator.Period.EVER
        ? texts.of("form.ever", form(indicator))
        : form(indicator);
  }

  /** The words of rows of coverage. */
  CoverageWords coverage() {
    return names.coverage();
  }

  /** A summary by its form of violence and, where it is not ever, its period: {@code Física}. */
  String form(String name) {
    Indicator indicator = Indicator.of(name);
    String form = texts.of("form." + indicator.form().code());

    return indicator.period() == Indicator.Period.EVER
        ? form
        : texts.of("form." + indicator.period().code(), form);
  }

  /** A group of women, such as those of one age. */
  String group(String dimension, String code) {
    Dimensions.GroupName name = Dimensions.group(dimension, code);
    return language.is(Language.SPANISH) ? name.spanish() : name.english();
  }

  /** Who is counted; of violence, also whose it is. */
  String universe(String indicator) {
    Indicator of = Indicator.of(indicator);
    String asked =
        language.is(Language.SPANISH) ? of.universe().labelEs() : of.universe().labelEn();

    return switch (of.kind()) {
      case SUMMARY, ACT -> texts.of("universe", asked);
      case HELP_SEEKING, OTHER -> asked;
    };
  }

  /** A day, such as {@code 7 de agosto de 2023}. */
  String date(LocalDate day) {
    return text(
        "date",
        String.valueOf(day.getDayOfMonth()),
        language.month(day.getMonthValue()),
        String.valueOf(day.getYear()));
  }

  /** The months from one to another, such as {@code enero a julio}. */
  String months(int from, int to) {
    return from == to
        ? language.month(from)
        : texts.of("months", language.month(from), language.month(to));
  }

  /** Where numbers of ENDES come from, a part for each kind of source, all of these years. */
  String source(Collection<Integer> years, Collection<Provenance> sources) {
    Map<Provenance, SortedSet<Integer>> all = new EnumMap<>(Provenance.class);
    sources.forEach(source -> all.put(source, new TreeSet<>(years)));

    return source(all);
  }

  /** Where numbers of ENDES come from, each kind of source with its years. */
  String source(Map<Provenance, SortedSet<Integer>> sources) {
    return sources.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            source ->
                texts.of("source." + source.getKey().code(), names.list(runs(source.getValue()))))
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
      runs.add(names.years(new YearRange(left.get(0), left.get(taken - 1))));
      left.subList(0, taken).clear();
    }

    return runs;
  }
}

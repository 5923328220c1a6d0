package org.quipu.bulletin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.NormalizedText;
import org.quipu.Regions;
import org.quipu.charts.Form;
import org.quipu.endes.Indicator;
import org.quipu.store.Digests;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * Names of files that every file system and web server takes: lower-case letters without accents,
 * digits and hyphens. What ships with Quipu has short words of the language; the name of a figure
 * about anything else ends with a digest of what it is about, so that it is safe, unique and the
 * same in each run however it is spelt.
 */
final class FileNames {
  /** So much of a word that is not Quipu's own goes into a name. */
  private static final int LONGEST_WORD = 24;

  private static final int DIGEST = 8;

  private final Labels labels;
  private final Messages words;

  FileNames(Labels labels) {
    this.labels = labels;
    this.words = words(labels.language());
  }

  static Messages words(Language language) {
    return Messages.beside(FileNames.class, "files", language);
  }

  /** {@code Madre de Dios} as {@code madre-de-dios}. */
  static String plain(String name) {
    return NormalizedText.of(name).toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** The name of a figure's files, without ending: {@code cambio-violencia-fisica-2017-2022}. */
  String of(FigureName figure) {
    List<FigureName.Subject> subjects = figure.subjects();
    boolean known = subjects.stream().allMatch(subject -> known(subject).isPresent());

    return Stream.of(
            Stream.of(words.of("kind." + figure.kind().code())),
            subjects.stream().filter(subject -> !isWindow(subject)).map(this::part),
            figure.years().stream().map(String::valueOf),
            subjects.stream().filter(FileNames::isWindow).map(this::part),
            known ? Stream.<String>of() : Stream.of(digest(figure)))
        .flatMap(parts -> parts)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("-"));
  }

  /** The name of the files of a figure in a form; the wide form has the figure's own. */
  String inForm(String figure, Form form) {
    return form == Form.WIDE ? figure : figure + "-" + words.of("form." + form.code());
  }

  private static boolean isWindow(FigureName.Subject subject) {
    return subject.sort() == FigureName.Sort.WINDOW;
  }

  private String part(FigureName.Subject subject) {
    return known(subject).orElseGet(() -> abridged(subject));
  }

  /** The word of a subject that ships with Quipu. */
  private Optional<String> known(FigureName.Subject subject) {
    String key = subject.key();

    return switch (subject.sort()) {
      case INDICATOR -> Indicator.find(key).flatMap(this::indicator);
      case MEASURE -> word("measure." + key);
      case STRATEGY -> Optional.of(plain(key)).filter(name -> key.equals(Protection.STRATEGY));
      case LEVEL -> word("level." + key);
      case PLACE ->
          key.equals(Regions.NATIONAL)
              ? word("place." + key)
              : Optional.of(plain(Regions.name(key)));
      case WINDOW -> word("window").map(window -> window + "-" + key);
    };
  }

  private Optional<String> word(String key) {
    return words.has(key) ? Optional.of(words.of(key)) : Optional.empty();
  }

  /** An indicator's word; in a period other than ever, with the period's. */
  private Optional<String> indicator(Indicator indicator) {
    String period = indicator.period() == null ? "" : indicator.period().code();
    String name = indicator.name();
    String ending = "_" + period;
    String base = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;

    return word("indicator." + base)
        .map(word -> word + word("period." + period).map(of -> "-" + of).orElse(""));
  }

  /** The beginning of what a subject is called. */
  private String abridged(FigureName.Subject subject) {
    String name =
        plain(
            switch (subject.sort()) {
              case INDICATOR ->
                  Indicator.find(subject.key()).isPresent()
                      ? labels.indicator(subject.key())
                      : subject.key();
              case MEASURE -> labels.measure(subject.key());
              default -> subject.key();
            });
    if (name.length() <= LONGEST_WORD) {
      return name;
    }

    int end = name.lastIndexOf('-', LONGEST_WORD);

    return name.substring(0, end > 0 ? end : LONGEST_WORD);
  }

  /** Of the identifiers, whatever they hold: no text of one subject is that of another. */
  private static String digest(FigureName figure) {
    String identity =
        figure.subjects().stream()
            .map(subject -> subject.sort() + "\0" + subject.key())
            .collect(Collectors.joining("\0"));

    return Digests.sha256(identity).substring(0, DIGEST);
  }
}

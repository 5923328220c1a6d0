package org.quipu.bulletin;

import java.util.List;
import java.util.stream.Stream;
import org.quipu.YearRange;
import org.quipu.store.Version;

/** What helps a reader of a page: the words that it uses, and how to cite it. */
final class ReadingAid {
  private static final List<String> WORDS =
      List.of(
          "prevalence",
          "survey",
          "chance",
          "interval",
          "points",
          "relative",
          "period",
          "psychological",
          "physical",
          "sexual",
          "referential",
          "wealth",
          "coverage",
          "association");

  private final Evidence evidence;
  private final Labels labels;
  private final YearRange span;

  ReadingAid(Evidence evidence, Labels labels, YearRange span) {
    this.evidence = evidence;
    this.labels = labels;
    this.span = span;
  }

  /** The words that a page uses. */
  List<PageParts.Meaning> glossary() {
    return WORDS.stream()
        .map(
            word ->
                new PageParts.Meaning(
                    labels.text("glossary." + word), labels.text("glossary." + word + ".is")))
        .toList();
  }

  /**
   * How to cite a page.
   *
   * @param title of the page
   */
  List<String> citation(String title) {
    String made = evidence.made().map(day -> labels.text("cite.made", labels.date(day))).orElse("");

    return Stream.of(
            labels.text("cite.page", title, span.from(), span.to(), Version.current(), made),
            labels.text("cite.data"),
            labels.text("cite.licence"))
        .toList();
  }
}

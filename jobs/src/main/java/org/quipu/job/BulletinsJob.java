package org.quipu.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quipu.UserException;
import org.quipu.bulletin.Bulletins;
import org.quipu.bulletin.Evidence;
import org.quipu.bulletin.Span;
import org.quipu.charts.Language;
import org.quipu.store.Store;

/** Writes the bulletins that the tables of a store allow. */
final class BulletinsJob {
  /**
   * What is to be written.
   *
   * @param regions codes
   * @param span the change that the pages tell of; empty for the latest in the store
   */
  record Request(Language language, List<String> regions, Optional<Span> span) {}

  private final Store store;
  private final Console console;

  BulletinsJob(Store store, Console console) {
    this.store = store;
    this.console = console;
  }

  /** Writes into {@code OUT/bulletins} and tells which files there are, the index last. */
  List<Path> run(Request request, Path out) {
    Evidence evidence = Evidence.of(store);
    Span span = span(evidence, request.span());
    List<Path> pages =
        Bulletins.of(evidence, request.language(), span)
            .write(request.regions(), out.resolve("bulletins"));
    console.say(
        pages.size()
            - 1
            + " bulletins on "
            + span
            + ", and their index: "
            + pages.get(pages.size() - 1));

    return pages;
  }

  private static Span span(Evidence evidence, Optional<Span> wanted) {
    List<Span> spans = Bulletins.spans(evidence);
    if (spans.isEmpty() || !spans.contains(wanted.orElse(spans.get(0)))) {
      throw UserException.input(
          "table change",
          "no change" + wanted.map(span -> " from " + span).orElse(""),
          spans.isEmpty()
              ? "a change of violence by husband or partner"
              : "one of " + String.join(", ", spans.stream().map(Span::toString).toList()),
          "Make it with: quipu change --store … --from Y --to Y");
    }

    return wanted.orElse(spans.get(0));
  }
}

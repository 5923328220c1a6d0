package org.quipu.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.YearRange;
import org.quipu.bulletin.Bulletins;
import org.quipu.bulletin.Evidence;
import org.quipu.bulletin.PageFormat;
import org.quipu.store.Store;
import org.quipu.text.Language;

/** Writes the bulletins that the tables of a store allow. */
public final class BulletinsJob {
  /**
   * What is to be written.
   *
   * @param regions codes
   * @param span the change that the pages describe; empty for the latest in the store
   * @param formats of each page, at least one
   * @param out pages go to {@code OUT/bulletins}
   */
  public record Request(
      List<String> regions,
      Optional<YearRange> span,
      Language language,
      Set<PageFormat> formats,
      Path out) {}

  /**
   * What was written.
   *
   * @param years of the change that the pages describe
   * @param regions of which there is a page
   * @param formats of each page
   * @param pages their files
   */
  public record Result(
      YearRange years, int regions, Set<PageFormat> formats, Bulletins.Written pages) {}

  private final Store store;
  private final Progress progress;

  public BulletinsJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /** Writes the pages of the regions and their index. */
  public Result run(Request request) {
    Evidence evidence = Evidence.of(store);
    YearRange span = span(evidence, request.span);
    return new Result(
        span,
        request.regions.size(),
        request.formats,
        Bulletins.of(evidence, request.language, span)
            .write(request.regions, request.formats, request.out.resolve("bulletins"), progress));
  }

  private static YearRange span(Evidence evidence, Optional<YearRange> wanted) {
    List<YearRange> spans = Bulletins.spans(evidence);
    if (spans.isEmpty() || !spans.contains(wanted.orElse(spans.get(0)))) {
      throw UserException.input(
          "table change",
          "no change" + wanted.map(span -> " from " + span).orElse(""),
          spans.isEmpty()
              ? "a change of violence by husband or partner"
              : "one of " + String.join(", ", spans.stream().map(YearRange::toString).toList()),
          "Make it with: quipu change --store … --from Y --to Y");
    }

    return wanted.orElse(spans.get(0));
  }
}

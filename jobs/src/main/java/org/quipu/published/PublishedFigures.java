package org.quipu.published;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.quipu.Notice;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.file.Numbers;
import org.quipu.file.Source;
import org.quipu.store.PublishedRow;
import org.quipu.store.RecordSource;
import org.quipu.store.Table;

/**
 * Published figures, one a cell. Where there are several for a cell, INEI's figure is preferred to
 * one that others recomputed, then the one with more decimals, then one with a standard error or a
 * number of women; the others are reported.
 *
 * @param conflicts a line for each figure that was not used and differs from the one that was
 */
public record PublishedFigures(List<PublishedRow> rows, List<String> conflicts) {
  private static final Comparator<PublishedRow> BEST_FIRST =
      Comparator.comparing((PublishedRow row) -> row.source() != Provenance.PUBLISHED)
          .thenComparing(row -> -row.decimals())
          .thenComparing(row -> Double.isNaN(row.standardError()))
          .thenComparing(row -> row.n() == null);

  private record Cell(int year, String region, String indicator) {}

  public PublishedFigures {
    rows = List.copyOf(rows);
    conflicts = List.copyOf(conflicts);
  }

  /** The national figures, and those of the source bulletin, that ship with Quipu. */
  public static PublishedFigures shipped() {
    return of(PublishedReader.shipped());
  }

  /** The figures of a file in the layout of {@code data/published/prevalence.csv}. */
  public static PublishedFigures read(Path file) {
    return of(PublishedReader.read(Source.file(file)));
  }

  /**
   * Figures to load into a store.
   *
   * @param indicator throws a {@link UserException} for a name that is no indicator's
   */
  public static RecordSource source(Path file, Consumer<String> indicator) {
    return RecordSource.named(
        Table.PUBLISHED,
        List.of(file),
        List.of(),
        target -> {
          PublishedFigures read = read(file);
          requireIndicators(read.rows, file, indicator);
          read.conflicts.forEach(target.progress()::warn);
          target.write(Table.PUBLISHED, read.rows, read.conflicts);
          target.progress().progress(Notice.of("published.read", (long) read.rows.size()));
        });
  }

  private static void requireIndicators(
      List<PublishedRow> rows, Path file, Consumer<String> indicator) {
    try {
      rows.stream().map(PublishedRow::indicator).forEach(indicator);
    } catch (UserException e) {
      throw new UserException(file + ": " + e.getMessage() + ". Correct the name.", e);
    }
  }

  /** One figure a cell. */
  static PublishedFigures of(List<PublishedRow> all) {
    Map<Cell, List<PublishedRow>> cells = new LinkedHashMap<>();
    for (PublishedRow row : all) {
      cells
          .computeIfAbsent(
              new Cell(row.year(), row.region(), row.indicator()), cell -> new ArrayList<>())
          .add(row);
    }

    List<PublishedRow> kept = new ArrayList<>();
    List<String> conflicts = new ArrayList<>();
    for (List<PublishedRow> same : cells.values()) {
      List<PublishedRow> sorted = same.stream().sorted(BEST_FIRST).toList();
      PublishedRow best = sorted.get(0);
      kept.add(best);
      for (PublishedRow other : sorted.subList(1, sorted.size())) {
        if (!sameFigure(best, other)) {
          conflicts.add(conflict(best, other));
        }
      }
    }

    return new PublishedFigures(kept, conflicts);
  }

  /** These figures together with others, such as those that ship and those of a user's file. */
  public PublishedFigures and(PublishedFigures others) {
    List<PublishedRow> all = new ArrayList<>(rows);
    all.addAll(others.rows);
    PublishedFigures joined = of(all);
    List<String> allConflicts = new ArrayList<>(conflicts);
    allConflicts.addAll(others.conflicts);
    allConflicts.addAll(joined.conflicts);
    return new PublishedFigures(joined.rows, allConflicts);
  }

  /** The same number, or one that is the other rounded. */
  private static boolean sameFigure(PublishedRow finer, PublishedRow coarser) {
    int decimals = Math.min(finer.decimals(), coarser.decimals());
    return Math.abs(finer.percent() - coarser.percent()) <= Rounding.half(decimals);
  }

  private static String conflict(PublishedRow kept, PublishedRow other) {
    return String.format(
        "%d %s %s: kept %s and ignored %s",
        kept.year(), kept.region(), kept.indicator(), words(kept), words(other));
  }

  private static String words(PublishedRow row) {
    return String.format(
        "%s (%s, %s)",
        Numbers.shortest(row.percent()),
        row.source().code(),
        Objects.requireNonNullElse(row.reference(), "no reference"));
  }
}

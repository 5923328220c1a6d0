package org.quipu.survey.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The {@code quality} of a table's row: a scheme's verdict, then marks, joined by {@code ;}.
 *
 * @param verdict empty where no scheme was asked
 */
public record Quality(String verdict, List<String> marks) {
  /** An act or item was missing from the file, so that the indicator lacks it. */
  public static final String PARTIAL = "partial";

  /** The household's weight stands in for the woman's. */
  public static final String HOUSEHOLD_WEIGHT = "household_weight";

  /** A stratum had a single cluster. */
  public static final String LONELY_CLUSTERS = "lonely_clusters";

  /** 0 % or 100 %: the interval is Clopper-Pearson's. */
  public static final String BOUNDARY = "boundary";

  /** The standard error comes from the number of cases and an assumed design effect. */
  public static final String SE_APPROXIMATED = "se_approximated";

  /** Of two years: what was asked differed, so that their difference is no change. */
  public static final String NOT_COMPARABLE = "not_comparable";

  public static final String SYNTHETIC = "synthetic";

  /** Computed by others from microdata, not published by INEI. */
  public static final String RECOMPUTED = "recomputed";

  /** From the best to the worst; all schemes on one scale, for merging what two years bring. */
  private static final List<Set<String>> SCALE =
      List.of(
          Set.of(""),
          Set.of("very_good"),
          Set.of("good"),
          Set.of("reliable", "publish", "shown"),
          Set.of("acceptable"),
          Set.of("referential", "parentheses", "weakly_reliable", "review"),
          Set.of("not_reliable"),
          Set.of(Verdict.NOT_ASSESSED),
          Set.of("not_shown"),
          Set.of("suppress"),
          Set.of("suppressed"));

  private static final Set<String> HIDDEN = Set.of("not_shown", "suppress", "suppressed");

  public Quality {
    marks = List.copyOf(marks);
  }

  public static Quality of(Verdict verdict, String... marks) {
    return new Quality(verdict.name(), List.of(marks));
  }

  /** Reads what {@link #toString} writes; null is no quality. */
  public static Quality parse(String text) {
    if (text == null || text.isEmpty()) {
      return new Quality("", List.of());
    }

    List<String> parts = Arrays.asList(text.split(";", -1));
    return severity(parts.get(0)) < 0
        ? new Quality("", parts)
        : new Quality(parts.get(0), parts.subList(1, parts.size()));
  }

  /** The worse verdict of the two, and the marks of both. */
  public Quality merge(Quality other) {
    Set<String> all = new LinkedHashSet<>(marks);
    all.addAll(other.marks);
    String worse = severity(verdict) >= severity(other.verdict) ? verdict : other.verdict;
    return new Quality(worse, List.copyOf(all));
  }

  /** The same with one mark more, once. */
  public Quality with(String mark) {
    return merge(new Quality("", List.of(mark)));
  }

  public boolean has(String mark) {
    return marks.contains(mark);
  }

  /** Whether the cell may not show its numbers. */
  public boolean isHidden() {
    return HIDDEN.contains(verdict);
  }

  private static int severity(String verdict) {
    for (int rank = 0; rank < SCALE.size(); rank++) {
      if (SCALE.get(rank).contains(verdict)) {
        return rank;
      }
    }

    return -1;
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (!verdict.isEmpty()) {
      parts.add(verdict);
    }

    parts.addAll(marks);
    return String.join(";", parts);
  }
}

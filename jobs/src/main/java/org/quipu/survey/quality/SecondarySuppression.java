package org.quipu.survey.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.quality.Verdict.Hiding;

/**
 * Hides further cells of one indicator and year, until no cell that is hidden for its few cases can
 * be had from what is shown: by taking the other cells of its line from their total, or by adding
 * up the cells of a finer table.
 */
final class SecondarySuppression {
  private static final Verdict SECONDARY =
      Verdict.fewCases("suppressed", "with it a cell of few cases could be had by subtraction");

  private final List<PrevalenceRow> rows;
  private final List<Verdict> verdicts;
  private boolean changed;

  private SecondarySuppression(List<PrevalenceRow> rows, List<Verdict> verdicts) {
    this.rows = rows;
    this.verdicts = verdicts;
  }

  /** The verdicts of these rows, with more of them hidden where that is needed. */
  static List<Verdict> protect(List<PrevalenceRow> rows, List<Verdict> verdicts) {
    SecondarySuppression suppression = new SecondarySuppression(rows, new ArrayList<>(verdicts));
    Map<String, List<Integer>> tables = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      tables.computeIfAbsent(rows.get(i).by(), by -> new ArrayList<>()).add(i);
    }

    do {
      suppression.changed = false;
      tables.values().forEach(suppression::protectLines);
      tables.forEach(
          (coarse, cells) ->
              tables.forEach((fine, parts) -> suppression.protectSums(coarse, cells, fine, parts)));
    } while (suppression.changed);
    return suppression.verdicts;
  }

  /** A line of which one cell alone is hidden gives it away by its total. */
  private void protectLines(List<Integer> table) {
    for (List<Integer> line : lines(table)) {
      List<Integer> shown = shown(line);
      if (shown.size() == line.size() - 1 && line.stream().anyMatch(this::hasFewCases)) {
        hideLeast(shown);
      }
    }
  }

  /** The cells that add up to one total: those that differ in one dimension only. */
  private Collection<List<Integer>> lines(List<Integer> table) {
    Map<List<String>, List<Integer>> lines = new LinkedHashMap<>();
    for (int i : table) {
      List<String> codes = codes(i);
      for (int dimension = 0; dimension < codes.size(); dimension++) {
        List<String> total = new ArrayList<>(codes);
        total.set(dimension, "\0total");
        lines.computeIfAbsent(total, line -> new ArrayList<>()).add(i);
      }
    }

    return lines.values();
  }

  /** A hidden cell is given away by a finer table that shows all its parts. */
  private void protectSums(String coarse, List<Integer> cells, String fine, List<Integer> parts) {
    List<String> finer = Arrays.asList(fine.split(":", -1));
    int[] kept = Arrays.stream(coarse.split(":", -1)).mapToInt(finer::indexOf).toArray();
    if (finer.size() <= kept.length || Arrays.stream(kept).anyMatch(at -> at < 0)) {
      return;
    }

    for (int cell : cells) {
      if (hasFewCases(cell)) {
        List<Integer> inside =
            parts.stream()
                .filter(
                    part ->
                        Arrays.stream(kept)
                            .mapToObj(at -> codes(part).get(at))
                            .toList()
                            .equals(codes(cell)))
                .toList();
        if (shown(inside).size() == inside.size()) {
          hideLeast(inside);
        }
      }
    }
  }

  private void hideLeast(List<Integer> shown) {
    shown.stream()
        .min(Comparator.comparingLong(i -> cases(rows.get(i))))
        .ifPresent(
            least -> {
              verdicts.set(least, SECONDARY);
              changed = true;
            });
  }

  private List<Integer> shown(List<Integer> cells) {
    return cells.stream().filter(i -> !verdicts.get(i).isHidden()).toList();
  }

  private boolean hasFewCases(int cell) {
    return verdicts.get(cell).hiding() == Hiding.FEW_CASES;
  }

  private List<String> codes(int cell) {
    return Arrays.asList(rows.get(cell).domain().split("\\|", -1));
  }

  private static long cases(PrevalenceRow row) {
    return row.n() == null ? Long.MAX_VALUE : row.n();
  }
}

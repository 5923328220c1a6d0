package org.quipu.survey.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.quality.Verdict.Hiding;

/**
 * Makes a table of prevalence fit for readers: every row judged by a scheme, hidden cells without a
 * number, and where a cell hidden for its few cases could be had from a total by subtraction, one
 * more cell hidden with it.
 */
public final class Publication {
  private static final Verdict SECONDARY =
      Verdict.fewCases("suppressed", "with it a cell of few cases could be had by subtraction");

  private final QualityScheme scheme;

  public Publication(QualityScheme scheme) {
    this.scheme = scheme;
  }

  /**
   * An estimate before it is judged.
   *
   * @param row its {@code quality} holds marks only
   * @param count unweighted cases with the outcome; NaN where not known
   */
  public record Cell(PrevalenceRow row, double count) {
    Figure figure() {
      return Figure.proportion(
          row.percent() / 100,
          row.standardError() / 100,
          row.n() == null ? Double.NaN : row.n(),
          count,
          row.deff(),
          row.df());
    }
  }

  /** The rows that readers may see, in the same order. */
  public List<PrevalenceRow> of(List<Cell> cells) {
    List<Verdict> verdicts = new ArrayList<>();
    Map<List<Object>, List<Integer>> tables = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      PrevalenceRow row = cells.get(i).row();
      verdicts.add(scheme.judge(cells.get(i).figure()));
      tables
          .computeIfAbsent(
              List.of(row.year(), row.indicator(), row.by()), table -> new ArrayList<>())
          .add(i);
    }

    tables.values().forEach(table -> protect(table, cells, verdicts));
    List<PrevalenceRow> rows = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      rows.add(judged(cells.get(i).row(), verdicts.get(i)));
    }

    return rows;
  }

  /** Hides one more cell of every line that has one hidden cell alone, until no line has. */
  private static void protect(List<Integer> table, List<Cell> cells, List<Verdict> verdicts) {
    Collection<List<Integer>> lines = lines(table, cells);
    boolean again = true;
    while (again) {
      again = false;
      for (List<Integer> line : lines) {
        List<Integer> shown = line.stream().filter(i -> !verdicts.get(i).isHidden()).toList();
        boolean alone = shown.size() == line.size() - 1 && !shown.isEmpty();
        if (alone && line.stream().anyMatch(i -> hasFewCases(verdicts.get(i)))) {
          int least =
              shown.stream()
                  .min(Comparator.comparingLong(i -> cases(cells.get(i).row())))
                  .orElseThrow();
          verdicts.set(least, SECONDARY);
          again = true;
        }
      }
    }
  }

  /** The cells that add up to one total: those that differ in one dimension only. */
  private static Collection<List<Integer>> lines(List<Integer> table, List<Cell> cells) {
    Map<List<String>, List<Integer>> lines = new LinkedHashMap<>();
    for (int i : table) {
      String[] codes = cells.get(i).row().domain().split("\\|", -1);
      for (int dimension = 0; dimension < codes.length; dimension++) {
        List<String> total = new ArrayList<>(List.of(codes));
        total.set(dimension, "\0total");
        lines.computeIfAbsent(total, line -> new ArrayList<>()).add(i);
      }
    }

    return lines.values();
  }

  private static boolean hasFewCases(Verdict verdict) {
    return verdict.hiding() == Hiding.FEW_CASES;
  }

  private static long cases(PrevalenceRow row) {
    return row.n() == null ? Long.MAX_VALUE : row.n();
  }

  private static PrevalenceRow judged(PrevalenceRow row, Verdict verdict) {
    String quality = new Quality(verdict.name(), Quality.parse(row.quality()).marks()).toString();
    boolean hidden = verdict.isHidden();
    double none = Double.NaN;
    return new PrevalenceRow(
        row.year(),
        row.indicator(),
        row.by(),
        row.domain(),
        row.label(),
        hidden ? none : row.percent(),
        hidden ? none : row.standardError(),
        hidden ? none : row.ciLow(),
        hidden ? none : row.ciHigh(),
        hidden ? none : row.cv(),
        hidden ? none : row.deff(),
        hidden ? none : row.df(),
        hidden ? null : row.n(),
        hidden ? none : row.weightedN(),
        hidden ? null : row.psus(),
        hidden ? null : row.strata(),
        quality,
        row.source(),
        verdict.reason());
  }
}

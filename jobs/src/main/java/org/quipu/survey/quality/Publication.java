package org.quipu.survey.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.store.PrevalenceRow;

/**
 * Makes a table of prevalence fit for readers: every row judged by a scheme, hidden cells without a
 * number, and where a cell hidden for its few cases could be had from a total by subtraction, one
 * more cell hidden with it.
 */
public final class Publication {
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
    ReviewedEstimate figure() {
      return ReviewedEstimate.proportion(
          row.percent() / 100,
          row.standardError() / 100,
          row.n() == null ? Double.NaN : row.n(),
          count,
          row.deff(),
          row.df());
    }
  }

  /**
   * The rows that readers may see, in the same order. All tables of an indicator and year should
   * come together, so that none gives away what another hides.
   */
  public List<PrevalenceRow> of(List<Cell> cells) {
    Map<List<Object>, List<Integer>> indicators = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      PrevalenceRow row = cells.get(i).row();
      indicators
          .computeIfAbsent(List.of(row.year(), row.indicator()), key -> new ArrayList<>())
          .add(i);
    }

    PrevalenceRow[] published = new PrevalenceRow[cells.size()];
    for (List<Integer> places : indicators.values()) {
      List<PrevalenceRow> rows = places.stream().map(i -> cells.get(i).row()).toList();
      List<Verdict> verdicts =
          SecondarySuppression.protect(
              rows, places.stream().map(i -> scheme.judge(cells.get(i).figure())).toList());
      for (int k = 0; k < rows.size(); k++) {
        published[places.get(k)] = judged(rows.get(k), verdicts.get(k));
      }
    }

    return List.of(published);
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

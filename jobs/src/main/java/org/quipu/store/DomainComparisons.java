package org.quipu.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.Provenance;
import org.quipu.change.Comparison;
import org.quipu.change.LevelComparisons;
import org.quipu.change.Position;

/**
 * The rows of the tables position and comparison, made of levels that readers may see.
 *
 * @param positions one a domain
 * @param pairs one a pair of domains
 */
public record DomainComparisons(List<PositionRow> positions, List<ComparisonRow> pairs) {
  /**
   * Compares the domains of each indicator, table and year.
   *
   * @param rows of tables whose strata lie inside one domain; those without a number do not count
   */
  public static DomainComparisons of(List<PrevalenceRow> rows) {
    Map<List<Object>, List<PrevalenceRow>> families = new LinkedHashMap<>();
    for (PrevalenceRow row : rows) {
      if (!row.quality().isHidden() && !Double.isNaN(row.percent())) {
        families
            .computeIfAbsent(
                List.of(row.year(), row.indicator(), row.by()), key -> new ArrayList<>())
            .add(row);
      }
    }

    DomainComparisons all = new DomainComparisons(new ArrayList<>(), new ArrayList<>());
    families.values().stream().filter(family -> family.size() > 1).forEach(all::add);
    return all;
  }

  private void add(List<PrevalenceRow> family) {
    LevelComparisons compared =
        LevelComparisons.of(family.stream().map(PrevalenceRow::level).toList());
    Provenance source =
        family.stream().map(PrevalenceRow::source).reduce(Provenance::merge).orElseThrow();
    List<Position> found = compared.positions();
    for (int i = 0; i < family.size(); i++) {
      positions.add(PositionRow.of(family.get(i), found.get(i), compared.tests(), source));
    }
    for (Comparison pair : compared.pairs()) {
      pairs.add(
          ComparisonRow.of(
              family.get(pair.domain()), family.get(pair.other()), pair, compared.tests()));
    }
  }
}

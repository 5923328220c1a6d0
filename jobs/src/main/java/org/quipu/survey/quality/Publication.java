package org.quipu.survey.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides what readers may see of estimates: every cell assessed by a scheme, and where a cell
 * hidden for its few cases could be had from a total by subtraction, one more cell hidden with it.
 * Outcomes of one universe count the same people: where a domain is hidden in one of them, its
 * counts, and those of domains that would give them away, are hidden in all.
 */
public final class Publication {
  private final QualityScheme scheme;
  private final Domains domains;

  /**
   * Publication by the rules of a scheme.
   *
   * @param nestings of the dimensions of the tables; one that is both a part and a whole comes
   *     first as a whole
   */
  public Publication(QualityScheme scheme, List<Nesting> nestings) {
    this.scheme = scheme;
    this.domains = new Domains(nestings);
  }

  /**
   * One cell of a table of estimates.
   *
   * @param group such as the year
   * @param universe whom the outcome is about
   * @param table the dimensions, such as {@code region:residence}
   * @param domain the code of each, such as {@code 19|2}
   */
  public record Cell(
      String group,
      String universe,
      String outcome,
      String table,
      String domain,
      ReviewedEstimate estimate) {
    private Place place() {
      return new Place(table, domain);
    }
  }

  private record Place(String table, String domain) {}

  /**
   * The decision on each cell, in the same order. All tables of a universe and group should come
   * together, so that none gives away what another hides.
   */
  public List<Assessment> assess(List<Cell> cells) {
    Assessment[] decided = new Assessment[cells.size()];
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < decided.length; i++) {
      all.add(i);
    }

    for (List<Integer> universe :
        grouped(all, i -> List.of(cells.get(i).group(), cells.get(i).universe()))) {
      for (List<Integer> outcome : grouped(universe, i -> cells.get(i).outcome())) {
        List<Cell> together = outcome.stream().map(cells::get).toList();
        List<Assessment> assessments =
            SecondarySuppression.protect(
                domains,
                together,
                together.stream().map(cell -> scheme.assess(cell.estimate())).toList());
        for (int k = 0; k < assessments.size(); k++) {
          decided[outcome.get(k)] = assessments.get(k);
        }
      }

      hideCounts(cells, universe, decided);
    }

    return List.of(decided);
  }

  /** Hides the counts of the domains that are hidden in any outcome of the universe. */
  private void hideCounts(List<Cell> cells, List<Integer> universe, Assessment[] decided) {
    Map<Place, Cell> domainsOfAll = new LinkedHashMap<>();
    Set<Place> few = new HashSet<>();
    for (int i : universe) {
      Place place = cells.get(i).place();
      domainsOfAll.putIfAbsent(place, cells.get(i));
      if (decided[i].isConfidential()) {
        few.add(place);
      }
    }

    List<Cell> counts = List.copyOf(domainsOfAll.values());
    List<Assessment> assessments =
        SecondarySuppression.protect(
            domains,
            counts,
            counts.stream()
                .map(
                    cell ->
                        few.contains(cell.place())
                            ? Assessment.fewCases(Grade.SUPPRESSED, "")
                            : Assessment.shown(Grade.SHOWN, ""))
                .toList());
    Set<Place> hidden = new HashSet<>();
    for (int i = 0; i < counts.size(); i++) {
      if (assessments.get(i).isHidden()) {
        hidden.add(counts.get(i).place());
      }
    }

    for (int i : universe) {
      if (hidden.contains(cells.get(i).place())) {
        decided[i] = decided[i].withoutCounts();
      }
    }
  }

  private static <K> Collection<List<Integer>> grouped(
      List<Integer> places, Function<Integer, K> key) {
    Map<K, List<Integer>> groups = new LinkedHashMap<>();
    places.forEach(i -> groups.computeIfAbsent(key.apply(i), k -> new ArrayList<>()).add(i));
    return groups.values();
  }
}

package org.quipu.survey.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides what readers may see of estimates: every cell assessed by a scheme, and where a cell
 * hidden for its few cases could be had from a total by subtraction, one more cell hidden with it.
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
   * @param table the dimensions, such as {@code region:residence}
   * @param domain the code of each, such as {@code 19|2}
   */
  public record Cell(
      String group, String outcome, String table, String domain, ReviewedEstimate estimate) {}

  /**
   * The decision on each cell, in the same order. All tables of an outcome and group should come
   * together, so that none gives away what another hides.
   */
  public List<Assessment> assess(List<Cell> cells) {
    Map<List<String>, List<Integer>> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      outcomes
          .computeIfAbsent(List.of(cell.group(), cell.outcome()), key -> new ArrayList<>())
          .add(i);
    }

    Assessment[] decided = new Assessment[cells.size()];
    for (List<Integer> places : outcomes.values()) {
      List<Cell> together = places.stream().map(cells::get).toList();
      List<Assessment> assessments =
          SecondarySuppression.protect(
              domains,
              together,
              together.stream().map(cell -> scheme.assess(cell.estimate())).toList());
      for (int k = 0; k < places.size(); k++) {
        decided[places.get(k)] = assessments.get(k);
      }
    }

    return List.of(decided);
  }
}

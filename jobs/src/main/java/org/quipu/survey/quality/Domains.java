package org.quipu.survey.quality;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.survey.DomainTable;

/**
 * Domains as the code of each dimension, those of the larger places that a place lies in among
 * them. The whole population has none.
 */
final class Domains {
  private final List<Nesting> nestings;

  /**
   * Domains of a survey.
   *
   * @param nestings a dimension that is both a part and a whole comes first as a whole
   */
  Domains(List<Nesting> nestings) {
    this.nestings = List.copyOf(nestings);
  }

  /**
   * The domain of a table.
   *
   * @param table such as {@code region:residence}
   * @param codes such as {@code 19|2}
   */
  Map<String, String> of(String table, String codes) {
    Map<String, String> domain = new TreeMap<>();
    List<String> dimensions = DomainTable.of(table).columns();
    List<String> values = List.of(codes.split("\\|", -1));
    for (int i = 0; i < dimensions.size(); i++) {
      domain.put(dimensions.get(i), values.get(i));
    }

    return completed(domain);
  }

  /** All larger domains that have this one as a part. */
  Set<Map<String, String>> coarser(Map<String, String> domain) {
    Set<Map<String, String>> all = new HashSet<>();
    List<String> dimensions = List.copyOf(domain.keySet());
    for (int kept = 0; kept < 1 << dimensions.size(); kept++) {
      Map<String, String> larger = new TreeMap<>();
      for (int i = 0; i < dimensions.size(); i++) {
        if ((kept >> i & 1) == 1) {
          larger.put(dimensions.get(i), domain.get(dimensions.get(i)));
        }
      }

      all.add(completed(larger));
    }

    all.remove(domain);
    return all;
  }

  private Map<String, String> completed(Map<String, String> domain) {
    for (Nesting nesting : nestings) {
      if (domain.containsKey(nesting.part())) {
        nesting
            .containing()
            .apply(domain.get(nesting.part()))
            .ifPresent(code -> domain.put(nesting.whole(), code));
      }
    }

    return domain;
  }
}

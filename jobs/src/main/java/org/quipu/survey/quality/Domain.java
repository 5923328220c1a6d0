package org.quipu.survey.quality;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.store.PrevalenceRow;

/**
 * What a cell is of: the code of each dimension, those of the larger places that a place lies in
 * among them. The country has none.
 */
final class Domain {
  private static final String LIMA = "15";
  private static final String METROPOLITAN_LIMA = "1501";

  private Domain() {}

  static Map<String, String> of(PrevalenceRow row) {
    List<String> dimensions = List.of(row.by().split(":", -1));
    List<String> codes = List.of(row.domain().split("\\|", -1));
    Map<String, String> domain = new TreeMap<>();
    for (int i = 0; i < dimensions.size(); i++) {
      domain.put(dimensions.get(i), codes.get(i));
    }

    domain.remove("national");
    return completed(domain);
  }

  /** All larger domains that have this one as a part. */
  static Set<Map<String, String>> coarser(Map<String, String> domain) {
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

  private static Map<String, String> completed(Map<String, String> domain) {
    String province = domain.get("province");
    if (province != null && province.startsWith(LIMA)) {
      domain.put("lima_part", province.equals(METROPOLITAN_LIMA) ? province : LIMA + "00");
    }

    String part = domain.getOrDefault("lima_part", province);
    if (part != null) {
      domain.put("region", part.substring(0, 2));
    }

    return domain;
  }
}

package org.quipu.program;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.store.ProgramRow;

/**
 * Which places records speak of. Where a region has records that all name their place, a place that
 * none of them names has nothing; elsewhere nothing is known of it.
 */
final class RecordedPlaces {
  private static final int REGION = 2;
  private static final int PROVINCE = 4;

  private final Set<String> regions = new HashSet<>();

  /** Regions and provinces with a record that names no place inside them. */
  private final Set<String> vague = new HashSet<>();

  RecordedPlaces(List<ProgramRow> records) {
    for (ProgramRow record : records) {
      regions.add(record.region());
      if (isEmpty(record.province())) {
        vague.add(record.region());
      } else if (isEmpty(record.district())) {
        vague.add(record.province());
      }
    }
  }

  /**
   * Whether the records would name a place if there were anything to record.
   *
   * @param place UBIGEO of a province or district
   */
  boolean cover(String place) {
    String region = place.substring(0, REGION);
    boolean isDistrict = place.length() > PROVINCE;
    return regions.contains(region)
        && !vague.contains(region)
        && !(isDistrict && vague.contains(place.substring(0, PROVINCE)));
  }

  /**
   * What is recorded of a place: 0 where the records would name it, NaN where they say nothing.
   *
   * @param recorded by place
   * @param place UBIGEO of a province or district
   */
  double of(Map<String, ? extends Number> recorded, String place) {
    Number value = recorded.get(place);
    return value != null ? value.doubleValue() : cover(place) ? 0 : Double.NaN;
  }

  static boolean isEmpty(String text) {
    return text == null || text.isEmpty();
  }
}

package org.quipu.study;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.quipu.store.DistrictRow;
import org.quipu.store.ProvinceRow;
import org.quipu.target.EquityWeights;

/**
 * By which need women count more or less when areas are chosen.
 *
 * @param need one of {@link #NEEDS}
 * @param aversion to inequality, as in {@link EquityWeights}
 */
public record Equity(String need, double aversion) {
  private static final Map<String, ToDoubleFunction<ProvinceRow>> OF_PROVINCES =
      new LinkedHashMap<>();
  private static final Map<String, ToDoubleFunction<DistrictRow>> OF_DISTRICTS =
      new LinkedHashMap<>();
  private static final int PROVINCE = 4;

  static {
    OF_PROVINCES.put("pct_indigenous", ProvinceRow::pctIndigenous);
    OF_PROVINCES.put("pct_primary_or_less", ProvinceRow::pctPrimaryOrLess);
    OF_PROVINCES.put("pct_rural", province -> 100 - province.pctUrban());
    OF_DISTRICTS.put("pct_poor", DistrictRow::pctPoor);
    OF_DISTRICTS.put("human_development", district -> 1 / district.humanDevelopment());
  }

  /** What need can be measured by; the less human development, the more need. */
  public static final List<String> NEEDS =
      List.of(
          "pct_poor", "human_development", "pct_indigenous", "pct_primary_or_less", "pct_rural");

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there is no such need, or the aversion is negative
   */
  public Equity {
    if (!NEEDS.contains(need)) {
      throw new IllegalArgumentException(
          "'%s' is no need; expected one of %s".formatted(need, String.join(", ", NEEDS)));
    }
    if (!(aversion >= 0 && Double.isFinite(aversion))) {
      throw new IllegalArgumentException("an aversion to inequality of " + aversion);
    }
  }

  /**
   * How much need there is in each area: of a province the mean over its districts by their people
   * where districts are what is known, of a district its province's where provinces are.
   *
   * @return NaN where not known
   */
  public double[] of(
      List<CensusArea> areas, List<ProvinceRow> provinces, List<DistrictRow> districts) {
    Map<String, Double> known = new HashMap<>();
    if (OF_PROVINCES.containsKey(need)) {
      provinces.forEach(
          row -> known.put(row.province(), OF_PROVINCES.get(need).applyAsDouble(row)));
      return areas.stream()
          .map(area -> area.code().substring(0, PROVINCE))
          .mapToDouble(province -> known.getOrDefault(province, Double.NaN))
          .toArray();
    }

    ToDoubleFunction<DistrictRow> value = OF_DISTRICTS.get(need);
    return areas.stream()
        .mapToDouble(area -> PeopleMean.of(districts, area.code(), value))
        .toArray();
  }
}

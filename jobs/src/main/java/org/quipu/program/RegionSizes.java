package org.quipu.program;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.quipu.file.TextTable;
import org.quipu.store.DistrictRow;
import org.quipu.store.ProvinceRow;
import org.quipu.store.RegionRow;

/** Sizes of regions: summed over their districts and provinces, or the shipped ones. */
final class RegionSizes {
  private RegionSizes() {}

  /** A row of the shipped table. */
  static RegionRow row(TextTable.Row row) {
    return new RegionRow(
        row.text("region"),
        row.text("name"),
        row.number("women_15_49"),
        row.number("women_in_union"),
        row.integer("census_year"),
        row.number("people"),
        row.integer("people_year"),
        row.integer("districts"),
        row.integer("provinces"));
  }

  /**
   * The sizes of all regions. Sizes that districts or provinces do not give are the shipped ones.
   */
  static List<RegionRow> of(
      List<DistrictRow> districts, List<ProvinceRow> provinces, List<RegionRow> shipped) {
    return shipped.stream()
        .map(
            region ->
                of(
                    districts.stream()
                        .filter(d -> d.region().equals(region.region()))
                        .filter(d -> !Double.isNaN(d.people()))
                        .toList(),
                    provinces.stream().filter(p -> p.region().equals(region.region())).toList(),
                    region))
        .toList();
  }

  private static RegionRow of(
      List<DistrictRow> districts, List<ProvinceRow> provinces, RegionRow shipped) {
    boolean peopled = !districts.isEmpty();
    boolean census = !provinces.isEmpty();
    return new RegionRow(
        shipped.region(),
        shipped.name(),
        census ? sum(provinces, ProvinceRow::women1549) : shipped.women(),
        census ? sum(provinces, ProvinceRow::womenInUnion) : shipped.womenInUnion(),
        census ? year(provinces, ProvinceRow::censusYear) : shipped.censusYear(),
        peopled ? sum(districts, DistrictRow::people) : shipped.people(),
        peopled ? year(districts, DistrictRow::peopleYear) : shipped.peopleYear(),
        peopled ? Integer.valueOf(districts.size()) : shipped.districts(),
        census ? Integer.valueOf(provinces.size()) : shipped.provinces());
  }

  private static <T> double sum(List<T> rows, ToDoubleFunction<T> figure) {
    return rows.stream().mapToDouble(figure).sum();
  }

  private static <T> Integer year(List<T> rows, Function<T, Integer> year) {
    return rows.stream().map(year).filter(Objects::nonNull).findFirst().orElse(null);
  }
}

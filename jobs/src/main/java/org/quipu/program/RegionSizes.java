package org.quipu.program;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.quipu.store.DistrictRow;
import org.quipu.store.ProvinceRow;
import org.quipu.store.RegionRow;

/** Sizes of regions: summed over their districts and provinces, or as they ship. */
final class RegionSizes {
  private RegionSizes() {}

  /** A row of the shipped table. */
  static RegionRow row(TextTable table, TextTable.Line line) {
    return new RegionRow(
        line.text(table.required(List.of("REGION"))),
        line.text(table.required(List.of("NAME"))),
        RecordCells.number(line, table.required(List.of("WOMEN 15 49"))),
        RecordCells.number(line, table.required(List.of("WOMEN IN UNION"))),
        (int) RecordCells.number(line, table.required(List.of("CENSUS YEAR"))),
        RecordCells.number(line, table.required(List.of("PEOPLE"))),
        (int) RecordCells.number(line, table.required(List.of("PEOPLE YEAR"))),
        (int) RecordCells.number(line, table.required(List.of("DISTRICTS"))),
        (int) RecordCells.number(line, table.required(List.of("PROVINCES"))));
  }

  /**
   * The sizes of all regions. What districts or provinces do not tell of a region keeps the shipped
   * figure.
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

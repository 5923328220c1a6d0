package org.quipu.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.quipu.store.ProgramRow;

/**
 * The women whom prevention services informed in each province in the last whole year of records. A
 * woman counts each time that she is informed.
 *
 * @param year empty where no whole year is recorded
 * @param byProvince by UBIGEO of four digits
 */
public record InformedWomen(OptionalInt year, Map<String, Double> byProvince) {
  private static final int DECEMBER = 12;

  /** Adds up the records. */
  public static InformedWomen of(List<ProgramRow> records) {
    List<ProgramRow> rows =
        records.stream()
            .filter(ServiceFigure.PEOPLE_INFORMED::isOf)
            .filter(row -> "women".equals(row.sex()) && isEmpty(row.ageGroup()))
            .filter(row -> !isEmpty(row.province()))
            .filter(row -> row.fromMonth() == 1 && row.toMonth() == DECEMBER)
            .toList();
    OptionalInt last = rows.stream().mapToInt(ProgramRow::year).max();
    Map<String, Double> women = new HashMap<>();
    rows.stream()
        .filter(row -> row.year() == last.orElseThrow())
        .forEach(row -> women.merge(row.province(), row.value(), Double::sum));
    return new InformedWomen(last, Map.copyOf(women));
  }

  private static boolean isEmpty(String text) {
    return text == null || text.isEmpty();
  }

  /** The women informed in a province; NaN where no whole year is recorded. */
  public double in(String province) {
    return year.isEmpty() ? Double.NaN : byProvince.getOrDefault(province, 0.0);
  }
}

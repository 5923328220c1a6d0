package org.quipu.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.quipu.store.ProgramRow;

/**
 * The women whom prevention services informed in each province and district in the last whole year
 * of records. A woman counts each time that she is informed.
 */
public final class InformedWomen {
  private static final int DECEMBER = 12;

  private final OptionalInt year;
  private final Map<String, Double> women = new HashMap<>();
  private final RecordedPlaces places;

  private InformedWomen(List<ProgramRow> wholeYears) {
    year = wholeYears.stream().mapToInt(ProgramRow::year).max();
    List<ProgramRow> last =
        wholeYears.stream().filter(row -> row.year() == year.orElseThrow()).toList();
    places = new RecordedPlaces(last);
    for (ProgramRow row : last) {
      add(row.province(), row.value());
      add(row.district(), row.value());
    }
  }

  /** Adds up the records. */
  public static InformedWomen of(List<ProgramRow> records) {
    return new InformedWomen(
        records.stream()
            .filter(ServiceFigure.PEOPLE_INFORMED::isOf)
            .filter(row -> "women".equals(row.sex()) && RecordedPlaces.isEmpty(row.ageGroup()))
            .filter(row -> row.fromMonth() == 1 && row.toMonth() == DECEMBER)
            .toList());
  }

  private void add(String place, double value) {
    if (!RecordedPlaces.isEmpty(place)) {
      women.merge(place, value, Double::sum);
    }
  }

  /** The year; empty where no whole year is recorded. */
  public OptionalInt year() {
    return year;
  }

  /**
   * The women informed in a place: 0 where the records are of its region and name others alone, NaN
   * where its region has no records, or some that do not say where in the region.
   *
   * @param place UBIGEO of a province (four digits) or district (six)
   */
  public double in(String place) {
    return places.of(women, place);
  }
}

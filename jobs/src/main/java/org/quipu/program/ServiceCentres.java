package org.quipu.program;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.quipu.store.ProgramRow;

/**
 * The centres that serve each district in the last year of the services' records, whole or not. The
 * records have a row for each centre and period: a district has as many centres as it has rows of
 * one figure in one period.
 */
public final class ServiceCentres {
  private final OptionalInt year;
  private final Map<String, Integer> byDistrict = new TreeMap<>();
  private final RecordedPlaces places;

  /** What one row of the records gives once. */
  private record Figure(String district, String measure, int fromMonth, int toMonth) {}

  private ServiceCentres(List<ProgramRow> services) {
    year = services.stream().mapToInt(ProgramRow::year).max();
    List<ProgramRow> last =
        services.stream().filter(row -> row.year() == year.orElseThrow()).toList();
    places = new RecordedPlaces(last);
    Map<Figure, Set<String>> rows = new HashMap<>();
    for (ProgramRow row : last) {
      if (!RecordedPlaces.isEmpty(row.district())) {
        Figure figure = new Figure(row.district(), row.measure(), row.fromMonth(), row.toMonth());
        rows.computeIfAbsent(figure, any -> new HashSet<>()).add(row.reference());
      }
    }

    rows.forEach(
        (figure, references) -> byDistrict.merge(figure.district, references.size(), Math::max));
  }

  /**
   * Counts the centres of the records of cases; where there are none, those of other figures, among
   * which a head office may stand too.
   */
  public static ServiceCentres of(List<ProgramRow> records) {
    List<ProgramRow> services =
        records.stream().filter(row -> RecordedPlaces.isEmpty(row.intervention())).toList();
    List<ProgramRow> cases = services.stream().filter(ServiceFigure.CASES_ATTENDED::isOf).toList();
    return new ServiceCentres(
        cases.isEmpty()
            ? services.stream()
                .filter(
                    row ->
                        ServiceFigure.PEOPLE_INFORMED.isOf(row)
                            || ServiceFigure.PREVENTIVE_ACTIONS.isOf(row))
                .toList()
            : cases);
  }

  /** The year; empty where there are no records of services. */
  public OptionalInt year() {
    return year;
  }

  /** How many there are in each district that has one, by UBIGEO. */
  public Map<String, Integer> byDistrict() {
    return byDistrict;
  }

  /**
   * Whether a place that has no centre here has none: the records are of its region and always say
   * where in it.
   *
   * @param place UBIGEO of a province (four digits) or district (six)
   */
  public boolean cover(String place) {
    return places.cover(place);
  }
}

package org.quipu.program;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quipu.Provenance;
import org.quipu.Ubigeo;
import org.quipu.file.TextTable;
import org.quipu.store.DistrictRow;
import org.quipu.store.DistrictServiceRow;
import org.quipu.store.ProgramRow;

/** What the services' records say of every district, year by year. */
public final class DistrictServices {
  /** One year of records. */
  private static final class Year {
    private final ServiceCentres centres;
    private final RecordedPlaces places;
    private final Map<String, Double> informed = new HashMap<>();
    private final Map<String, Double> cases = new HashMap<>();
    private final BitSet months = new BitSet();
    private Provenance source = Provenance.PUBLISHED;

    Year(List<ProgramRow> records) {
      centres = ServiceCentres.of(records);
      places = new RecordedPlaces(records);
      for (ProgramRow row : records) {
        months.set(row.fromMonth(), row.toMonth() + 1);
        source = source.merge(row.source());
        if (ServiceFigure.PEOPLE_INFORMED.isOf(row)) {
          informed.merge(row.district(), row.value(), Double::sum);
        } else if (ServiceFigure.CASES_ATTENDED.isOf(row)) {
          cases.merge(row.district(), row.value(), Double::sum);
        }
      }
    }

    boolean names(String district) {
      return informed.containsKey(district)
          || cases.containsKey(district)
          || centres.byDistrict().containsKey(district);
    }

    DistrictServiceRow row(DistrictRow district, int year, Integer firstYear) {
      String code = district.district();
      return new DistrictServiceRow(
          code,
          district.name(),
          district.province(),
          district.provinceName(),
          district.region(),
          district.people(),
          district.peopleYear(),
          year,
          months.nextSetBit(1),
          months.length() - 1,
          places.of(centres.byDistrict(), code),
          places.of(informed, code),
          places.of(cases, code),
          firstYear,
          source);
    }
  }

  private DistrictServices() {}

  /**
   * One row a district and year of the records; figures of named interventions are not part of
   * them.
   *
   * @param districts all of the country; those that ship with Quipu where empty
   */
  public static List<DistrictServiceRow> of(
      Collection<DistrictRow> districts, Collection<ProgramRow> programs) {
    Map<Integer, List<ProgramRow>> byYear = new TreeMap<>();
    programs.stream()
        .filter(DistrictServices::isOfServices)
        .forEach(row -> byYear.computeIfAbsent(row.year(), year -> new ArrayList<>()).add(row));
    Map<Integer, Year> years = new TreeMap<>();
    byYear.forEach((year, records) -> years.put(year, new Year(records)));
    List<DistrictServiceRow> rows = new ArrayList<>();
    for (DistrictRow district : districts.isEmpty() ? shipped() : districts) {
      Integer first =
          years.entrySet().stream()
              .filter(each -> each.getValue().names(district.district()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(null);
      years.forEach((year, records) -> rows.add(records.row(district, year, first)));
    }

    return rows;
  }

  /** The figures of whole services, of all people. */
  private static boolean isOfServices(ProgramRow row) {
    return (ServiceFigure.PEOPLE_INFORMED.isOf(row) || ServiceFigure.CASES_ATTENDED.isOf(row))
        && RecordedPlaces.isEmpty(row.intervention())
        && RecordedPlaces.isEmpty(row.sex())
        && RecordedPlaces.isEmpty(row.ageGroup())
        && !Double.isNaN(row.value());
  }

  /** The districts of today, of which nothing but the name is known. */
  private static List<DistrictRow> shipped() {
    return TextTable.shipped("geography/districts.csv").rows().stream()
        .filter(row -> row.text("current").equals("yes"))
        .map(row -> unknown(row.text("district"), row.text("name")))
        .toList();
  }

  private static DistrictRow unknown(String code, String name) {
    String province = code.substring(0, 4);
    double none = Double.NaN;
    return new DistrictRow(
        code,
        province,
        code.substring(0, 2),
        name,
        Ubigeo.shipped().name(province).orElseThrow(),
        none,
        null,
        none,
        none,
        none,
        none,
        none,
        none);
  }
}

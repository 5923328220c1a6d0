package org.quipu.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.quipu.UserException;
import org.quipu.program.ServiceCentres;
import org.quipu.store.DistrictRow;

/**
 * The services that provinces and districts have now, and how far the next one is. A district's
 * place is its capital.
 */
public final class AreaServices {
  private final Integer year;
  private final Predicate<String> countsAll;
  private final Map<String, Integer> byDistrict;
  private final List<DistrictRow> districts;

  /** From each district's capital to the next service, by UBIGEO. */
  private final Map<String, Double> kilometres = new HashMap<>();

  /**
   * What an area has.
   *
   * @param services how many there are; NaN where not known
   * @param districtsWithService how many of its districts have one; NaN where not known
   * @param distanceKm from its capital to the next service; of a province the mean over its
   *     districts, weighted by their people; NaN where not known
   * @param year of the records; null where there are none, or a file gives the sites
   */
  public record Services(
      double services, double districtsWithService, double distanceKm, Integer year) {
    /** Nothing. */
    public static final Services UNKNOWN = ofDistance(Double.NaN);

    static Services ofDistance(double kilometres) {
      return new Services(Double.NaN, Double.NaN, kilometres, null);
    }
  }

  private AreaServices(
      Integer year,
      Predicate<String> countsAll,
      Map<String, Integer> byDistrict,
      List<ServiceSite> sites,
      List<DistrictRow> located) {
    this.year = year;
    this.countsAll = countsAll;
    this.byDistrict = byDistrict;
    this.districts = located;
    located.forEach(
        district ->
            kilometres.put(
                district.district(),
                ServiceSite.nearest(sites, district.latitude(), district.longitude())));
  }

  /** Centres as records count them; each is in the capital of its district. */
  public static AreaServices ofRecords(ServiceCentres centres, List<DistrictRow> districts) {
    List<DistrictRow> located = located(districts);
    return new AreaServices(
        centres.year().isPresent() ? Integer.valueOf(centres.year().getAsInt()) : null,
        centres::cover,
        centres.byDistrict(),
        located.stream()
            .filter(district -> centres.byDistrict().containsKey(district.district()))
            .map(
                district ->
                    new ServiceSite(district.district(), district.latitude(), district.longitude()))
            .toList(),
        located);
  }

  /**
   * Services at these sites. One without the UBIGEO of a district counts in the district whose
   * capital is next to it.
   *
   * @throws UserException if no district's place is known
   */
  public static AreaServices ofSites(List<ServiceSite> sites, List<DistrictRow> districts) {
    List<DistrictRow> located = located(districts);
    if (located.isEmpty()) {
      throw UserException.input(
          "the store",
          "no coordinates of districts",
          "latitude and longitude of their capitals, to know how far services are",
          "Load them with: quipu ingest --geography DIR --store …");
    }

    Set<String> known = districts.stream().map(DistrictRow::district).collect(Collectors.toSet());
    Map<String, Integer> byDistrict = new TreeMap<>();
    for (ServiceSite site : sites) {
      String district =
          known.contains(site.district()) ? site.district() : nearest(site, located).district();
      byDistrict.merge(district, 1, Integer::sum);
    }

    return new AreaServices(null, any -> true, byDistrict, sites, located);
  }

  private static List<DistrictRow> located(List<DistrictRow> districts) {
    return districts.stream()
        .filter(row -> !Double.isNaN(row.latitude()) && !Double.isNaN(row.longitude()))
        .toList();
  }

  private static DistrictRow nearest(ServiceSite site, List<DistrictRow> located) {
    return located.stream()
        .min(
            Comparator.comparingDouble(row -> site.kilometresFrom(row.latitude(), row.longitude())))
        .orElseThrow();
  }

  /**
   * What a province or district has.
   *
   * @param area its UBIGEO, four or six digits
   */
  public Services of(String area) {
    List<Integer> counts = new ArrayList<>();
    byDistrict.forEach(
        (district, count) -> {
          if (district.startsWith(area)) {
            counts.add(count);
          }
        });
    boolean known = !counts.isEmpty() || countsAll.test(area);
    return new Services(
        known ? counts.stream().mapToInt(Integer::intValue).sum() : Double.NaN,
        known ? counts.size() : Double.NaN,
        PeopleMean.of(districts, area, district -> kilometres.get(district.district())),
        year);
  }
}

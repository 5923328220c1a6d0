package org.quipu.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.quipu.UserException;
import org.quipu.program.ServiceCentres;
import org.quipu.store.DistrictRow;

/**
 * The services that provinces and districts have now, and how far the next one is. A district's
 * place is its capital.
 */
public final class AreaServices {
  private final OptionalInt year;
  private final Predicate<String> countsAll;
  private final Map<String, Integer> byDistrict;
  private final List<Located> districts;

  /** A district whose capital's place is known, with the distance to the next service. */
  private record Located(DistrictRow district, double kilometres) {}

  /**
   * What an area has.
   *
   * @param services how many there are; NaN where not known
   * @param districtsWithService how many of its districts have one; NaN where not known
   * @param distanceKm from its capital to the next service; of a province the mean over its
   *     districts, weighted by their people; NaN where not known
   */
  public record Services(double services, double districtsWithService, double distanceKm) {
    /** Nothing. */
    public static final Services UNKNOWN = new Services(Double.NaN, Double.NaN, Double.NaN);
  }

  private AreaServices(
      OptionalInt year,
      Predicate<String> countsAll,
      Map<String, Integer> byDistrict,
      List<ServiceSite> sites,
      List<DistrictRow> located) {
    this.year = year;
    this.countsAll = countsAll;
    this.byDistrict = byDistrict;
    this.districts =
        located.stream()
            .map(
                district ->
                    new Located(
                        district,
                        sites.stream()
                            .mapToDouble(
                                site ->
                                    site.kilometresFrom(district.latitude(), district.longitude()))
                            .min()
                            .orElse(Double.NaN)))
            .toList();
  }

  /** Centres as records count them; each is in the capital of its district. */
  public static AreaServices ofRecords(ServiceCentres centres, List<DistrictRow> districts) {
    List<DistrictRow> located = located(districts);
    return new AreaServices(
        centres.year(),
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
   * Services at these sites. One without a UBIGEO counts in the district whose capital is next to
   * it.
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

    Map<String, Integer> byDistrict = new TreeMap<>();
    sites.forEach(site -> byDistrict.merge(district(site, located), 1, Integer::sum));
    return new AreaServices(OptionalInt.empty(), any -> true, byDistrict, sites, located);
  }

  private static List<DistrictRow> located(List<DistrictRow> districts) {
    return districts.stream()
        .filter(row -> !Double.isNaN(row.latitude()) && !Double.isNaN(row.longitude()))
        .toList();
  }

  private static String district(ServiceSite site, List<DistrictRow> located) {
    return site.district().isEmpty()
        ? located.stream()
            .min(
                Comparator.comparingDouble(
                    row -> site.kilometresFrom(row.latitude(), row.longitude())))
            .orElseThrow()
            .district()
        : site.district();
  }

  /** The year of the records; empty where there are none, or a file gives the sites. */
  public OptionalInt year() {
    return year;
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
        distance(area));
  }

  private double distance(String area) {
    List<Located> members =
        districts.stream().filter(each -> each.district.district().startsWith(area)).toList();
    if (members.size() == 1) {
      return members.get(0).kilometres;
    }

    double sum = 0;
    double people = 0;
    for (Located member : members) {
      if (!Double.isNaN(member.district.people())) {
        sum += member.district.people() * member.kilometres;
        people += member.district.people();
      }
    }

    return people > 0 ? sum / people : Double.NaN;
  }
}

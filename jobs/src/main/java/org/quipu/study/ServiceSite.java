package org.quipu.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quipu.UserException;
import org.quipu.file.Heading;
import org.quipu.file.Source;
import org.quipu.file.TextTable;
import org.quipu.math.GreatCircle;

/**
 * Where a service is.
 *
 * @param district UBIGEO, six digits; empty where not known
 * @param latitude degrees, south negative
 * @param longitude degrees, west negative
 */
public record ServiceSite(String district, double latitude, double longitude) {
  private static final Heading LATITUDE = Heading.of("LATITUDE", "LATITUD", "LAT", "Y");
  private static final Heading LONGITUDE =
      Heading.of("LONGITUDE", "LONGITUD", "LON", "LNG", "LONG", "X");
  private static final Heading UBIGEO =
      Heading.of("UBIGEO", "CODIGO UBIGEO", "UBIGEO DISTRITO", "DISTRICT CODE", "INEI");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d{1,3},\\d+");
  private static final Pattern CODE = Pattern.compile("\\d{5,6}");

  /** The extreme points of Peru (IGN), rounded outwards. */
  private static final double SOUTH = -18.36;

  private static final double NORTH = -0.03;
  private static final double WEST = -81.34;
  private static final double EAST = -68.65;

  /** How far it is from a place, in km; NaN where the place is not known. */
  double kilometresFrom(double otherLatitude, double otherLongitude) {
    return GreatCircle.kilometres(latitude, longitude, otherLatitude, otherLongitude);
  }

  /** How far the next of these sites is from a place, in km; NaN where there is none. */
  static double nearest(List<ServiceSite> sites, double latitude, double longitude) {
    return sites.stream()
        .mapToDouble(site -> site.kilometresFrom(latitude, longitude))
        .min()
        .orElse(Double.NaN);
  }

  /**
   * Reads a file with a row for each site: latitude and longitude in degrees, and a column ubigeo
   * where known, under Spanish or English headings.
   *
   * @throws UserException if a site has no coordinates or lies outside Peru, or there is no site;
   *     the message names the row
   */
  public static List<ServiceSite> read(Path file) {
    TextTable table = TextTable.read(Source.file(file));
    if (!table.has(LATITUDE) || !table.has(LONGITUDE)) {
      throw UserException.input(
          file.toString(),
          "the columns " + String.join(", ", table.headings()),
          "the columns latitude and longitude (latitud, longitud)",
          AssociationFiles.NAME_THE_COLUMN);
    }

    List<ServiceSite> sites =
        table.rows().stream().filter(row -> !row.isEmpty()).map(ServiceSite::of).toList();
    if (sites.isEmpty()) {
      throw UserException.input(
          file.toString(), "no row", "a row for each site", "Add the sites of the service.");
    }

    return sites;
  }

  private static ServiceSite of(TextTable.Row row) {
    double latitude = degrees(row, LATITUDE);
    double longitude = degrees(row, LONGITUDE);
    requirePeru(latitude, longitude, row.where());
    return new ServiceSite(
        row.value(UBIGEO).map(code -> district(code, row)).orElse(""), latitude, longitude);
  }

  /** Refuses a place outside Peru. */
  static void requirePeru(double latitude, double longitude, String where) {
    if (!isInPeru(latitude, longitude)) {
      throw UserException.input(
          where,
          "a place outside Peru",
          "latitude from %s to %s and longitude from %s to %s".formatted(SOUTH, NORTH, WEST, EAST),
          advice(latitude, longitude));
    }
  }

  private static boolean isInPeru(double latitude, double longitude) {
    return latitude >= SOUTH && latitude <= NORTH && longitude >= WEST && longitude <= EAST;
  }

  private static String advice(double latitude, double longitude) {
    if (isInPeru(/* latitude= */ longitude, /* longitude= */ latitude)) {
      return "Exchange latitude and longitude.";
    }

    return isInPeru(-Math.abs(latitude), -Math.abs(longitude))
        ? "Put the minus sign before latitudes of the south and longitudes of the west."
        : "Correct the row, in degrees with decimals, or remove it.";
  }

  private static double degrees(TextTable.Row row, Heading heading) {
    Optional<String> text = row.value(heading);
    if (text.isEmpty()) {
      throw UserException.input(
          row.where(heading),
          "no coordinate",
          "degrees, such as -12.0464",
          "Fill it in, or remove the row of a site whose place is not known.");
    }

    String number =
        DECIMAL_COMMA.matcher(text.get()).matches() ? text.get().replace(',', '.') : text.get();
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw UserException.input(
          row.where(heading), "a text", "degrees with decimals, such as -12.0464", "Correct it.");
    }
  }

  private static String district(String code, TextTable.Row row) {
    if (!CODE.matcher(code).matches()) {
      throw UserException.input(
          row.where(UBIGEO), "'" + code + "'", "six digits of UBIGEO, or nothing", "Correct it.");
    }

    return code.length() == 5 ? "0" + code : code;
  }
}

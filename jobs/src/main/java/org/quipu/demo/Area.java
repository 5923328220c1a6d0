package org.quipu.demo;

import java.util.List;
import org.quipu.file.TextTable;

/**
 * A part of the country that is sampled separately: the 25 regions, with Lima split into its
 * metropolitan province (1501) and the rest (1500). Percentages as published, in percent.
 *
 * @param code two digits of UBIGEO, or 1501 and 1500
 * @param womenPercent of the country's women of 15-49 ever in union
 * @param urbanPercent of the area's women
 * @param quechuaPercent mother tongue
 * @param womenAsked women of 15-49 ever in union who answered the violence module in 2022
 */
record Area(
    String code,
    int urbanClusters,
    int ruralClusters,
    int urbanStrata,
    int ruralStrata,
    double womenPercent,
    double urbanPercent,
    double quechuaPercent,
    double aimaraPercent,
    double amazonianPercent,
    int womenAsked) {

  static List<Area> all() {
    return TextTable.shipped("demo/areas.csv").rows().stream().map(Area::of).toList();
  }

  String region() {
    return code.substring(0, 2);
  }

  boolean metropolitanLima() {
    return code.equals("1501");
  }

  /** The percentage of the country's women who live in this area's towns, or in its countryside. */
  double womenPercent(boolean urban) {
    return womenPercent * (urban ? urbanPercent : 100 - urbanPercent) / 100;
  }

  int clusters(boolean urban) {
    return urban ? urbanClusters : ruralClusters;
  }

  int strata(boolean urban) {
    return urban ? urbanStrata : ruralStrata;
  }

  boolean contains(SampledDistrict place) {
    return switch (code) {
      case "1501" -> place.province().equals("1501");
      case "1500" -> place.region().equals("15") && !place.province().equals("1501");
      default -> place.region().equals(code);
    };
  }

  private static Area of(TextTable.Row row) {
    return new Area(
        row.text("area"),
        row.integer("urban_clusters"),
        row.integer("rural_clusters"),
        row.integer("urban_strata"),
        row.integer("rural_strata"),
        row.number("women_percent"),
        row.number("urban_percent"),
        row.number("quechua_percent"),
        row.number("aimara_percent"),
        row.number("amazonian_percent"),
        row.integer("women_asked"));
  }
}

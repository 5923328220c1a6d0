package org.quipu.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.quipu.program.GeographyIngest;
import org.quipu.store.RegionRow;

/**
 * A synthetic census of the provinces, which small areas are estimated with: women, and the traits
 * of those women as the synthetic survey draws them. The regions' sums of women are the real ones;
 * within a region they follow the rounded sizes of {@code data/demo/places.csv}.
 */
public final class SyntheticGeography {
  /** Percent of women with primary school or less in the synthetic survey's towns. */
  private static final double PRIMARY_IN_TOWNS = 9;

  /** The same in its countryside. */
  private static final double PRIMARY_IN_COUNTRYSIDE = 49;

  /** How much likelier than in the whole area a native tongue is in its towns. */
  private static final double NATIVE_IN_TOWNS = 0.75;

  /** The same in its countryside. */
  private static final double NATIVE_IN_COUNTRYSIDE = 1.5;

  private final StringBuilder csv =
      new StringBuilder(
          "province,women_15_49,women_in_union,pct_urban,pct_indigenous,pct_primary_or_less,"
              + "pct_age_15_29,"
              + SyntheticEndes.MARK_COLUMN
              + "\n");

  private SyntheticGeography() {}

  /** Writes the file, byte for byte the same every time. */
  public static void write(Path dir) throws IOException {
    Files.createDirectories(dir);
    SyntheticGeography census = new SyntheticGeography();
    GeographyIngest.shippedRegions().forEach(census::add);
    Files.writeString(dir.resolve("provincias-SINTETICO-2017.csv"), census.csv.toString());
  }

  /** What the survey draws from in a province: parts of the country's women, in percent. */
  private record Province(String code, double sizes, double towns, double countryside, Area area) {
    double urban() {
      return towns / (towns + countryside);
    }
  }

  private void add(RegionRow region) {
    List<Province> provinces = new ArrayList<>();
    for (Area area : Area.all()) {
      if (area.region().equals(region.region())) {
        provinces.addAll(provinces(area));
      }
    }

    double total = provinces.stream().mapToDouble(Province::sizes).sum();
    double reached = 0;
    for (Province province : provinces) {
      double before = reached;
      reached += province.sizes / total;
      line(
          province,
          between(before, reached, region.women()),
          between(before, reached, region.womenInUnion()));
    }
  }

  /** The whole numbers that lie between two shares of a total, so that all of them add up to it. */
  private static long between(double from, double to, double total) {
    return Math.round(to * total) - Math.round(from * total);
  }

  private static List<Province> provinces(Area area) {
    Map<String, List<SampledDistrict>> places = new TreeMap<>();
    for (SampledDistrict place : SampledDistrict.all()) {
      if (area.contains(place)) {
        places.computeIfAbsent(place.province(), code -> new ArrayList<>()).add(place);
      }
    }

    double towns = 0;
    double countryside = 0;
    for (List<SampledDistrict> own : places.values()) {
      towns += Clusters.sizeInTowns(own);
      countryside += Clusters.sizeInCountryside(own);
    }

    List<Province> provinces = new ArrayList<>();
    for (Map.Entry<String, List<SampledDistrict>> each : places.entrySet()) {
      List<SampledDistrict> own = each.getValue();
      provinces.add(
          new Province(
              each.getKey(),
              own.stream().mapToDouble(SampledDistrict::women).sum(),
              area.womenPercent(true) * Clusters.sizeInTowns(own) / towns,
              area.womenPercent(false) * Clusters.sizeInCountryside(own) / countryside,
              area));
    }

    return provinces;
  }

  private void line(Province province, long women, long inUnion) {
    Dice dice = Dice.of("census", province.code);
    double urban = province.urban();
    Area area = province.area;
    double nativeTongue =
        (area.quechuaPercent() + area.aimaraPercent() + area.amazonianPercent())
            * (NATIVE_IN_TOWNS * urban + NATIVE_IN_COUNTRYSIDE * (1 - urban));
    double primary = PRIMARY_IN_TOWNS * urban + PRIMARY_IN_COUNTRYSIDE * (1 - urban);
    csv.append(
        String.format(
            Locale.ROOT,
            "%s,%d,%d,%.2f,%.2f,%.2f,%.2f,1\n",
            province.code,
            women,
            inUnion,
            100 * urban,
            percent(nativeTongue + 1 + 3 * dice.uniform()),
            percent(primary + 4 * dice.normal()),
            percent(47.5 + 2.5 * dice.normal())));
  }

  private static double percent(double value) {
    return Math.min(Math.max(value, 1), 99);
  }
}

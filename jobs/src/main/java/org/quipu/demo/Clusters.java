package org.quipu.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws the clusters of a year: separately for towns and countryside of each area, districts with
 * probability proportional to a power of their size, strata by social and economic level.
 */
final class Clusters {
  /** The power of a district's size with which its towns are drawn. */
  private static final double TOWNS = 0.8;

  /** The same for the countryside. */
  private static final double COUNTRYSIDE = 0.5;

  private final int year;
  private final double sizeOfYear;
  private final List<SampledDistrict> places = SampledDistrict.all();
  private final List<Cluster> clusters = new ArrayList<>();
  private int strata;

  private Clusters(int year, double sizeOfYear) {
    this.year = year;
    this.sizeOfYear = sizeOfYear;
  }

  /**
   * The clusters of the whole country.
   *
   * @param sizeOfYear the number of women asked relative to 2022
   */
  static List<Cluster> draw(int year, double sizeOfYear) {
    Clusters frame = new Clusters(year, sizeOfYear);
    Area.all().forEach(frame::draw);
    return frame.clusters;
  }

  private void draw(Area area) {
    Dice dice = Dice.of("clusters", year, area.code());
    List<SampledDistrict> own = places.stream().filter(area::contains).toList();
    int[] asked = askedByCluster(area, dice);
    int towns = area.clusters(true);
    draw(area, true, own, asked, 0, dice);
    draw(area, false, own.stream().filter(SampledDistrict::capital).toList(), asked, towns, dice);
  }

  /** How much the towns of these districts count when clusters are drawn. */
  static double sizeInTowns(List<SampledDistrict> places) {
    return places.stream().mapToDouble(place -> size(place, TOWNS)).sum();
  }

  /** How much their countryside counts, which is drawn in the provinces' capitals. */
  static double sizeInCountryside(List<SampledDistrict> places) {
    return places.stream()
        .filter(SampledDistrict::capital)
        .mapToDouble(place -> size(place, COUNTRYSIDE))
        .sum();
  }

  private static double size(SampledDistrict place, double power) {
    return StrictMath.pow(place.women(), power);
  }

  private void draw(
      Area area, boolean urban, List<SampledDistrict> own, int[] asked, int offset, Dice dice) {
    int count = area.clusters(urban);
    if (count == 0) {
      return;
    }

    List<SampledDistrict> drawn = proportionalToSize(own, count, urban ? TOWNS : COUNTRYSIDE, dice);
    double[] standing = new double[count];
    for (int i = 0; i < count; i++) {
      standing[i] =
          (area.metropolitanLima() ? 0.4 : 0) + (urban ? 0.9 : -1.2) + 0.6 * dice.normal();
    }

    int[] stratum = strata(standing, area.strata(urban));
    for (int i = 0; i < count; i++) {
      double own1 = dice.normal();
      double own2 = dice.normal();
      double province = Dice.of("province", drawn.get(i).province()).normal();
      clusters.add(
          new Cluster(
              clusters.size() + 1,
              strata + stratum[i] + 1,
              area,
              drawn.get(i),
              urban,
              asked[offset + i],
              standing[i],
              0.20 * own1 + 0.10 * province,
              0.12 * own1 + 0.16 * own2 + 0.10 * province,
              StrictMath.exp((area.metropolitanLima() ? 0.9 : 0.35) * dice.normal())));
    }

    strata += area.strata(urban);
  }

  /** Systematic sampling with probability proportional to a power of the districts' sizes. */
  private static List<SampledDistrict> proportionalToSize(
      List<SampledDistrict> places, int count, double power, Dice dice) {
    double[] size = places.stream().mapToDouble(place -> size(place, power)).toArray();
    double total = 0;
    for (double s : size) {
      total += s;
    }

    List<SampledDistrict> drawn = new ArrayList<>();
    double start = dice.uniform();
    double reached = 0;
    for (int p = 0; p < size.length; p++) {
      reached += size[p];
      while (drawn.size() < count && (drawn.size() + start) / count * total < reached) {
        drawn.add(places.get(p));
      }
    }

    while (drawn.size() < count) {
      drawn.add(places.get(places.size() - 1));
    }

    return drawn;
  }

  /** The stratum of each cluster by its level, the poorest first; the first strata are smaller. */
  private static int[] strata(double[] standing, int strata) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < standing.length; i++) {
      order.add(i);
    }

    order.sort(Comparator.comparingDouble(i -> standing[i]));
    int[] stratum = new int[standing.length];
    for (int rank = 0; rank < standing.length; rank++) {
      double position = (rank + 0.5) / standing.length;
      stratum[order.get(rank)] = (int) (strata * StrictMath.pow(position, 0.8));
    }

    return stratum;
  }

  /** Splits the area's number of women asked among its clusters, at least one each. */
  private int[] askedByCluster(Area area, Dice dice) {
    int[] asked = new int[area.urbanClusters() + area.ruralClusters()];
    double[] cumulated = new double[asked.length + 1];
    for (int i = 0; i < asked.length; i++) {
      cumulated[i + 1] = cumulated[i] + 0.45 + dice.uniform();
    }

    int rest = (int) Math.rint(area.womenAsked() * sizeOfYear) - asked.length;
    double scale = rest / cumulated[asked.length];
    for (int i = 0; i < asked.length; i++) {
      asked[i] =
          1 + (int) Math.rint(cumulated[i + 1] * scale) - (int) Math.rint(cumulated[i] * scale);
    }

    return asked;
  }
}

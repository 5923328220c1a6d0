package org.quipu.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.quipu.endes.WomenEstimates;
import org.quipu.file.TextTable;
import org.quipu.smallarea.ClusterCount;
import org.quipu.store.ProvinceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;

/**
 * Provinces, and the clusters of a sample in them: where they lie, how many women answered there
 * and how much each stands for. No answers.
 *
 * @param name what the bench calls it
 * @param provinces with the four covariates of the census
 */
record AreaLayout(String name, List<ProvinceRow> provinces, List<Cluster> clusters) {
  /** Of the sizes and covariates that the demo's files do not have. */
  private static final long SEED = 20;

  /** How much the weights of a cluster's women differ where the layout does not say: their CV. */
  private static final double WEIGHT_SPREAD = 0.4;

  /**
   * A cluster.
   *
   * @param province its position in the list
   * @param women who answered
   * @param weight the mean of theirs
   * @param spread the coefficient of variation of theirs
   */
  record Cluster(
      int province, String stratum, boolean urban, int women, double weight, double spread) {
    Cluster ofYears(int years) {
      return new Cluster(province, stratum, urban, years * women, weight, spread);
    }
  }

  AreaLayout {
    provinces = List.copyOf(provinces);
    clusters = List.copyOf(clusters);
  }

  /**
   * The layout whose women all stand for as many: provinces with sample have the size that the
   * sample gives them.
   */
  AreaLayout selfWeighting() {
    double[] asked = new double[provinces.size()];
    clusters.forEach(cluster -> asked[cluster.province] += cluster.women);
    double all = clusters.stream().mapToDouble(Cluster::women).sum();
    double each = provinces.stream().mapToDouble(ProvinceRow::womenInUnion).sum() / all;
    return new AreaLayout(
        name + ", equal weights",
        IntStream.range(0, provinces.size())
            .mapToObj(
                i -> asked[i] == 0 ? provinces.get(i) : ofSize(provinces.get(i), each * asked[i]))
            .toList(),
        clusters.stream()
            .map(c -> new Cluster(c.province, c.stratum, c.urban, c.women, 1, 0))
            .toList());
  }

  /**
   * The layout of so many years of a panel, one to four: a third of the clusters leaves each year,
   * others in the same provinces come in their place, and in each cluster as many women are asked
   * each year.
   */
  AreaLayout pooled(int years) {
    List<Cluster> all = new ArrayList<>();
    for (int c = 0; c < clusters.size(); c++) {
      int third = c % 3;
      all.add(clusters.get(c).ofYears(Math.min(years, third + 1)));
      if (third < years - 1) {
        all.add(clusters.get(c).ofYears(years - 1 - third));
      }
    }

    return new AreaLayout(name, provinces, all);
  }

  private static ProvinceRow ofSize(ProvinceRow row, double women) {
    return new ProvinceRow(
        row.province(),
        row.region(),
        row.name(),
        women,
        women,
        row.pctUrban(),
        row.pctIndigenous(),
        row.pctPrimaryOrLess(),
        row.pctAge1529(),
        row.censusYear());
  }

  /**
   * The share of urban women of each province: among the women that its clusters stand for, and
   * that of the census without any.
   */
  double[] urbanShares() {
    double[] urban = new double[provinces.size()];
    double[] all = new double[urban.length];
    for (Cluster cluster : clusters) {
      all[cluster.province] += cluster.weight * cluster.women;
      urban[cluster.province] += cluster.urban ? cluster.weight * cluster.women : 0;
    }

    return IntStream.range(0, all.length)
        .mapToDouble(i -> all[i] > 0 ? urban[i] / all[i] : provinces.get(i).pctUrban() / 100)
        .toArray();
  }

  /**
   * The layout of ENDES 2018 by region and residence, as the demo has it: clusters fall to the
   * provinces of a region in proportion to their women, 2 to 10 women in each, and women stand for
   * those of their region and residence. Covariates are drawn.
   */
  static AreaLayout demo() {
    SplittableRandom random = new SplittableRandom(SEED);
    Map<String, Double> women = new LinkedHashMap<>();
    TextTable.shipped("demo/places.csv")
        .rows()
        .forEach(
            row ->
                women.merge(
                    row.text("district").substring(0, 4), row.number("women"), Double::sum));
    List<ProvinceRow> provinces = new ArrayList<>();
    List<Cluster> clusters = new ArrayList<>();
    for (TextTable.Row area : TextTable.shipped("demo/areas.csv").rows()) {
      String code = area.text("area");
      List<String> members =
          women.keySet().stream().filter(province -> isIn(province, code)).sorted().toList();
      int first = provinces.size();
      double[] common = normals(random, 4);
      double[] urban = new double[members.size()];
      double[] rural = new double[members.size()];
      for (int i = 0; i < members.size(); i++) {
        double[] own = normals(random, 4);
        double size = women.get(members.get(i));
        double share = area.number("urban_percent") / 100;
        double urbanShare = share == 1 ? 1 : logistic(Math.log(share / (1 - share)) + own[0]);
        urban[i] = size * urbanShare;
        rural[i] = size * (1 - urbanShare);
        provinces.add(
            new ProvinceRow(
                members.get(i),
                code.substring(0, 2),
                members.get(i),
                size,
                size,
                100 * urbanShare,
                100 * logistic(-1.2 + 1.2 * common[1] + 0.8 * own[1]),
                100 * logistic(-0.8 + 0.4 * common[2] + 0.5 * own[2]),
                40 + 1.5 * common[3] + 2.5 * own[3],
                2017));
      }
      double size = area.number("women_percent") * area.number("urban_percent");
      clusters.addAll(
          drawn(random, code + "u", true, area.integer("urban_clusters"), first, urban, size));
      size = area.number("women_percent") * (100 - area.number("urban_percent"));
      clusters.addAll(
          drawn(random, code + "r", false, area.integer("rural_clusters"), first, rural, size));
    }

    return new AreaLayout("demo", provinces, clusters);
  }

  private static boolean isIn(String province, String area) {
    return area.length() == 2
        ? province.startsWith(area)
        : area.equals("1501")
            ? province.equals(area)
            : province.startsWith("15") && !province.equals("1501");
  }

  /** Clusters drawn systematically in proportion to size, and their women of equal weight. */
  private static List<Cluster> drawn(
      SplittableRandom random,
      String stratum,
      boolean urban,
      int count,
      int first,
      double[] sizes,
      double total) {
    int[] women = IntStream.range(0, count).map(c -> 2 + random.nextInt(9)).toArray();
    double weight = total / IntStream.of(women).sum();
    double all = IntStream.range(0, sizes.length).mapToDouble(i -> sizes[i]).sum();
    List<Cluster> clusters = new ArrayList<>();
    int province = 0;
    double passed = sizes[0];
    double start = random.nextDouble();
    for (int c = 0; c < count; c++) {
      while (passed < all * (c + start) / count && province < sizes.length - 1) {
        province++;
        passed += sizes[province];
      }
      clusters.add(
          new Cluster(
              first + province,
              stratum + c % Math.max(1, count / 12),
              urban,
              women[c],
              weight * Math.exp(WEIGHT_SPREAD * random.nextGaussian()),
              WEIGHT_SPREAD));
    }

    return clusters;
  }

  private static double[] normals(SplittableRandom random, int count) {
    return IntStream.range(0, count).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  private static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /**
   * The layout of a store's women in all its years: of each cluster its place, the number of women
   * who were asked about an indicator, and the mean and spread of their weights. A cluster that
   * lies in two places is two.
   */
  static AreaLayout of(Store store, String indicator) {
    List<ProvinceRow> provinces =
        store.read(Table.PROVINCES).stream()
            .filter(row -> !Double.isNaN(row.womenInUnion() + row.pctIndigenous()))
            .toList();
    Map<String, Integer> positions = new HashMap<>();
    provinces.forEach(row -> positions.put(row.province(), positions.size()));
    List<Cluster> clusters = new ArrayList<>();
    WomenEstimates women = new WomenEstimates(store);
    for (ClusterCount count : women.clusters(women.years(), List.of(indicator))) {
      Integer province = positions.get(count.province());
      if (province != null && count.women() > 0) {
        double mean = count.weights() / count.women();
        double meanSquare = count.squaredWeights() / count.women();
        clusters.add(
            new Cluster(
                province,
                count.stratum(),
                count.urban(),
                count.women(),
                mean,
                Math.sqrt(Math.max(0, meanSquare / (mean * mean) - 1))));
      }
    }

    return new AreaLayout("store", provinces, clusters);
  }
}

package org.quipu.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.quipu.survey.SurveyTable;

/**
 * Two years of a made-up survey with ENDES's layout in which nothing changed: 25 regions of 10
 * strata and 116 clusters (Lima: 457), 4 to 9 women in union a cluster. Prevalence differs between
 * regions and clusters; regions have design effects of about 1.2 to 2.7, from clusters that differ
 * and from weights that vary. Drawn anew for each family of tests.
 */
final class SimulatedYears {
  static final String YEAR = "year";
  static final String REGION = "region";
  static final String STRATUM = "stratum";
  static final String CLUSTER = "cluster";
  static final String WEIGHT = "weight";
  static final String ANSWER = "answer";
  static final String ASKED = "asked";

  static final int REGIONS = 25;
  private static final int LIMA = 14;
  private static final int STRATA = 10;
  private static final int CLUSTERS = 116;
  private static final int CLUSTERS_OF_LIMA = 457;
  private static final int FEWEST_WOMEN = 4;
  private static final int MOST_WOMEN = 9;

  private final SplittableRandom random;
  private final double shared;
  private final List<String> regions = new ArrayList<>();
  private final List<String> strata = new ArrayList<>();
  private final List<String> clusters = new ArrayList<>();
  private final List<String> years = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private final List<Double> answers = new ArrayList<>();

  private SimulatedYears(SplittableRandom random, double shared) {
    this.random = random;
    this.shared = shared;
  }

  /**
   * The women of both years.
   *
   * @param shared the share of the first year's clusters that the second has too
   */
  static SurveyTable draw(SplittableRandom random, double shared) {
    SimulatedYears survey = new SimulatedYears(random, shared);
    for (int region = 0; region < REGIONS; region++) {
      survey.drawRegion(region);
    }

    return survey.table();
  }

  static String region(int index) {
    return "%02d".formatted(index + 1);
  }

  private void drawRegion(int region) {
    double prevalence = 0.36 + 0.34 * random.nextDouble();
    double rank = region / (REGIONS - 1.0);
    double betweenClusters = Math.sqrt((0.02 + 0.1 * rank) * prevalence * (1 - prevalence));
    double ofLogWeights = Math.sqrt(Math.log1p(0.08 + 0.5 * rank));
    int size = region == LIMA ? CLUSTERS_OF_LIMA : CLUSTERS;
    for (int cluster = 0; cluster < size; cluster++) {
      String stratum = region(region) + "-" + cluster % STRATA;
      double level = level(prevalence, betweenClusters);
      drawCluster(region, stratum, "c" + cluster, "2023", level, ofLogWeights);
      boolean again = random.nextDouble() < shared;
      drawCluster(
          region,
          stratum,
          (again ? "c" : "d") + cluster,
          "2024",
          again ? level : level(prevalence, betweenClusters),
          ofLogWeights);
    }
  }

  private double level(double prevalence, double betweenClusters) {
    return Math.min(0.99, Math.max(0.01, prevalence + betweenClusters * random.nextGaussian()));
  }

  private void drawCluster(
      int region, String stratum, String cluster, String year, double level, double ofLogWeights) {
    int women = random.nextInt(FEWEST_WOMEN, MOST_WOMEN + 1);
    for (int woman = 0; woman < women; woman++) {
      regions.add(region(region));
      strata.add(stratum);
      clusters.add(cluster);
      years.add(year);
      weights.add(Math.exp(ofLogWeights * random.nextGaussian()));
      answers.add(random.nextDouble() < level ? 1.0 : 0.0);
    }
  }

  private SurveyTable table() {
    double[] answer = numbers(answers);
    double[] asked = new double[answer.length];
    Arrays.fill(asked, 1);
    return new SurveyTable("simulated", answer.length)
        .with(YEAR, years.toArray(String[]::new))
        .with(REGION, regions.toArray(String[]::new))
        .with(STRATUM, strata.toArray(String[]::new))
        .with(CLUSTER, clusters.toArray(String[]::new))
        .with(WEIGHT, numbers(weights))
        .with(ANSWER, answer)
        .with(ASKED, asked);
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}

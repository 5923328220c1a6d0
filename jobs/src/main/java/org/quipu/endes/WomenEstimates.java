package org.quipu.endes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.quipu.Coded;
import org.quipu.NearestNames;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.change.SurveyTotals;
import org.quipu.smallarea.ClusterCount;
import org.quipu.spark.CalibratedColumn;
import org.quipu.spark.Sessions;
import org.quipu.spark.SurveyEngine;
import org.quipu.store.Manifest;
import org.quipu.store.Store;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimates;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.Missing;
import org.quipu.survey.Outcome;
import org.quipu.survey.Retain;
import org.quipu.survey.calibration.Calibrations;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;

/**
 * ENDES's estimates from the {@code women} table of a store: its design, and what is known of each
 * year.
 */
public final class WomenEstimates {
  private static final double MILLIONTHS = 1e6;
  private static final double THOUSANDTHS = 1e3;

  private final Store store;
  private final Weighting weighting;
  private final Calibrations calibration;
  private final Map<Integer, Manifest> manifests = new HashMap<>();

  /** Estimates weighted as INEI's. */
  public WomenEstimates(Store store) {
    this(store, Weighting.INEI, null);
  }

  /**
   * @param calibration null for weights as they are
   */
  private WomenEstimates(Store store, Weighting weighting, Calibrations calibration) {
    this.store = store;
    this.weighting = weighting;
    this.calibration = calibration;
    for (Manifest manifest : store.manifests(WomenTable.NAME)) {
      manifests.put(Integer.valueOf(manifest.options().get("year")), manifest);
    }
  }

  /** The same women, weighted and calibrated as a method says. */
  public WomenEstimates weighted(WomenPrevalence.Method method) {
    return new WomenEstimates(store, method.weighting(), method.calibration());
  }

  /** The years that have microdata. */
  public Set<Integer> years() {
    return Set.copyOf(manifests.keySet());
  }

  public Manifest manifest(int year) {
    return manifests.get(year);
  }

  /** Whether the year's files have any item of the indicator. */
  public boolean has(int year, String indicator) {
    return !Arrays.asList(fact(year, "absent").split(" ", -1)).contains(indicator);
  }

  /** The items of the indicator that the year's files lack; empty where it is whole. */
  public String lacking(int year, String indicator) {
    return manifests.containsKey(year) ? fact(year, "partial:" + indicator) : "";
  }

  /** The marks on the quality of an indicator's estimates in a year. */
  public List<QualityMark> marks(int year, String indicator) {
    List<QualityMark> marks = new ArrayList<>();
    if (!lacking(year, indicator).isEmpty()) {
      marks.add(QualityMark.PARTIAL);
    }

    marks.addAll(Quality.parse(fact(year, "marks")).marks());
    if (weighting == Weighting.ELIGIBLE_WOMEN) {
      marks.add(QualityMark.ELIGIBLE_WOMEN_WEIGHT);
    }

    if (calibration != null) {
      marks.add(QualityMark.CALIBRATED_WEIGHT);
    }

    if (source(year) == Provenance.SYNTHETIC) {
      marks.add(QualityMark.SYNTHETIC);
    }

    return marks;
  }

  /** Whether a year's women are real or synthetic. */
  public Provenance source(int year) {
    return Coded.of(Provenance.class, fact(year, "source"));
  }

  /**
   * Estimates the prevalence of indicators in all domains of the tables and in all years, in one
   * pass over the women. Domains are those of the women in the indicator's universe, and so are
   * their clusters, strata and degrees of freedom.
   *
   * @param tables such as {@code region:residence}
   */
  public Estimates estimate(
      Collection<Integer> years, List<String> indicators, List<String> tables, LonelyPsu lonely) {
    return estimate(
        women(years, indicators, tables), prevalences(indicators), tables, lonely, Retain.NOTHING);
  }

  /** The same with their covariances. */
  Estimates retained(
      Collection<Integer> years, List<String> indicators, List<String> tables, LonelyPsu lonely) {
    return estimate(
        women(years, indicators, tables), prevalences(indicators), tables, lonely, Retain.CLUSTERS);
  }

  private static List<Outcome> prevalences(List<String> indicators) {
    return indicators.stream()
        .map(indicator -> Outcome.proportion(indicator).missing(Missing.NOT_ASKED))
        .toList();
  }

  /** The totals that {@link SurveyTotals} makes changes of, as {@link #estimate}. */
  Estimates totals(
      Collection<Integer> years, List<String> indicators, List<String> tables, LonelyPsu lonely) {
    Map<String, Column> asked = new LinkedHashMap<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (String indicator : indicators) {
      String name = "asked_" + indicator;
      asked.put(name, functions.when(functions.col(indicator).isNotNull(), true));
      outcomes.addAll(SurveyTotals.outcomes(indicator, name));
    }

    return estimate(
        women(years, indicators, tables).withColumns(asked),
        outcomes,
        tables,
        lonely,
        Retain.CLUSTERS);
  }

  /**
   * The counts of these years as one sample: of each cluster, in each place where it has women,
   * what was answered to each indicator. A cluster that several years share is one unit, and a
   * woman's weight is that of her year. One pass, which brings no woman to the driver. Direct
   * estimates of any areas are {@link org.quipu.smallarea.DirectEstimates} of them.
   *
   * @return some thousands of rows an indicator, weights in millionths; calibrated ones in
   *     thousandths of a woman
   */
  public List<ClusterCount> clusters(Collection<Integer> years, List<String> indicators) {
    Dataset<Row> women =
        women(years, indicators, List.of(Dimensions.PROVINCE, WomenClusters.DISTRICT));
    return new WomenClusters(indicators).of(calibration == null ? women : calibrated(women));
  }

  /** Whole numbers, as weights of ENDES are: their sums do not depend on the order. */
  private Dataset<Row> calibrated(Dataset<Row> women) {
    Column weight =
        CalibratedColumn.of(women, "year", design(LonelyPsu.CERTAINTY).calibrated(calibration));
    return women.withColumn("weight", functions.rint(weight.multiply(THOUSANDTHS)));
  }

  /** The women of a year, with all their columns. */
  public Dataset<Row> data(int year) {
    return women(List.of(year), List.of(), List.of());
  }

  /** The women of some years as one sample: strata, numbered anew each year, tell their year. */
  public Dataset<Row> pooled(Collection<Integer> some) {
    return women(some, List.of(), List.of())
        .withColumn(
            "stratum", functions.concat_ws("-", functions.col("year"), functions.col("stratum")));
  }

  private Dataset<Row> women(
      Collection<Integer> years, List<String> indicators, List<String> tables) {
    Dataset<Row> women =
        Sessions.spark("women: " + indicators.size() + " indicators by " + tables)
            .read()
            .option("mergeSchema", true)
            .option("basePath", store.path(WomenTable.NAME))
            .parquet(store.files(WomenTable.NAME).toArray(String[]::new))
            .where(functions.col("year").isin(years.toArray()));
    Set<String> columns = new HashSet<>(Arrays.asList(women.columns()));
    for (String indicator : indicators) {
      if (!columns.contains(indicator)) {
        throw UserException.input(
            store.path(WomenTable.NAME),
            "no column " + indicator,
            "all indicators of data/indicators.yaml",
            "The store was made before the indicator was declared: ingest again.");
      }
    }

    if (calibration != null) {
      check(columns, years);
    }

    return weighting == Weighting.ELIGIBLE_WOMEN ? byEligibleWomen(women, years) : women;
  }

  /** Refuses years without totals, and totals of what is no column. */
  private void check(Set<String> columns, Collection<Integer> years) {
    years.forEach(year -> calibration.of(String.valueOf(year)));
    Stream.concat(calibration.texts().stream(), calibration.numbers().stream())
        .filter(column -> !columns.contains(column))
        .findFirst()
        .ifPresent(
            column -> {
              throw NearestNames.noColumn(
                  WomenTable.NAME, column, columns.stream().sorted().toList());
            });
  }

  private Dataset<Row> byEligibleWomen(Dataset<Row> women, Collection<Integer> years) {
    for (int year : years) {
      if (fact(year, EligibleWomen.COLUMN).isEmpty()) {
        throw UserException.input(
            store.path(WomenTable.part(year)),
            "no number of eligible women",
            "that of the women of 15 to 49 years of each household",
            "Ingest " + year + " again, with REC0111, RECH1 or RECH0 (HV010) among its files.");
      }
    }

    return women.withColumn(
        "weight", functions.col("weight").multiply(functions.col(EligibleWomen.COLUMN)));
  }

  private Estimates estimate(
      Dataset<Row> women,
      List<Outcome> outcomes,
      List<String> tables,
      LonelyPsu lonely,
      Retain retain) {
    return SurveyEngine.estimate(
        women,
        "year",
        design(lonely).calibrated(calibration),
        outcomes,
        tables.stream().map(DomainTable::of).toList(),
        retain);
  }

  /** INEI's design: clusters drawn with replacement in strata, both numbered anew each year. */
  public static Design design(LonelyPsu lonely) {
    return Design.clusters("cluster")
        .strata("stratum")
        .weights("weight")
        .weightScale(MILLIONTHS)
        .lonelyPsu(lonely);
  }

  private String fact(int year, String name) {
    return manifests.get(year).facts().getOrDefault(name, "");
  }
}

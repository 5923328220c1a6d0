package org.quipu.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.sum;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.quipu.spark.SurveyEngine;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimates;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.Outcome;
import org.quipu.survey.Retain;

/** What Spark runs: the bare scan, and the engine. */
final class Contestants {
  static final List<String> TABLES =
      List.of(
          "national",
          "region",
          "residence",
          "region:residence",
          "age_group",
          "education",
          "wealth",
          "region:age_group",
          "region:education",
          "region:wealth");

  private Contestants() {}

  /** Spark's own sums of the columns that the engine reads. */
  static Row scan(SparkSession spark, Path file) {
    List<Column> sums = new ArrayList<>();
    for (String number : List.of("stratum", "cluster", "weight")) {
      sums.add(sum(col(number)));
    }

    WomenFile.DOMAINS.forEach(domain -> sums.add(sum(length(col(domain)))));
    WomenFile.INDICATORS.forEach(name -> sums.add(sum(col(name).cast("int"))));
    return spark.read().parquet(file.toString()).select(sums.toArray(Column[]::new)).head();
  }

  /** Every indicator in every domain of the ten tables. */
  static Estimates engine(SparkSession spark, Path file) {
    Design design =
        Design.clusters("cluster")
            .strata("stratum")
            .weights("weight")
            .weightScale(1e6)
            .lonelyPsu(LonelyPsu.CERTAINTY);
    return SurveyEngine.estimate(
        spark.read().parquet(file.toString()),
        null,
        design,
        WomenFile.INDICATORS.stream().map(Outcome::proportion).toList(),
        TABLES.stream().map(DomainTable::of).toList(),
        Retain.NOTHING);
  }
}

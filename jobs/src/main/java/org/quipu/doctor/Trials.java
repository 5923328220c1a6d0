package org.quipu.doctor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.quipu.charts.About;
import org.quipu.charts.Better;
import org.quipu.charts.Figure;
import org.quipu.charts.Mark;
import org.quipu.charts.ReachFigure;
import org.quipu.file.TemporaryFolder;
import org.quipu.pdf.PdfDocument;
import org.quipu.spark.Sessions;
import org.quipu.spark.SurveyInput;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimates;
import org.quipu.survey.Outcome;
import org.quipu.survey.Retain;
import org.quipu.text.Language;

/** Examples that take each part of Quipu through its work; they leave nothing behind. */
final class Trials {
  private static final int ROWS = 1000;

  private Trials() {}

  /** Spark writes a table, reads it again and estimates from it; says Spark's version. */
  static String spark() throws Exception {
    Path folder = TemporaryFolder.create("doctor");
    try {
      SparkSession spark = Sessions.spark("doctor");
      String table = folder.resolve("table").toString();
      spark
          .range(ROWS)
          .select(
              functions.expr("cast(id % 4 as string) as stratum"),
              functions.expr("cast(id % 40 as string) as cluster"),
              functions.lit(1.0).as("weight"),
              functions.expr("cast(id % 2 as double) as outcome"))
          .write()
          .parquet(table);
      Estimates estimates =
          SurveyInput.of(spark.read().parquet(table), table)
              .estimate(
                  Design.clusters("cluster").strata("stratum").weights("weight"),
                  List.of(Outcome.mean("outcome")),
                  List.of(DomainTable.NATIONAL, DomainTable.of("stratum")),
                  Retain.NOTHING);
      long rows = estimates.all().get(0).n();
      if (rows != ROWS) {
        throw new IllegalStateException(rows + " of " + ROWS + " rows came back");
      }

      return spark.version();
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  /** A figure with its letters, as an image and as SVG; says its size. */
  static String figure() {
    Figure figure = example();
    int bytes = figure.png().length + figure.svg().getBytes(StandardCharsets.UTF_8).length;
    return figure.width() + " × " + figure.height() + ", " + bytes / 1000 + " kB";
  }

  /** A page with a figure for paper; says its size. */
  static String page() {
    String page =
        """
        <html xmlns="http://www.w3.org/1999/xhtml" lang="es"><head><title>Quipu</title></head>
        <body><h1>Año, número, ±½</h1><object type="figure" data="f" alt="Quipu"></object></body></html>
        """;
    return PdfDocument.of(page, Map.of("f", example()), Optional.empty()).length / 1000 + " kB";
  }

  private static Figure example() {
    return ReachFigure.of(
        new About(
            Language.SPANISH, "Quipu", "Quipu", "Quipu", Set.of(Mark.SYNTHETIC), Better.LOWER, ""),
        "Áncash",
        IntStream.rangeClosed(2017, 2022)
            .mapToObj(year -> new ReachFigure.Year(year, year - 2000, ""))
            .toList());
  }
}

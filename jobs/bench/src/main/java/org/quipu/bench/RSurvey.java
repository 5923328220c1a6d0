package org.quipu.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * R's survey package on a file that it can hold.
 *
 * @param seconds null where R or its package is not there
 */
record RSurvey(Double seconds, long rows) {
  static final RSurvey NONE = new RSurvey(null, 0);
  static final long ROWS = 48_000;

  /** {@code svyby} of the engine's indicators and tables. */
  static RSurvey estimates(SparkSession spark, Path folder)
      throws IOException, InterruptedException {
    return run(
        spark,
        folder,
        "R survey",
        """
        design <- svydesign(id = ~cluster, strata = ~stratum, weights = ~weight, data = women, nest = TRUE)
        started <- proc.time()[["elapsed"]]
        for (i in indicators) {
          y <- as.formula(paste0("~", i))
          answered <- subset(design, !is.na(women[[i]]))
          svymean(y, answered)
          for (by in c("%s"))
            svyby(y, as.formula(paste0("~", by)), answered, svymean)
        }
        """
            .formatted(
                String.join(
                    "\", \"",
                    Contestants.TABLES.stream()
                        .filter(table -> !table.equals("national"))
                        .map(table -> table.replace(":", " + "))
                        .toList())));
  }

  /**
   * {@code svyglm} of a logistic regression.
   *
   * @param model as a formula
   * @param clusterStrata clusters of the design in one of its strata; the file's strata are
   *     clusters
   */
  static RSurvey regression(SparkSession spark, Path folder, String model, int clusterStrata)
      throws IOException, InterruptedException {
    return run(
        spark,
        folder,
        "R svyglm",
        """
        women$cluster <- as.numeric(women$stratum)
        women$stratum <- women$cluster %%/%% %d
        design <- svydesign(id = ~cluster, strata = ~stratum, weights = ~weight, data = women, nest = TRUE)
        started <- proc.time()[["elapsed"]]
        fit <- svyglm(%s, design, family = quasibinomial())
        """
            .formatted(clusterStrata, model));
  }

  private static RSurvey run(SparkSession spark, Path folder, String name, String work)
      throws IOException, InterruptedException {
    Path csv = folder.resolve("women-" + ROWS + "-csv");
    spark
        .read()
        .parquet(WomenFile.sorted(spark, folder, ROWS).toString())
        .coalesce(1)
        .write()
        .mode(SaveMode.Overwrite)
        .option("header", true)
        .csv(csv.toString());
    Path script = Files.writeString(folder.resolve("survey.R"), script(csv, work));
    Process process;
    try {
      process = new ProcessBuilder("Rscript", script.toString()).start();
    } catch (IOException e) {
      System.out.println("R is not there: " + e.getMessage());
      return NONE;
    }

    String out =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      System.out.println("R with its survey package is not there");
      return NONE;
    }

    double seconds = Double.parseDouble(out.substring(out.lastIndexOf('\n') + 1));
    System.out.printf("%-22s %.2f s%n", name + ", " + ROWS + " rows", seconds);
    return new RSurvey(seconds, ROWS);
  }

  private static String script(Path csv, String work) {
    return """
    suppressMessages(library(survey))
    options(survey.lonely.psu = "certainty")
    women <- read.csv(list.files("%s", pattern = "csv$", full.names = TRUE), colClasses = "character")
    indicators <- c("%s")
    for (i in indicators) women[[i]] <- ifelse(women[[i]] == "", NA, women[[i]] == "true") + 0
    women$weight <- as.numeric(women$weight) / 1e6
    """
            .formatted(csv, String.join("\", \"", WomenFile.INDICATORS))
        + work
        + "cat(proc.time()[[\"elapsed\"]] - started)\n";
  }
}

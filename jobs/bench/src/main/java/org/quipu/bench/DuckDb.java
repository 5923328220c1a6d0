package org.quipu.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quipu.survey.Estimate;

/**
 * The same estimates and variances in DuckDB's SQL: rows to cells of cluster and domain codes once,
 * cells to cluster totals by domain, clusters to strata, strata to variances.
 */
final class DuckDb {
  private static final int THREADS = 2;

  private final Path file;
  private Map<String, double[]> last = Map.of();

  DuckDb(Path file) {
    this.file = file;
  }

  /** Estimate and standard error by indicator, table and domain. */
  Map<String, double[]> estimates() throws SQLException {
    Map<String, double[]> estimates = new HashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + THREADS);
      statement.execute("SET preserve_insertion_order = false");
      try (ResultSet rows = statement.executeQuery(sql())) {
        while (rows.next()) {
          String domain = rows.getString("tab") + "/" + rows.getString("domain");
          for (String indicator : WomenFile.INDICATORS) {
            estimates.put(
                indicator + "/" + domain,
                new double[] {rows.getDouble("r_" + indicator), rows.getDouble("se_" + indicator)});
          }
        }
      }
    }

    last = estimates;
    return estimates;
  }

  /** The largest relative difference of the last run from the engine's results. */
  double difference(List<Estimate> engine) {
    double largest = engine.size() == last.size() ? 0 : Double.POSITIVE_INFINITY;
    for (Estimate each : engine) {
      double[] other =
          last.get(each.outcome().name() + "/" + each.table().name() + "/" + each.domain());
      largest = Math.max(largest, Math.abs(other[0] / each.estimate() - 1));
      largest = Math.max(largest, Math.abs(other[1] / each.standardError() - 1));
    }

    return largest;
  }

  private String sql() {
    List<String> selects = new ArrayList<>();
    for (String table : Contestants.TABLES) {
      selects.add(table(table));
    }

    return "WITH cells AS MATERIALIZED ("
        + "SELECT stratum, cluster, region, residence, age_group, education, wealth, "
        + each("sum(weight) FILTER (WHERE %1$s IS NOT NULL) b_%1$s")
        + ", "
        + each("sum(weight) FILTER (WHERE %1$s) a_%1$s")
        + " FROM read_parquet('"
        + file
        + "/*.parquet') GROUP BY ALL), sizes AS MATERIALIZED ("
        + "SELECT stratum, count(DISTINCT cluster) n FROM cells GROUP BY stratum) "
        + String.join(" UNION ALL ", selects);
  }

  private static String table(String name) {
    boolean national = name.equals("national");
    String columns = national ? "" : ", " + name.replace(':', ',');
    String domain =
        national ? "'00'" : "concat_ws('|', " + name.replace(':', ',') + ")";
    String clusters =
        "SELECT stratum, cluster"
            + columns
            + ", "
            + each("coalesce(sum(a_%1$s), 0) a_%1$s, coalesce(sum(b_%1$s), 0) b_%1$s")
            + " FROM cells GROUP BY stratum, cluster"
            + columns;
    String strata =
        "SELECT stratum"
            + columns
            + ", "
            + each(
                "sum(a_%1$s) a_%1$s, sum(b_%1$s) b_%1$s, sum(a_%1$s * a_%1$s) aa_%1$s,"
                    + " sum(a_%1$s * b_%1$s) ab_%1$s, sum(b_%1$s * b_%1$s) bb_%1$s")
            + " FROM ("
            + clusters
            + ") GROUP BY stratum"
            + columns;
    String totals =
        "SELECT 1 one"
            + columns
            + ", "
            + each(
                "sum(a_%1$s) a_%1$s, sum(b_%1$s) b_%1$s,"
                    + " sum(n / (n - 1) * (aa_%1$s - a_%1$s * a_%1$s / n)) aa_%1$s,"
                    + " sum(n / (n - 1) * (ab_%1$s - a_%1$s * b_%1$s / n)) ab_%1$s,"
                    + " sum(n / (n - 1) * (bb_%1$s - b_%1$s * b_%1$s / n)) bb_%1$s")
            + " FROM ("
            + strata
            + ") JOIN sizes USING (stratum) GROUP BY ALL";
    return "SELECT '"
        + name
        + "' AS tab, "
        + domain
        + " AS \"domain\", "
        + each(
            "a_%1$s / b_%1$s r_%1$s, sqrt(aa_%1$s - 2 * (a_%1$s / b_%1$s) * ab_%1$s"
                + " + (a_%1$s / b_%1$s) * (a_%1$s / b_%1$s) * bb_%1$s) / b_%1$s se_%1$s")
        + " FROM ("
        + totals
        + ")";
  }

  private static String each(String expression) {
    return WomenFile.INDICATORS.stream()
        .map(expression::formatted)
        .collect(Collectors.joining(", "));
  }
}

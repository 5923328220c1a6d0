package org.quipu.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quipu.survey.Estimate;

/**
 * The same estimates and variances in DuckDB's SQL: rows to cluster totals by the finest tables,
 * from which the coarser ones are rolled up; clusters to strata, strata to variances. Of the ways
 * tried the fastest: one query a table takes a quarter longer, grouping sets twice as long, and
 * cells of all columns at once longer still.
 */
final class DuckDb {
  private static final int THREADS = 2;

  /** The tables, each list headed by the one whose cluster totals give the others'. */
  private static final List<List<String>> BY_FINEST =
      List.of(
          List.of("region:residence", "national", "region", "residence"),
          List.of("region:age_group", "age_group"),
          List.of("region:education", "education"),
          List.of("region:wealth", "wealth"));

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
      for (List<String> tables : BY_FINEST) {
        String finest = columns(tables.get(0));
        statement.execute("CREATE OR REPLACE TEMP TABLE clusters AS " + clusters(rows(), finest));
        statement.execute(
            "CREATE TEMP TABLE IF NOT EXISTS sizes AS"
                + " SELECT stratum, count(DISTINCT cluster) n FROM clusters GROUP BY stratum");
        for (String table : tables) {
          String columns = columns(table);
          String totals = columns.equals(finest) ? "SELECT * FROM clusters" : rolledUp(columns);
          try (ResultSet rows = statement.executeQuery(estimates(table, totals))) {
            read(table, rows, estimates);
          }
        }
      }
    }

    last = estimates;
    return estimates;
  }

  private static void read(String table, ResultSet rows, Map<String, double[]> estimates)
      throws SQLException {
    while (rows.next()) {
      String domain = table + "/" + rows.getString("domain");
      for (String indicator : WomenFile.INDICATORS) {
        estimates.put(
            indicator + "/" + domain,
            new double[] {rows.getDouble("r_" + indicator), rows.getDouble("se_" + indicator)});
      }
    }
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

  private String rows() {
    return "read_parquet('" + file + "/*.parquet')";
  }

  private static String columns(String table) {
    return table.equals("national") ? "" : ", " + table.replace(':', ',');
  }

  private static String clusters(String rows, String columns) {
    return "SELECT stratum, cluster"
        + columns
        + ", "
        + each("coalesce(sum(weight) FILTER (WHERE %1$s IS NOT NULL), 0) b_%1$s")
        + ", "
        + each("coalesce(sum(weight) FILTER (WHERE %1$s), 0) a_%1$s")
        + " FROM "
        + rows
        + " GROUP BY stratum, cluster"
        + columns;
  }

  private static String rolledUp(String columns) {
    return "SELECT stratum, cluster"
        + columns
        + ", "
        + each("sum(a_%1$s) a_%1$s, sum(b_%1$s) b_%1$s")
        + " FROM clusters GROUP BY stratum, cluster"
        + columns;
  }

  private static String estimates(String table, String clusters) {
    String columns = columns(table);
    String domain = columns.isEmpty() ? "'00'" : "concat_ws('|'" + columns + ")";
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
    return "SELECT "
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

package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.TextTable;
import org.quipu.store.Table;
import org.quipu.survey.contrast.NamedEstimates;
import org.quipu.survey.regression.EstimateKind;

/**
 * The coefficients of a regression and their covariances, as its tables have them. A coefficient is
 * called {@code term}, or {@code term=level} where it has a level.
 */
public final class WrittenCoefficients {
  private static final String REMEDY =
      "Write both tables with the same command: quipu regress --out DIR.";

  private final TextTable coefficients;
  private final TextTable covariances;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private WrittenCoefficients(TextTable coefficients, TextTable covariances) {
    this.coefficients = coefficients;
    this.covariances = covariances;
  }

  /**
   * Reads {@code tables/regression.csv} and {@code tables/regression_covariance.csv} of a folder.
   * Degrees of freedom are the fewest of any coefficient.
   *
   * @throws UserException where a table is missing, or is not that of the other
   */
  public static NamedEstimates read(Path folder) {
    return new WrittenCoefficients(
            table(folder, Table.REGRESSION, "term", "level", "estimate", "df"),
            table(
                folder,
                Table.REGRESSION_COVARIANCE,
                "kind",
                "term",
                "level",
                "other_term",
                "other_level",
                "covariance"))
        .estimates();
  }

  private static TextTable table(Path folder, Table<?> table, String... columns) {
    Path file = folder.resolve("tables").resolve(table.name() + ".csv");
    TextTable read = TextTable.read(Source.file(file));
    List<String> wanted = List.of(columns);
    if (!read.headings().containsAll(wanted)) {
      throw wrong(
          read.name(), "columns " + String.join(", ", read.headings()), String.join(", ", wanted));
    }

    return read;
  }

  private NamedEstimates estimates() {
    List<Double> estimates = new ArrayList<>();
    double df = Double.POSITIVE_INFINITY;
    for (TextTable.Row row : coefficients.rows()) {
      String name = name(row, "term", "level");
      if (places.put(name, places.size()) != null) {
        throw wrong(row.where(), "'" + name + "' again", "each coefficient once");
      }

      estimates.add(row.number("estimate"));
      df = Math.min(df, row.number("df"));
    }

    return new NamedEstimates(
        List.copyOf(places.keySet()),
        estimates.stream().mapToDouble(Double::doubleValue).toArray(),
        covariance(),
        df);
  }

  private double[][] covariance() {
    int count = places.size();
    double[][] covariance = new double[count][count];
    for (double[] row : covariance) {
      Arrays.fill(row, Double.NaN);
    }

    for (TextTable.Row row : covariances.rows()) {
      if (row.text("kind").equals(EstimateKind.COEFFICIENT.code())) {
        int i = place(row, "term", "level");
        int j = place(row, "other_term", "other_level");
        covariance[i][j] = row.number("covariance");
        covariance[j][i] = covariance[i][j];
      }
    }

    if (Arrays.stream(covariance).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN)) {
      throw wrong(
          covariances.name(),
          "not all covariances",
          "those of all coefficients in " + coefficients.name());
    }

    return covariance;
  }

  private int place(TextTable.Row row, String term, String level) {
    String name = name(row, term, level);
    Integer place = places.get(name);
    if (place == null) {
      throw wrong(row.where(), "'" + name + "'", "a coefficient in " + coefficients.name());
    }

    return place;
  }

  private static String name(TextTable.Row row, String term, String level) {
    return row.text(level).isEmpty() ? row.text(term) : row.text(term) + "=" + row.text(level);
  }

  private static UserException wrong(String where, String found, String expected) {
    return UserException.input(where, found, expected, REMEDY);
  }
}

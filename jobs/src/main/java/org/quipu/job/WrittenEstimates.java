package org.quipu.job;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.quipu.Coded;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.TextTable;
import org.quipu.job.KnownEstimates.Origin;
import org.quipu.store.Table;
import org.quipu.survey.Estimand;
import org.quipu.survey.contrast.NamedEstimates;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.regression.EstimateKind;

/** Estimates and their covariances, as tables that Quipu wrote as CSV have them. */
public final class WrittenEstimates {
  private static final String SOURCE = "source";

  /** The tables of regressions: a coefficient is called {@code term} or {@code term=level}. */
  private static final Form REGRESSION =
      new Form(
          List.of("term", "level"),
          key -> RegressionTables.name(key.get(0), key.get(1)),
          List.of("kind"),
          row -> row.text("kind").equals(EstimateKind.COEFFICIENT.code()),
          "Write both tables with the same command: quipu regress --out DIR.");

  /** The tables of estimates. */
  private static final Form ESTIMATE =
      new Form(
          List.of("outcome", "by", "domain", "statistic"),
          key ->
              KnownEstimates.name(key.get(0), key.get(1), key.get(2), Estimand.parse(key.get(3))),
          List.of(),
          row -> true,
          "Write both tables with the same command: quipu estimate --out FILE --covariance FILE.");

  private final Form form;
  private final TextTable estimates;
  private final TextTable covariances;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  /**
   * How a kind of estimates is written.
   *
   * @param key the columns that tell one estimate from the others
   * @param name what an estimate with these values of the key is called
   * @param further columns of the covariances, beside the keys and the number
   * @param counts the rows of covariances that are of these estimates
   */
  private record Form(
      List<String> key,
      Function<List<String>, String> name,
      List<String> further,
      Predicate<TextTable.Row> counts,
      String remedy) {
    private List<String> otherKey() {
      return key.stream().map(column -> "other_" + column).toList();
    }

    private String name(TextTable.Row row, List<String> columns) {
      return name.apply(columns.stream().map(row::text).toList());
    }
  }

  private WrittenEstimates(Form form, Path estimates, Path covariances) {
    this.form = form;
    this.estimates = table(estimates, Stream.of("estimate", "df"));
    this.covariances =
        table(
            covariances,
            Stream.of(form.otherKey(), form.further, List.of("covariance")).flatMap(List::stream));
  }

  /**
   * Reads {@code tables/regression.csv} and {@code tables/regression_covariance.csv} of a folder.
   * Each coefficient has the fewest degrees of freedom of any.
   *
   * @throws UserException where a table is missing, or is not that of the other
   */
  public static KnownEstimates ofRegression(Path folder) {
    WrittenEstimates written =
        new WrittenEstimates(
            REGRESSION, file(folder, Table.REGRESSION), file(folder, Table.REGRESSION_COVARIANCE));
    double[] df = written.numbers("df");
    double least = Arrays.stream(df).min().orElse(Double.NaN);
    Arrays.fill(df, least);
    return written.read(df);
  }

  private static Path file(Path folder, Table<?> table) {
    return folder.resolve("tables").resolve(table.name() + ".csv");
  }

  /**
   * Reads the tables that {@code quipu estimate --out --covariance} writes. An estimate is called
   * OUTCOME in the whole population and OUTCOME:TABLE=DOMAIN in a domain; measures of inequality
   * and poverty are called OUTCOME.MEASURE instead of their outcome.
   *
   * @throws UserException where a table is missing, or is not that of the other
   */
  public static KnownEstimates of(Path estimates, Path covariances) {
    WrittenEstimates written = new WrittenEstimates(ESTIMATE, estimates, covariances);
    return written.read(written.numbers("df"));
  }

  private TextTable table(Path file, Stream<String> further) {
    TextTable read = TextTable.read(Source.file(file));
    List<String> wanted = Stream.concat(form.key.stream(), further).toList();
    if (!read.headings().containsAll(wanted)) {
      throw wrong(
          read.name(), "columns " + String.join(", ", read.headings()), String.join(", ", wanted));
    }

    return read;
  }

  private double[] numbers(String column) {
    return estimates.rows().stream().mapToDouble(row -> row.number(column)).toArray();
  }

  private KnownEstimates read(double[] df) {
    Map<String, Provenance> known = new HashMap<>();
    boolean sources = estimates.headings().contains(SOURCE);
    for (TextTable.Row row : estimates.rows()) {
      String name = name(row, form.key);
      if (places.put(name, places.size()) != null) {
        throw wrong(row.where(), "'" + name + "' again", "each estimate once");
      }

      if (sources && !row.text(SOURCE).isEmpty()) {
        known.put(name, source(row));
      }
    }

    List<String> names = List.copyOf(places.keySet());
    return new KnownEstimates(
        new NamedEstimates(names, numbers("estimate"), covariance(), df),
        some -> new Origin(Quality.NONE, Origin.merged(some.stream().map(known::get).toList())));
  }

  private Provenance source(TextTable.Row row) {
    try {
      return Coded.of(Provenance.class, row.text(SOURCE));
    } catch (IllegalArgumentException e) {
      throw wrong(row.where(), "source '" + row.text(SOURCE) + "'", e.getMessage());
    }
  }

  private double[][] covariance() {
    int count = places.size();
    double[][] covariance = new double[count][count];
    BitSet found = new BitSet(count * count);
    for (TextTable.Row row : covariances.rows()) {
      if (form.counts.test(row)) {
        int i = place(row, form.key);
        int j = place(row, form.otherKey());
        covariance[i][j] = row.number("covariance");
        covariance[j][i] = covariance[i][j];
        found.set(i * count + j);
        found.set(j * count + i);
      }
    }

    if (found.cardinality() < count * count) {
      throw wrong(
          covariances.name(),
          "not all covariances",
          "those of all estimates in " + estimates.name());
    }

    return covariance;
  }

  private int place(TextTable.Row row, List<String> columns) {
    String name = name(row, columns);
    Integer place = places.get(name);
    if (place == null) {
      throw wrong(row.where(), "'" + name + "'", "an estimate in " + estimates.name());
    }

    return place;
  }

  private String name(TextTable.Row row, List<String> columns) {
    try {
      return form.name(row, columns);
    } catch (IllegalArgumentException e) {
      throw wrong(row.where(), "another statistic", e.getMessage());
    }
  }

  private UserException wrong(String where, String found, String expected) {
    return UserException.input(where, found, expected, form.remedy);
  }
}

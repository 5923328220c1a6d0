package org.quipu.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.quipu.NearestNames;
import org.quipu.file.FileFormat;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;
import org.quipu.file.Variable;
import org.quipu.file.VariableType;
import org.quipu.survey.CategoryShares;
import org.quipu.survey.Crossing;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimates;
import org.quipu.survey.InMemoryEstimator;
import org.quipu.survey.Outcome;
import org.quipu.survey.Retain;
import org.quipu.survey.Statistic;
import org.quipu.survey.SurveyTable;
import org.quipu.survey.regression.ModelInput;
import org.quipu.survey.regression.Regression;
import org.quipu.survey.regression.RegressionFit;
import org.quipu.survey.regression.RegressionSpec;
import org.quipu.survey.regression.TableEncoder;

/**
 * The data of a survey, wherever they are: in a file, in a Spark table of any size, or in memory.
 * Only the columns that an estimate needs are read; one that is missing is the user's error.
 */
public abstract sealed class SurveyInput {
  private SurveyInput() {}

  /**
   * A file of any format that Quipu reads. A Parquet file is left to Spark, unless the names of its
   * columns differ in letter case only, which Spark does not regard.
   */
  public static SurveyInput of(Source file) {
    SurveyInput input = new InFile(file, Map.of());
    boolean forSpark = TableFile.format(file) == FileFormat.PARQUET && areDistinct(input.columns());
    return forSpark
        ? of(Sessions.spark("survey: " + file.name()).read().parquet(file.name()), file.name())
        : input;
  }

  private static boolean areDistinct(List<String> columns) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    return names.addAll(columns) && names.size() == columns.size();
  }

  /**
   * A Spark table.
   *
   * @param name what messages call it
   */
  public static SurveyInput of(Dataset<Row> data, String name) {
    return new InSpark(data, name);
  }

  /** Columns in memory. */
  public static SurveyInput of(SurveyTable table) {
    return new InMemory(table);
  }

  /** What messages call it. */
  public abstract String name();

  /** The names of all columns. */
  public abstract List<String> columns();

  /** The columns of these names, where {@code brr*} stands for all that begin so. */
  public final List<String> matching(List<String> names) {
    List<String> columns = columns();
    List<String> found = new ArrayList<>();
    for (String name : names) {
      boolean star = name.endsWith("*");
      String start = star ? name.substring(0, name.length() - 1) : name;
      int before = found.size();
      columns.stream()
          .filter(column -> star ? column.startsWith(start) : column.equals(start))
          .forEach(found::add);
      if (found.size() == before) {
        throw NearestNames.noColumn(name(), name, columns);
      }
    }

    return found;
  }

  /**
   * The same data with further columns.
   *
   * @param stored the column that each of them repeats, by its own name
   * @throws org.quipu.UserException where there is no such column
   */
  public abstract SurveyInput with(Map<String, String> stored);

  final Map<String, String> known(Map<String, String> stored) {
    List<String> columns = columns();
    for (String column : stored.values()) {
      if (!columns.contains(column)) {
        throw NearestNames.noColumn(name(), column, columns);
      }
    }

    return Map.copyOf(stored);
  }

  /**
   * The same data with the two columns that a crossing adds. A file is read: the columns of the
   * design, of the crossing and of its domain.
   */
  public abstract SurveyInput crossed(Design design, Crossing crossing);

  /**
   * Estimates outcomes in every domain of the tables. The proportion of a column that holds other
   * values than 0 and 1 becomes one proportion for each of them.
   */
  public abstract Estimates estimate(
      Design design, List<Outcome> outcomes, List<DomainTable> tables, Retain retain);

  /**
   * Fits a regression. A column is a factor where it holds texts: in a file that tells types by its
   * type, in delimited text if a value is no number.
   */
  public abstract RegressionFit fit(RegressionSpec spec);

  /** Reads into memory the columns of a design and of tables of domains, and numbers. */
  public final SurveyTable read(
      Design design, List<DomainTable> tables, Collection<String> numbers) {
    return read(NeededColumns.of(design, tables, numbers));
  }

  abstract SurveyTable read(NeededColumns needed);

  private static final class InFile extends SurveyInput {
    private final Source file;
    private final Map<String, String> stored;

    private InFile(Source file, Map<String, String> stored) {
      this.file = file;
      this.stored = stored;
    }

    @Override
    public SurveyInput with(Map<String, String> further) {
      Map<String, String> all = new HashMap<>(stored);
      all.putAll(known(further));
      return new InFile(file, all);
    }

    @Override
    public SurveyInput crossed(Design design, Crossing crossing) {
      return of(read(design, tables(crossing), List.of())).crossed(design, crossing);
    }

    private static List<DomainTable> tables(Crossing crossing) {
      List<String> columns = new ArrayList<>(crossing.domain().keySet());
      columns.add(crossing.rows());
      columns.add(crossing.columns());
      return List.of(new DomainTable(crossing.cell(), columns));
    }

    private String stored(String column) {
      return stored.getOrDefault(column, column);
    }

    @Override
    public String name() {
      return file.name();
    }

    @Override
    public List<String> columns() {
      try (TableReader reader = TableFile.open(file, List.of())) {
        return Stream.concat(
                reader.schema().variables().stream().map(Variable::name),
                stored.keySet().stream().sorted())
            .distinct()
            .toList();
      }
    }

    @Override
    SurveyTable read(NeededColumns needed) {
      SurveyTable table = SurveyTableReader.read(file, needed.of(this::stored));
      stored.forEach(
          (name, column) -> {
            if (table.names().contains(column)) {
              table.repeat(column, name);
            }
          });
      return table;
    }

    @Override
    public Estimates estimate(
        Design design, List<Outcome> outcomes, List<DomainTable> tables, Retain retain) {
      SurveyTable table = read(NeededColumns.of(design, tables, outcomes));
      return of(table).estimate(design, outcomes, tables, retain);
    }

    @Override
    public RegressionFit fit(RegressionSpec spec) {
      Set<String> texts = new LinkedHashSet<>(spec.asStored());
      try (TableReader reader = TableFile.open(file, List.of())) {
        reader.schema().variables().stream()
            .filter(variable -> variable.type() == VariableType.NUMBER)
            .map(Variable::name)
            .forEach(number -> texts.removeIf(column -> stored(column).equals(number)));
      }

      SurveyTable rows = read(NeededColumns.of(spec, texts));
      if (TableFile.format(file) == FileFormat.DELIMITED) {
        texts.removeIf(rows::holdsNumbers);
      }

      ModelInput input = TableEncoder.calibrated(rows, ModelInput.of(spec, texts));
      return Regression.fit(TableEncoder.encode(rows, input), input);
    }
  }

  private static final class InMemory extends SurveyInput {
    private final SurveyTable table;

    private InMemory(SurveyTable table) {
      this.table = table;
    }

    @Override
    public SurveyInput with(Map<String, String> stored) {
      SurveyTable extended = table.copy();
      known(stored).forEach((name, column) -> extended.repeat(column, name));
      return of(extended);
    }

    @Override
    public SurveyInput crossed(Design design, Crossing crossing) {
      return of(crossing.in(table));
    }

    @Override
    public String name() {
      return table.source();
    }

    @Override
    public List<String> columns() {
      return List.copyOf(table.names());
    }

    @Override
    SurveyTable read(NeededColumns needed) {
      return table;
    }

    @Override
    public Estimates estimate(
        Design design, List<Outcome> outcomes, List<DomainTable> tables, Retain retain) {
      SurveyTable extended = table.copy();
      List<Outcome> all = new ArrayList<>();
      for (Outcome outcome : outcomes) {
        all.addAll(
            outcome.statistic() == Statistic.PROPORTION
                ? CategoryShares.proportions(extended, outcome.numerator())
                : List.of(outcome));
      }

      return InMemoryEstimator.estimate(extended, null, design, all, tables);
    }

    @Override
    public RegressionFit fit(RegressionSpec spec) {
      ModelInput input = TableEncoder.input(table, spec);
      return Regression.fit(TableEncoder.encode(table, input), input);
    }
  }

  private static final class InSpark extends SurveyInput {
    private final Dataset<Row> data;
    private final String name;

    private InSpark(Dataset<Row> data, String name) {
      this.data = data;
      this.name = name;
    }

    @Override
    public SurveyInput with(Map<String, String> stored) {
      Dataset<Row> extended = data;
      for (Map.Entry<String, String> column : known(stored).entrySet()) {
        extended = extended.withColumn(column.getKey(), SparkColumns.of(column.getValue()));
      }

      return of(extended, name);
    }

    @Override
    public SurveyInput crossed(Design design, Crossing crossing) {
      return of(SparkColumns.crossed(data, name, crossing), name);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<String> columns() {
      return Arrays.asList(data.columns());
    }

    @Override
    SurveyTable read(NeededColumns needed) {
      require(needed);
      return SparkColumns.collect(data, name, needed.numbers(), needed.texts());
    }

    private void require(NeededColumns needed) {
      SparkColumns.require(data, name, needed.texts());
      SparkColumns.require(data, name, needed.numbers());
    }

    @Override
    public Estimates estimate(
        Design design, List<Outcome> outcomes, List<DomainTable> tables, Retain retain) {
      require(NeededColumns.of(design, tables, outcomes));
      Dataset<Row> extended = data;
      List<Outcome> all = new ArrayList<>();
      for (Outcome outcome : outcomes) {
        List<String> categories =
            outcome.statistic() == Statistic.PROPORTION
                ? SparkColumns.categories(data, name, outcome.numerator())
                : List.of();
        for (String category : categories) {
          String share = CategoryShares.name(outcome.numerator(), category);
          extended =
              extended.withColumn(
                  share, SparkColumns.identifier(data, outcome.numerator()).equalTo(category));
          all.add(Outcome.proportion(share));
        }

        if (categories.isEmpty()) {
          all.add(outcome);
        }
      }

      return SurveyEngine.estimate(extended, null, design, all, tables, retain);
    }

    @Override
    public RegressionFit fit(RegressionSpec spec) {
      return SparkRows.fit(data, name, spec);
    }
  }
}

package org.quipu.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.quipu.NearestNames;
import org.quipu.Provenance;
import org.quipu.file.Source;
import org.quipu.job.CompareJob;
import org.quipu.job.EstimateJob.QuantileOf;
import org.quipu.job.EstimateJob.WelfareOf;
import org.quipu.job.Survey;
import org.quipu.spark.SurveyInput;
import org.quipu.survey.Crossing;
import org.quipu.survey.Design;
import org.quipu.survey.GroupTest;
import org.quipu.survey.Outcome;
import org.quipu.survey.PovertyLine;
import org.quipu.survey.SurveyTable;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.Formula;

/**
 * A survey with its sampling design. Estimates are of the whole population until {@link
 * Estimation#by} names tables of domains:
 *
 * <pre>{@code
 * var api = SurveyData.read("apiclus1.csv", Design.clusters("dnum").weights("pw").fpc("fpc"));
 * System.out.println(api.mean("api00").by("stype"));
 * }</pre>
 *
 * <p>Rows are never left out to look at a part of the population: a row without a value stays in
 * the design, and parts are domains. A column that does not exist is refused at once, with those
 * that do; letter case matters, as in R.
 */
public final class SurveyData {
  private final Survey survey;
  private final List<String> columns;

  private SurveyData(List<SurveyInput> imputations, Design design) {
    this(Survey.of(imputations, design));
  }

  SurveyData(Survey survey) {
    this.survey = survey;
    this.columns = survey.imputations().get(0).columns();
    Design design = survey.design();
    require(design.clusters());
    require(design.fpc());
    require(design.replicates().columns());
    Stream.ofNullable(design.stratum()).map(List::of).forEach(this::require);
    Stream.ofNullable(design.weight()).map(List::of).forEach(this::require);
    if (design.calibration() != null) {
      require(design.calibration().texts());
      require(design.calibration().numbers());
    }
  }

  /**
   * A file: CSV, SPSS, Stata or Parquet, by path, by URI, or in a zip as {@code ZIP!/ENTRY}. Only
   * the columns that an estimate needs are read.
   */
  public static SurveyData read(String file, Design design) {
    return read(List.of(file), design);
  }

  /**
   * The imputations of a survey, a file each, from which all that is estimated is pooled by Rubin's
   * rules; they have the same columns.
   *
   * @param files one at least
   */
  public static SurveyData read(List<String> files, Design design) {
    return new SurveyData(
        files.stream().map(file -> SurveyInput.of(Source.of(file))).toList(), design);
  }

  /** A Spark table of any size. */
  public static SurveyData of(Dataset<Row> data, Design design) {
    return new SurveyData(List.of(SurveyInput.of(data, "Spark table")), design);
  }

  /** Columns in memory. */
  public static SurveyData of(SurveyTable columns, Design design) {
    return new SurveyData(List.of(SurveyInput.of(columns.copy())), design);
  }

  /**
   * The same survey with a variable whose imputations are columns, from which all that is estimated
   * is pooled by Rubin's rules.
   *
   * @param name that stands for each of them in turn
   * @param columns two at least, and as many for each variable
   */
  public SurveyData imputed(String name, String... columns) {
    require(Arrays.asList(columns));
    List<SurveyInput> imputations = survey.imputations();
    boolean first = imputations.size() == 1;
    if (columns.length < 2 || (!first && columns.length != imputations.size())) {
      throw new IllegalArgumentException(
          "%d imputations of %s, not %s"
              .formatted(columns.length, name, first ? "two or more" : imputations.size()));
    }

    return new SurveyData(
        new Survey(
            IntStream.range(0, columns.length)
                .mapToObj(i -> imputations.get(first ? 0 : i).with(Map.of(name, columns[i])))
                .toList(),
            survey.design(),
            survey.years(),
            survey.source()));
  }

  /** The names of all columns. */
  public List<String> columns() {
    return columns;
  }

  /** Means of columns. */
  public Estimation mean(String... outcomes) {
    return estimation(outcomes, Outcome::mean);
  }

  /** Totals of columns. */
  public Estimation total(String... outcomes) {
    return estimation(outcomes, Outcome::total);
  }

  /** Proportions of columns of 0 and 1, or of each category of others. */
  public Estimation proportion(String... outcomes) {
    return estimation(outcomes, Outcome::proportion);
  }

  /** The ratio of two columns' totals. */
  public Estimation ratio(String numerator, String denominator) {
    require(List.of(denominator));
    return estimation(new String[] {numerator}, column -> Outcome.ratio(column, denominator));
  }

  /** Quantiles of a column, such as 0.25, 0.5 and 0.75, with Woodruff's intervals. */
  public Estimation quantile(String outcome, double... shares) {
    require(List.of(outcome));
    List<QuantileOf> quantiles = new ArrayList<>();
    for (double share : shares) {
      quantiles.add(new QuantileOf(outcome, share));
    }

    return Estimation.of(this, List.of(), quantiles, List.of());
  }

  /** Gini's coefficients of columns, with linearized standard errors. */
  public Estimation gini(String... outcomes) {
    return welfare(Optional.empty(), outcomes);
  }

  /**
   * The share of the poor, the poverty gap and the severity of poverty of columns (Foster, Greer
   * and Thorbecke), and the line where it is a share of the median, with linearized standard
   * errors.
   */
  public Estimation poverty(PovertyLine line, String... outcomes) {
    return welfare(Optional.of(line), outcomes);
  }

  private Estimation welfare(Optional<PovertyLine> line, String... outcomes) {
    require(Arrays.asList(outcomes));
    return Estimation.of(
        this,
        List.of(),
        List.of(),
        Stream.of(outcomes).map(outcome -> new WelfareOf(outcome, line)).toList());
  }

  /**
   * A regression, with the standard errors of the design: {@code regression("violence ~ age_group +
   * education * residence", Family.LOGISTIC)}. Columns of texts are factors.
   *
   * @param formula in the notation of R; see {@link org.quipu.survey.regression.Formula}
   */
  public Regressed regression(String formula, Family family) {
    return Regressed.of(this, Formula.of(formula), family);
  }

  /**
   * A table of two columns of categories, with tests of their independence.
   *
   * @throws IllegalArgumentException where both are one
   */
  public Crosstabulated crosstab(String rows, String columns) {
    require(List.of(rows, columns));
    return new Crosstabulated(this, new Crossing(rows, columns, Map.of()));
  }

  /**
   * Whether a column of numbers differs between the groups of another: the t test of means and
   * Wilcoxon's of ranks, or {@linkplain Compared#by others}.
   *
   * @throws IllegalArgumentException where both are one
   */
  public Compared compare(String outcome, String groups) {
    require(List.of(outcome, groups));
    if (outcome.equals(groups)) {
      throw new IllegalArgumentException("a column is not compared with itself: " + outcome);
    }

    return new Compared(
        this,
        new CompareJob.Groups(groups, List.of(GroupTest.T, GroupTest.WILCOXON)),
        outcome,
        Map.of());
  }

  /** Whether the mean of a column in the population is a value, by the t test. */
  public Compared compare(String outcome, double value) {
    require(List.of(outcome));
    return new Compared(this, new CompareJob.Value(value), outcome, Map.of());
  }

  private Estimation estimation(String[] names, Function<String, Outcome> outcome) {
    require(Arrays.asList(names));
    return Estimation.of(this, Stream.of(names).map(outcome).toList(), List.of(), List.of());
  }

  Survey survey() {
    return survey;
  }

  /** What is printed below all that is estimated from it. */
  List<String> warnings() {
    return survey.source() == Provenance.SYNTHETIC ? List.of("synthetic data") : List.of();
  }

  void require(List<String> names) {
    for (String name : names) {
      if (!columns.contains(name)) {
        throw NearestNames.noColumn(survey.imputations().get(0).name(), name, columns);
      }
    }
  }
}

package org.quipu.job;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.quipu.UserException;
import org.quipu.file.Numbers;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;
import org.quipu.file.Variable;
import org.quipu.spark.SparkColumns;
import org.quipu.spark.SurveyEngine;
import org.quipu.store.EstimateRow;
import org.quipu.survey.CategoryShares;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimate;
import org.quipu.survey.Estimates;
import org.quipu.survey.InMemoryEstimator;
import org.quipu.survey.Interval;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.Outcome;
import org.quipu.survey.Quantile;
import org.quipu.survey.ReplicateWeights;
import org.quipu.survey.Replication;
import org.quipu.survey.Retain;
import org.quipu.survey.Statistic;
import org.quipu.survey.SurveyTable;

/**
 * What {@code estimate} does once its options are known.
 *
 * @param replicates made of cluster totals; null where none are
 * @param fileReplicates columns of replicate weights, or beginnings of their names with a star
 */
public record EstimateJob(
    List<String> columns,
    String denominator,
    Design design,
    List<DomainTable> tables,
    Statistic statistic,
    List<Double> quantiles,
    IntervalMethod interval,
    Replication replicates,
    List<String> fileReplicates,
    double fay,
    Progress progress) {

  /** A file that is read into memory: no Spark. */
  public List<EstimateRow> run(Source source) {
    Design whole = design;
    if (!fileReplicates.isEmpty()) {
      try (TableReader reader = TableFile.open(source, List.of())) {
        whole =
            withReplicates(
                reader.schema().variables().stream().map(Variable::name).toList(), source.name());
      }
    }

    return run(SurveyTableReader.read(source, numbers(whole), texts()), whole);
  }

  /** The columns that name strata, clusters and domains. */
  private Set<String> texts() {
    Set<String> texts = new LinkedHashSet<>(design.clusters());
    if (design.stratum() != null) {
      texts.add(design.stratum());
    }

    tables.forEach(table -> texts.addAll(table.columns()));
    if (statistic == Statistic.PROPORTION) {
      texts.addAll(columns);
    }

    return texts;
  }

  /** The columns that are computed with. */
  private Set<String> numbers(Design whole) {
    Set<String> numbers = new LinkedHashSet<>(design.fpc());
    numbers.addAll(whole.replicates().columns());
    Stream.of(design.weight(), denominator).filter(Objects::nonNull).forEach(numbers::add);
    if (statistic != Statistic.PROPORTION) {
      numbers.addAll(columns);
    }

    return numbers;
  }

  private List<EstimateRow> run(SurveyTable table, Design whole) {
    if (!quantiles.isEmpty()) {
      return quantiles(table);
    }

    List<Outcome> outcomes = new ArrayList<>();
    for (String column : columns) {
      if (statistic == Statistic.PROPORTION) {
        outcomes.addAll(CategoryShares.proportions(table, column));
      } else {
        outcomes.add(outcome(column));
      }
    }

    return rows(InMemoryEstimator.estimate(table, null, whole, outcomes, tables));
  }

  /** A Parquet file or folder, of any size; quantiles read the columns that they need to memory. */
  public List<EstimateRow> run(Dataset<Row> data, String name) {
    SparkColumns.require(data, name, texts());
    SparkColumns.require(data, name, numbers(design));
    if (!quantiles.isEmpty()) {
      return quantiles(SparkColumns.collect(data, name, numbers(design), texts()));
    }

    Design whole =
        fileReplicates.isEmpty() ? design : withReplicates(List.of(data.columns()), name);
    Dataset<Row> extended = data;
    List<Outcome> outcomes = new ArrayList<>();
    for (String column : columns) {
      List<String> categories =
          statistic == Statistic.PROPORTION
              ? SparkColumns.categories(data, name, column)
              : List.of();
      for (String category : categories) {
        String share = CategoryShares.name(column, category);
        extended = extended.withColumn(share, SparkColumns.of(column).equalTo(category));
        outcomes.add(Outcome.proportion(share));
      }

      if (categories.isEmpty()) {
        outcomes.add(outcome(column));
      }
    }

    Retain retain = replicates == null ? Retain.NOTHING : Retain.CLUSTERS;
    return rows(SurveyEngine.estimate(extended, null, whole, outcomes, tables, retain));
  }

  private Outcome outcome(String column) {
    return denominator == null
        ? new Outcome(column, statistic, column, null)
        : Outcome.ratio(column, denominator);
  }

  private List<EstimateRow> rows(Estimates estimates) {
    estimates
        .lonelyStrata()
        .values()
        .forEach(
            strata -> {
              if (!strata.isEmpty()) {
                progress.warn(
                    "one cluster only in "
                        + strata.size()
                        + " strata, treated as "
                        + design.lonely().name().toLowerCase(Locale.ROOT)
                        + ": "
                        + String.join(", ", strata));
              }
            });
    Estimates replicated = replicates == null ? estimates : estimates.replicated(replicates);
    return replicated.all().stream()
        .map(
            each ->
                row(
                    each,
                    each.outcome().name(),
                    each.outcome().statistic().label(),
                    each.estimate(),
                    each.standardError(),
                    each.interval(method(each)),
                    each.deff()))
        .toList();
  }

  /** Some methods are of proportions alone; other statistics then have Wald's. */
  private IntervalMethod method(Estimate estimate) {
    return interval.appliesTo(estimate.outcome().statistic()) ? interval : IntervalMethod.WALD;
  }

  private List<EstimateRow> quantiles(SurveyTable table) {
    List<EstimateRow> rows = new ArrayList<>();
    for (String column : columns) {
      for (double share : quantiles) {
        for (DomainTable domains : tables) {
          for (Quantile each : Quantile.estimate(table, design, column, share, domains)) {
            String statistic = "quantile_" + Numbers.shortest(share);
            rows.add(
                row(
                    each.below(),
                    column,
                    statistic,
                    each.value(),
                    each.standardError(),
                    each.interval(),
                    Double.NaN));
          }
        }
      }
    }

    return rows;
  }

  private static EstimateRow row(
      Estimate domain,
      String outcome,
      String statistic,
      double estimate,
      double standardError,
      Interval interval,
      double deff) {
    return new EstimateRow(
        outcome,
        domain.table().name(),
        domain.domain(),
        statistic,
        estimate,
        standardError,
        interval.low(),
        interval.high(),
        100 * standardError / Math.abs(estimate),
        deff,
        domain.df(),
        domain.n(),
        domain.weightedN(),
        domain.psus(),
        domain.strata());
  }

  private Design withReplicates(List<String> names, String source) {
    return design.withReplicates(ReplicateWeights.fay(resolve(names, source), fay));
  }

  private List<String> resolve(List<String> names, String source) {
    List<String> resolved = new ArrayList<>();
    for (String wanted : fileReplicates) {
      boolean star = wanted.endsWith("*");
      String start = star ? wanted.substring(0, wanted.length() - 1) : wanted;
      List<String> found =
          names.stream()
              .filter(name -> star ? name.startsWith(start) : name.equalsIgnoreCase(start))
              .toList();
      if (found.isEmpty()) {
        throw UserException.input(
            source,
            "no column of replicate weights " + wanted,
            "jk1, jkn, bootstrap, or columns of the file",
            "Check --replicates.");
      }

      resolved.addAll(found);
    }

    return resolved;
  }
}

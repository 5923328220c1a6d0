package org.quipu.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.YearRange;
import org.quipu.association.AssociationSpec;
import org.quipu.association.CoverageNotes;
import org.quipu.association.Region;
import org.quipu.association.TestFamily;
import org.quipu.endes.Dimensions;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;

/**
 * Questions of association from CSV files of changes and of coverage, without ENDES and without a
 * store. Indicators, measures and regions are whatever the files call them.
 *
 * @param changes domain, change, standard_error; indicator if several; and where known
 *     percent_from, standard_error_from, covariance
 * @param coverage region, coverage; measure if several
 * @param covariates region or area, and columns of numbers; null for none
 */
public record AssociationFiles(Path changes, Path coverage, Path covariates) {
  static final String NAME_THE_COLUMN = "Name the column in the first line.";

  /** One change as its file has it. */
  private record Change(
      double change, double error, double level, double levelError, double covariance) {}

  /** A column's numbers by region; the years that all of them are of, null where not known. */
  private record Series<T>(Map<String, T> regions, YearRange years) {
    static <T> Series<T> of(YearRange years) {
      return new Series<>(new LinkedHashMap<>(), years);
    }
  }

  /**
   * An indicator and a measure that are not compared, because the coverage is of years outside the
   * change.
   */
  public record Outside(String indicator, YearRange years, String measure, YearRange window) {}

  /** Each indicator against each measure. */
  public record Questions(List<Question> questions, List<Outside> outside) {}

  /** Reads the files. */
  public Questions read() {
    Map<String, Series<Change>> indicators = readChanges();
    Map<String, Series<Double>> measures = readCoverage();
    Covariates others =
        covariates == null
            ? Covariates.NONE
            : Covariates.read(covariates, UnaryOperator.identity());
    Questions all = new Questions(new ArrayList<>(), new ArrayList<>());
    indicators.forEach(
        (indicator, change) ->
            measures.forEach(
                (measure, reached) -> {
                  if (outside(change.years(), reached.years())) {
                    all.outside.add(
                        new Outside(indicator, change.years(), measure, reached.years()));
                  } else {
                    all.questions.add(
                        Question.ofFiles(
                            new AssociationSpec(
                                indicator,
                                measure,
                                change.years(),
                                reached.years(),
                                regions(change, reached, others),
                                others.names(),
                                List.of(),
                                CoverageNotes.NONE,
                                TestFamily.ALL)));
                  }
                }));
    return all;
  }

  private static boolean outside(YearRange change, YearRange window) {
    return change != null
        && window != null
        && (window.from() < change.from() || window.to() > change.to());
  }

  private static List<Region> regions(
      Series<Change> changes, Series<Double> reached, Covariates others) {
    List<Region> regions = new ArrayList<>();
    changes
        .regions()
        .forEach(
            (region, change) ->
                regions.add(
                    new Region(
                        region,
                        change.change(),
                        change.error(),
                        change.level(),
                        change.levelError(),
                        change.covariance(),
                        reached.regions().getOrDefault(region, Double.NaN),
                        others.of(region))));
    return regions;
  }

  private Map<String, Series<Change>> readChanges() {
    List<String> columns =
        List.of(
            "domain",
            "change",
            "standard_error",
            "indicator",
            "by",
            "from_year",
            "to_year",
            "percent_from",
            "standard_error_from",
            "covariance");
    Map<String, Series<Change>> indicators = new LinkedHashMap<>();
    try (TableReader table = TableFile.open(Source.file(changes), columns)) {
      require(table, changes, 3);
      while (table.next()) {
        String region = table.text(0);
        boolean ofRegions = !table.has(4) || Dimensions.REGION.equals(table.text(4));
        if (region == null || region.equals(Regions.NATIONAL) || !ofRegions) {
          continue;
        }

        double covariance = table.number(9);
        add(
            indicators,
            key(table, 3, "indicator"),
            region,
            new Change(
                table.number(1),
                table.number(2),
                table.number(7),
                table.number(8),
                Double.isNaN(covariance) ? 0 : covariance),
            years(table, 5, changes),
            where(table, changes));
      }
    }

    return indicators;
  }

  private Map<String, Series<Double>> readCoverage() {
    List<String> columns = List.of("region", "coverage", "measure", "from_year", "to_year");
    Map<String, Series<Double>> measures = new LinkedHashMap<>();
    try (TableReader table = TableFile.open(Source.file(coverage), columns)) {
      require(table, coverage, 2);
      while (table.next()) {
        String region = table.text(0);
        if (region == null || region.equals(Regions.NATIONAL)) {
          continue;
        }

        add(
            measures,
            key(table, 2, "coverage"),
            region,
            table.number(1),
            years(table, 3, coverage),
            where(table, coverage));
      }
    }

    return measures;
  }

  /** Requires that the first columns that were asked for are in the file. */
  static void require(TableReader table, Path file, int required) {
    for (int i = 0; i < required; i++) {
      if (!table.has(i)) {
        throw UserException.input(
            file.toString(),
            "no column " + table.columns().get(i),
            "the columns " + String.join(", ", table.columns().subList(0, required)),
            NAME_THE_COLUMN);
      }
    }
  }

  private static String key(TableReader table, int column, String otherwise) {
    return table.has(column) && table.text(column) != null ? table.text(column) : otherwise;
  }

  private static String where(TableReader table, Path file) {
    return file + ", row " + table.row();
  }

  /** The years of a row; null where the file does not have both. */
  private static YearRange years(TableReader table, int first, Path file) {
    boolean known =
        table.has(first)
            && table.has(first + 1)
            && !table.isMissing(first)
            && !table.isMissing(first + 1);
    if (!known) {
      return null;
    }

    int from = (int) table.number(first);
    int to = (int) table.number(first + 1);
    if (from > to) {
      throw UserException.input(
          where(table, file),
          "from_year " + from + " and to_year " + to,
          "a from_year that is not after its to_year",
          "Correct the years of the row.");
    }

    return new YearRange(from, to);
  }

  private static <T> void add(
      Map<String, Series<T>> all,
      String key,
      String region,
      T value,
      YearRange years,
      String where) {
    Series<T> series = all.computeIfAbsent(key, any -> Series.of(years));
    if (!Objects.equals(series.years(), years)) {
      throw UserException.input(
          where,
          "%s of %s, other rows of %s".formatted(key, written(years), written(series.years())),
          "one pair of years for all regions of an indicator or measure",
          "Keep the rows of one pair of years.");
    }
    if (series.regions().put(region, value) != null) {
      throw UserException.input(
          where,
          region + " again",
          "each region once for an indicator or measure",
          "Keep one row of each.");
    }
  }

  private static String written(YearRange years) {
    return years == null ? "no years" : years.from() + "-" + years.to();
  }
}

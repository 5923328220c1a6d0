package org.quipu.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.quipu.Coded;
import org.quipu.UserException;

/**
 * A table of two columns of categories, as shares of the population (R: {@code svytable}, {@code
 * svyby} and {@code svychisq}).
 *
 * @param rows categories of the rows, in natural order
 * @param columns categories of the columns
 * @param cells of the whole table row by row, then of its rows, then of its columns
 * @param tests none where a column has a single category, or without degrees of freedom
 * @param sample what was sampled of the rows that are counted
 */
public record Crosstab(
    List<String> rows,
    List<String> columns,
    List<Cell> cells,
    List<Independence> tests,
    DomainSample sample) {
  /** What a cell is a share of. */
  public enum Share implements Coded {
    TOTAL,
    ROW,
    COLUMN
  }

  /**
   * The share of a cell.
   *
   * @param estimate from 0 to 1
   * @param interval logit; NaN where the precision is not known
   * @param df degrees of freedom
   * @param cases answers in it
   * @param base what was sampled of what it is a share of
   * @param missingInformation the share of the information on it that missing values took away; NaN
   *     where no imputations were pooled
   */
  public record Cell(
      String row,
      String column,
      Share of,
      double estimate,
      double standardError,
      Interval interval,
      double deff,
      double df,
      long cases,
      DomainSample base,
      double missingInformation) {}

  /** The outcomes from which a crosstab is made: the share of each cell, and how many there are. */
  public static List<Outcome> outcomes(Crossing crossing) {
    return List.of(Outcome.proportion(crossing.cell()), Outcome.total(crossing.counted()));
  }

  /** The domains in which they are estimated: all, each row, each column. */
  public static List<DomainTable> tables(Crossing crossing) {
    return List.of(
        DomainTable.NATIONAL,
        new DomainTable(crossing.rows(), List.of(crossing.rows())),
        new DomainTable(crossing.columns(), List.of(crossing.columns())));
  }

  /**
   * Makes a crosstab.
   *
   * @param estimates of {@link #outcomes} in {@link #tables}, with their covariances
   * @throws UserException if no row has both columns
   */
  public static Crosstab of(Crossing crossing, Estimates estimates) {
    Map<String, Estimate> whole = new HashMap<>();
    String start = CategoryShares.name(crossing.cell(), "");
    Estimate total = null;
    for (Estimate each : estimates.all()) {
      boolean national = each.table().equals(DomainTable.NATIONAL);
      if (national && each.outcome().name().equals(crossing.counted())) {
        total = each;
      } else if (national && each.outcome().name().startsWith(start)) {
        whole.put(each.outcome().name().substring(start.length()), each);
      }
    }

    if (total == null || total.n() == 0 || whole.isEmpty()) {
      throw UserException.input(
          "columns " + crossing.rows() + " and " + crossing.columns(),
          "no row with a weight and a value of both",
          "rows to tabulate",
          "Check the columns and the domain");
    }

    return new Maker(crossing, estimates, whole, total).crosstab();
  }

  /** Puts the cells in their order and looks up the estimates of each. */
  private record Maker(
      Crossing crossing, Estimates estimates, Map<String, Estimate> whole, Estimate total) {
    private Crosstab crosstab() {
      List<String> rows = categories(true);
      List<String> columns = categories(false);
      List<Cell> cells = new ArrayList<>();
      for (Share share : Share.values()) {
        for (String row : rows) {
          columns.forEach(column -> cells.add(cell(row, column, share)));
        }
      }

      return new Crosstab(rows, columns, cells, tests(rows, columns), total.sample());
    }

    private List<String> categories(boolean ofRow) {
      TreeSet<String> categories = new TreeSet<>(NaturalOrder.ORDER);
      whole.keySet().forEach(cell -> categories.add(Crossing.category(cell, ofRow)));
      return List.copyOf(categories);
    }

    private Cell cell(String row, String column, Share share) {
      Estimate base =
          switch (share) {
            case TOTAL -> total;
            case ROW -> find(crossing.counted(), crossing.rows(), row);
            case COLUMN -> find(crossing.counted(), crossing.columns(), column);
          };
      String name = Crossing.cell(row, column);
      if (!whole.containsKey(name)) {
        return new Cell(
            row,
            column,
            share,
            0,
            0,
            Interval.NONE,
            Double.NaN,
            base.df(),
            0,
            base.sample(),
            Double.NaN);
      }

      Estimate estimate =
          find(CategoryShares.name(crossing.cell(), name), base.table().name(), base.domain());
      return new Cell(
          row,
          column,
          share,
          estimate.estimate(),
          estimate.standardError(),
          estimate.interval(IntervalMethod.LOGIT),
          estimate.deff(),
          estimate.df(),
          estimate.cases(),
          estimate.sample(),
          Double.NaN);
    }

    private Estimate find(String outcome, String table, String domain) {
      return estimates.find(null, outcome, table, domain).orElseThrow();
    }

    private List<Independence> tests(List<String> rows, List<String> columns) {
      List<Estimate> there = new ArrayList<>();
      List<Integer> at = new ArrayList<>();
      double[] p = new double[rows.size() * columns.size()];
      for (int i = 0; i < p.length; i++) {
        Estimate estimate =
            whole.get(Crossing.cell(rows.get(i / columns.size()), columns.get(i % columns.size())));
        if (estimate != null) {
          p[i] = estimate.estimate();
          there.add(estimate);
          at.add(i);
        }
      }

      there.add(total);
      at.add(p.length);
      double[][] known = estimates.covariances(there);
      double[][] covariance = new double[p.length + 1][p.length + 1];
      for (int i = 0; i < at.size(); i++) {
        for (int j = 0; j < at.size(); j++) {
          covariance[at.get(i)][at.get(j)] = known[i][j];
        }
      }

      return Independence.of(
          rows.size(), p, total.estimate(), covariance, total.sample().designDf());
    }
  }
}

package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.survey.Crosstab;
import org.quipu.survey.Crosstab.Share;

/**
 * One row of the {@code crosstab} table: the share of a cell, from 0 to 1.
 *
 * @param row category of the row
 * @param column category of the column
 * @param of what it is a share of: the whole table, its row or its column
 * @param n answers in what it is a share of, unweighted
 * @param cases answers in the cell
 * @param weightedN sum of the weights of the answers in what it is a share of
 * @param source of the data; empty where that is not known
 * @param missingInformation the share of the information on it that missing values took away; empty
 *     where no imputations were pooled
 */
public record CrosstabRow(
    String row,
    String column,
    Share of,
    double estimate,
    double standardError,
    double ciLow,
    double ciHigh,
    double deff,
    double df,
    long n,
    long cases,
    double weightedN,
    Provenance source,
    double missingInformation) {
  /** A cell as a row. */
  public static CrosstabRow of(Crosstab.Cell cell, Provenance source) {
    return new CrosstabRow(
        cell.row(),
        cell.column(),
        cell.of(),
        cell.estimate(),
        cell.standardError(),
        cell.interval().low(),
        cell.interval().high(),
        cell.deff(),
        cell.df(),
        cell.base().n(),
        cell.cases(),
        cell.base().weightedN(),
        source,
        cell.missingInformation());
  }
}

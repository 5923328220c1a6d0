package org.quipu.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.Provenance;
import org.quipu.YearRange;
import org.quipu.endes.Dimensions;
import org.quipu.panel.Panel;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.quality.QualityMark;

/** The levels of one indicator by region and year that have a standard error, in percent. */
public record RegionSeries(List<PrevalenceRow> rows) {

  /** What may explain a region's level in a year; empty where it is not known. */
  interface Covariate {
    OptionalDouble of(String region, int year);
  }

  /** The levels in these years, both included. */
  public static RegionSeries of(List<PrevalenceRow> prevalence, String indicator, YearRange years) {
    return new RegionSeries(
        prevalence.stream()
            .filter(row -> row.by().equals(Dimensions.REGION) && row.indicator().equals(indicator))
            .filter(row -> row.year() >= years.from() && row.year() <= years.to())
            .filter(row -> row.standardError() > 0)
            .sorted(
                Comparator.comparing(PrevalenceRow::domain).thenComparingInt(PrevalenceRow::year))
            .toList());
  }

  RegionSeries without(List<String> regions) {
    return new RegionSeries(rows.stream().filter(row -> !regions.contains(row.domain())).toList());
  }

  /** The years of which there are levels. */
  List<Integer> years() {
    return rows.stream().map(PrevalenceRow::year).distinct().sorted().toList();
  }

  Panel panel() {
    return panel(rows, List.of(), null);
  }

  /** The panel of the rows of which the covariate is known. */
  Panel panel(String term, Covariate covariate) {
    List<PrevalenceRow> known = new ArrayList<>();
    RealVector column = new ArrayRealVector();
    for (PrevalenceRow row : rows) {
      OptionalDouble value = covariate.of(row.domain(), row.year());
      if (value.isPresent()) {
        known.add(row);
        column = column.append(value.getAsDouble());
      }
    }

    return panel(known, List.of(term), column);
  }

  private static Panel panel(List<PrevalenceRow> rows, List<String> terms, RealVector column) {
    return new Panel(
        rows.stream().map(PrevalenceRow::domain).toList(),
        rows.stream().map(PrevalenceRow::year).toList(),
        new ArrayRealVector(rows.stream().mapToDouble(PrevalenceRow::percent).toArray()),
        new ArrayRealVector(
            rows.stream().mapToDouble(row -> Math.pow(row.standardError(), 2)).toArray()),
        terms,
        column == null || column.getDimension() == 0
            ? null
            : MatrixUtils.createColumnRealMatrix(column.toArray()));
  }

  /** Where the levels come from: the furthest from INEI's own microdata. */
  Optional<Provenance> source() {
    return rows.stream().map(PrevalenceRow::source).reduce(Provenance::merge);
  }

  boolean synthetic() {
    return rows.stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC);
  }

  boolean approximated() {
    return rows.stream().anyMatch(row -> row.quality().has(QualityMark.SE_APPROXIMATED));
  }
}

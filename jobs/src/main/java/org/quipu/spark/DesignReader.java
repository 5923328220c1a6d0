package org.quipu.spark;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.quipu.survey.regression.RowPlace;

/** Reads the columns of a design. */
final class DesignReader {
  private final VectorReader strata;
  private final VectorReader clusters;
  private final VectorReader weights;
  private final VectorReader fpc;
  private final VectorReader units;
  private final VectorReader unitFpc;
  private final List<VectorReader> places;

  DesignReader(DesignFields fields, BatchReaders readers) {
    this.strata = readers.of(fields.stratum);
    this.clusters = readers.of(fields.cluster);
    this.weights = readers.of(fields.weight);
    this.fpc = readers.of(fields.fpc);
    this.units = readers.of(fields.unit);
    this.unitFpc = readers.of(fields.unitFpc);
    this.places =
        Stream.of(strata, clusters, units, fpc, unitFpc).filter(Objects::nonNull).toList();
  }

  boolean hasClusters() {
    return clusters != null;
  }

  boolean hasFpc() {
    return fpc != null;
  }

  boolean hasUnits() {
    return units != null;
  }

  /** Empty without strata. */
  String stratum(int row) {
    return strata == null ? "" : required(strata, row, "stratum");
  }

  String cluster(int row) {
    return clusters == null ? "" : required(clusters, row, "cluster");
  }

  String unit(int row) {
    return units == null ? "" : required(units, row, "second-stage unit");
  }

  /** 1 without weights. */
  double weight(int row) {
    return weights == null ? 1 : weights.number(row);
  }

  /** NaN without. */
  double fpc(int row) {
    return fpc == null ? Double.NaN : fpc.number(row);
  }

  /** NaN without. */
  double unitFpc(int row) {
    return unitFpc == null ? Double.NaN : unitFpc.number(row);
  }

  /** The first row after {@code from}, at most {@code to}, of another stratum. */
  int endOfStratum(int from, int to) {
    return strata == null ? to : strata.endOfRun(from, to);
  }

  /** The first row after {@code from}, at most {@code to}, of another cluster. */
  int endOfCluster(int from, int to) {
    return clusters == null ? to : clusters.endOfRun(from, to);
  }

  /** Where a row was sampled. */
  RowPlace place(int row) {
    return new RowPlace(stratum(row), cluster(row), unit(row), fpc(row), unitFpc(row));
  }

  /** The first row after {@code from}, at most {@code to}, of another place. */
  int endOfPlace(int from, int to) {
    int end = to;
    for (VectorReader reader : places) {
      end = reader.endOfRun(from, end);
    }

    return end;
  }

  /** An identifier; every row must have one. */
  static String required(VectorReader reader, int row, String what) {
    String id = reader.id(row);
    if (id == null) {
      throw DesignFields.lacks(what);
    }

    return id;
  }
}

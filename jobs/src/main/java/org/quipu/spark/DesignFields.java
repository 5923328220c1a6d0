package org.quipu.spark;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.quipu.UserException;
import org.quipu.spark.Selection.Field;
import org.quipu.survey.Design;
import org.quipu.survey.Identifiers;

/** The columns of a design; a part without a column is {@link Selection#NONE}. */
final class DesignFields implements Serializable {
  private static final long serialVersionUID = 1L;

  final Field stratum;
  final Field cluster;
  final Field weight;
  final Field fpc;

  /** The unit of the second stage and its finite population correction; both or neither. */
  final Field unit;

  final Field unitFpc;

  DesignFields(Design design, Selection selection) {
    this.stratum = design.stratum() == null ? Selection.NONE : selection.text(design.stratum());
    this.cluster =
        design.clusters().isEmpty() ? Selection.NONE : selection.text(design.clusters().get(0));
    this.unit = design.twoStages() ? selection.text(design.clusters().get(1)) : Selection.NONE;
    this.weight = design.weight() == null ? Selection.NONE : selection.number(design.weight());
    this.fpc = design.fpc().isEmpty() ? Selection.NONE : selection.number(design.fpc().get(0));
    this.unitFpc = design.twoStages() ? selection.number(design.fpc().get(1)) : Selection.NONE;
  }

  String stratum(Row row) {
    return stratum.isPresent() ? id(stratum, row, "stratum") : "";
  }

  String cluster(Row row) {
    return id(cluster, row, "cluster");
  }

  /** 1 without weights. */
  double weight(Row row) {
    return weight.isPresent() ? weight.number(row) : 1;
  }

  /** An identifier; every row must have one. */
  static String id(Field field, Row row, String what) {
    String text = field.text(row);
    if (text == null) {
      throw lacks(what);
    }

    return Identifiers.text(text);
  }

  /** The error of a row without a value that the design requires. */
  static UserException lacks(String what) {
    return new UserException(
        "a row has no " + what + "; every row must belong to the design. Fill it in");
  }
}

package org.quipu.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quipu.spark.Selection.Field;
import org.quipu.survey.regression.ModelInput;
import org.quipu.survey.regression.Quantity;
import org.quipu.survey.regression.RegressionSpec;

/** The columns that a regression reads and the role of each. */
final class RegressionSchema implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A column that tells which rows are looked at, and its values there. */
  record Wanted(Field field, Set<String> values) implements Serializable {}

  private final Selection selection = new Selection();
  final ModelInput input;
  final DesignFields design;
  final Field outcome;
  final List<Field> offsets;
  final List<Field> factors;
  final List<Field> numbers;

  /** In the order of the design. */
  final List<Field> replicates;

  final List<Wanted> domain = new ArrayList<>();

  /** The auxiliary variables of a calibration; null without. */
  final AuxiliaryFields auxiliary;

  RegressionSchema(ModelInput input) {
    RegressionSpec spec = input.spec();
    this.input = input;
    this.design = new DesignFields(spec.design(), selection);
    this.outcome = selection.number(spec.formula().response().column());
    this.offsets =
        spec.formula().offsets().stream().map(Quantity::column).map(selection::number).toList();
    this.factors = input.factors().stream().map(selection::text).toList();
    this.numbers = input.numbers().stream().map(selection::number).toList();
    this.replicates = spec.design().replicates().columns().stream().map(selection::number).toList();
    this.auxiliary =
        input.calibration() == null
            ? null
            : new AuxiliaryFields(spec.design().calibration(), selection);
    spec.domain()
        .forEach((column, values) -> domain.add(new Wanted(selection.text(column), values)));
  }

  Selection selection() {
    return selection;
  }
}

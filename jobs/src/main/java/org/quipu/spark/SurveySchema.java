package org.quipu.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.quipu.spark.Selection.Field;
import org.quipu.survey.Design;
import org.quipu.survey.kernel.EstimationPlan;

/**
 * The columns that an estimation reads and the role of each, shared by the query and the feeds. A
 * part of the design without a column is {@link Selection#NONE}.
 */
final class SurveySchema implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The column of an outcome that is answered by yes or no. */
  record Answer(int outcome, Field field) implements Serializable {}

  private final Selection selection = new Selection();

  /** Splits the data into surveys of their own, such as years. */
  final Field group;

  final DesignFields design;

  /** In the order of the plan. */
  final List<Field> dimensions;

  final List<Answer> answers;

  /** In the order of the plan. */
  final List<Field> numbers;

  /** In the order of the design. */
  final List<Field> replicates;

  /** The auxiliary variables of a calibration; null without. */
  final AuxiliaryFields auxiliary;

  /**
   * @param group the column that splits the data into surveys, or null
   */
  SurveySchema(EstimationPlan plan, Design design, String group) {
    this.group = group == null ? Selection.NONE : text(group);
    this.design = new DesignFields(design, selection);
    this.dimensions = plan.dimensions().stream().map(this::text).toList();
    List<Answer> bits = new ArrayList<>();
    for (int k = 0; k < plan.outcomes().size(); k++) {
      if (plan.isBit(k)) {
        bits.add(new Answer(k, number(plan.outcomes().get(k).numerator())));
      }
    }

    this.answers = List.copyOf(bits);
    this.numbers = plan.numbers().stream().map(this::number).toList();
    this.auxiliary =
        design.calibration() == null ? null : new AuxiliaryFields(design.calibration(), selection);
    this.replicates = design.replicates().columns().stream().map(this::number).toList();
  }

  private Field text(String column) {
    return selection.text(column);
  }

  private Field number(String column) {
    return selection.number(column);
  }

  Selection selection() {
    return selection;
  }

  /** The columns of {@link Selection#of} that identify a stratum. */
  Column[] stratumKeys() {
    return Stream.of(group, design.stratum)
        .filter(Field::isPresent)
        .map(Field::selected)
        .toArray(Column[]::new);
  }
}

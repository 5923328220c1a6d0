package org.quipu.survey;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.quipu.UserException;
import org.quipu.survey.kernel.EstimationPlan;
import org.quipu.survey.kernel.StratumRows;
import org.quipu.survey.kernel.SurveyAccumulator;

/** Estimates from a table in memory, by the same kernel that {@code org.quipu.spark} feeds. */
public final class InMemoryEstimator {
  private final SurveyTable table;
  private final EstimationPlan plan;
  private final Design design;

  private InMemoryEstimator(SurveyTable table, EstimationPlan plan, Design design) {
    this.table = table;
    this.plan = plan;
    this.design = design;
  }

  /**
   * Estimates every outcome in every domain of the tables, with their covariances.
   *
   * @param group the column that splits the data into surveys of their own (the year), or null
   */
  public static Estimates estimate(
      SurveyTable table,
      String group,
      Design design,
      List<Outcome> outcomes,
      List<DomainTable> tables) {
    Set<String> bits =
        outcomes.stream()
            .filter(outcome -> outcome.statistic() == Statistic.PROPORTION)
            .map(Outcome::numerator)
            .collect(Collectors.toSet());
    EstimationPlan plan =
        EstimationPlan.of(outcomes, tables, bits).replicates(design.replicates().count());
    double[] low = new double[plan.numbers().size()];
    double[] high = new double[low.length];
    for (int i = 0; i < low.length; i++) {
      DoubleSummaryStatistics range =
          Arrays.stream(table.numbers(plan.numbers().get(i)))
              .filter(value -> !Double.isNaN(value))
              .summaryStatistics();
      low[i] = range.getMin();
      high[i] = range.getMax();
    }

    EstimationPlan full = plan.offset(low, high);
    if (design.calibration() != null) {
      full = full.calibrated(AuxiliaryColumns.solve(table, group, design));
    }

    return new InMemoryEstimator(table, full, design).sums(group).estimates();
  }

  private SurveyAccumulator sums(String group) {
    SurveyAccumulator sums = new SurveyAccumulator(plan, design, Retain.CLUSTERS);
    IntFunction<String> groups = group == null ? row -> null : ids(group);
    IntFunction<String> strata = design.stratum() == null ? row -> "" : ids(design.stratum());
    StratumRows[] stratumOf = new StratumRows[table.rows()];
    for (int row = 0; row < table.rows(); row++) {
      stratumOf[row] = sums.stratum(groups.apply(row), strata.apply(row));
    }

    int[] added = addRows(stratumOf);
    if (plan.isCalibrated()) {
      addAuxiliaries(groups, stratumOf, added);
    }

    addCodes(sums, stratumOf, added);
    addOutcomes(stratumOf, added);
    addReplicates(stratumOf, added);
    return sums;
  }

  private int[] addRows(StratumRows[] stratumOf) {
    double[] weights = design.weight() == null ? null : table.numbers(design.weight());
    IntFunction<String> clusters =
        design.clusters().isEmpty() ? null : ids(design.clusters().get(0));
    int[] added = new int[table.rows()];
    for (int row = 0; row < added.length; row++) {
      StratumRows rows = stratumOf[row];
      int cluster = clusters == null ? -1 : rows.cluster(clusters.apply(row));
      added[row] = rows.add(cluster, weights == null ? 1 : weights[row]);
    }

    if (!design.fpc().isEmpty()) {
      double[] fpc = table.numbers(design.fpc().get(0));
      for (int row = 0; row < added.length; row++) {
        stratumOf[row].fpc(fpc[row]);
      }
    }

    if (design.twoStages()) {
      IntFunction<String> units = ids(design.clusters().get(1));
      double[] fpc = table.numbers(design.fpc().get(1));
      for (int row = 0; row < added.length; row++) {
        stratumOf[row].unit(added[row], units.apply(row), fpc[row]);
      }
    }

    return added;
  }

  private void addAuxiliaries(IntFunction<String> groups, StratumRows[] stratumOf, int[] added) {
    AuxiliaryColumns columns = new AuxiliaryColumns(table, design.calibration());
    int[] levels = new int[design.calibration().factors()];
    for (int row = 0; row < added.length; row++) {
      double[] values = columns.place(row, plan.calibration(groups.apply(row)), levels);
      stratumOf[row].auxiliary(added[row], levels, values);
    }
  }

  private void addCodes(SurveyAccumulator sums, StratumRows[] stratumOf, int[] added) {
    for (int d = 0; d < plan.dimensions().size(); d++) {
      String name = plan.dimensions().get(d);
      for (int row = 0; row < added.length; row++) {
        stratumOf[row].code(added[row], d, sums.codes(d).number(table.text(name, row)));
      }
    }
  }

  private void addOutcomes(StratumRows[] stratumOf, int[] added) {
    for (int k = 0; k < plan.outcomes().size(); k++) {
      if (plan.isBit(k)) {
        addBits(stratumOf, added, k);
      }
    }

    for (int i = 0; i < plan.numbers().size(); i++) {
      double[] values = table.numbers(plan.numbers().get(i));
      for (int row = 0; row < added.length; row++) {
        stratumOf[row].number(added[row], i, values[row]);
      }
    }
  }

  private void addReplicates(StratumRows[] stratumOf, int[] added) {
    for (int r = 0; r < design.replicates().count(); r++) {
      double[] weights = table.numbers(design.replicates().columns().get(r));
      for (int row = 0; row < added.length; row++) {
        stratumOf[row].replicate(added[row], r, weights[row]);
      }
    }
  }

  private void addBits(StratumRows[] stratumOf, int[] added, int outcome) {
    String name = plan.outcomes().get(outcome).numerator();
    double[] values = table.numbers(name);
    for (int row = 0; row < added.length; row++) {
      double value = values[row];
      if (value == 0 || value == 1) {
        stratumOf[row].answer(added[row], outcome, (int) value);
      } else if (!Double.isNaN(value)) {
        throw UserException.input(
            table.place(name, row),
            Identifiers.text(value),
            "0, 1 or missing for a proportion",
            "Recode it, or estimate its mean");
      }
    }
  }

  private IntFunction<String> ids(String name) {
    return row -> table.id(name, row);
  }
}

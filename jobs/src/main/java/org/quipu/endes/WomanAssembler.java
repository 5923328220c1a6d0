package org.quipu.endes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.quipu.endes.EndesModule.Unit;

/**
 * Assembles women from the rows of a year's modules, which are sorted by household, line and
 * module; the rows of the household itself ({@link Key#HOUSEHOLD}) come first.
 */
final class WomanAssembler {
  /** A woman's harmonised columns, in the dictionary's order, NaN where missing. */
  interface Sink extends BiConsumer<Key, double[]> {}

  private static final int WEIGHT = Dictionary.index("weight");
  private static final int STRATUM = Dictionary.index("stratum");
  private static final int CLUSTER = Dictionary.index("cluster");
  private static final int REGION = Dictionary.index("region");
  private static final int REGIONS = 25;

  private final YearPlan plan;
  private final Map<Integer, ModulePlan> modules;
  private final YearReport report;
  private final Sink women;

  private final double[] household = new double[Dictionary.columns().size()];
  private final double[] member = new double[Dictionary.columns().size()];
  private final Set<Integer> householdModules = new TreeSet<>();
  private final Set<Integer> memberModules = new TreeSet<>();
  private Key householdKey;
  private Key memberKey;

  WomanAssembler(YearPlan plan, YearReport report, Sink women) {
    this.plan = plan;
    this.modules = plan.byModule();
    this.report = report;
    this.women = women;
  }

  /** Adds the next row. */
  void accept(Key key, int module, double[] values) {
    Key itsHousehold = key.member(Key.HOUSEHOLD);
    if (!itsHousehold.equals(householdKey)) {
      finish();
      householdKey = itsHousehold;
      Arrays.fill(household, Double.NaN);
      householdModules.clear();
    } else if (!key.equals(memberKey)) {
      finish();
    }

    report.countRow(modules.get(module).endesModule().name());
    boolean ofHousehold = key.line() == Key.HOUSEHOLD;
    if (!ofHousehold) {
      if (memberKey == null) {
        Arrays.fill(member, Double.NaN);
      }

      memberKey = key;
    }

    if (!(ofHousehold ? householdModules : memberModules).add(module)) {
      report.countDuplicate(modules.get(module).endesModule().name());
      return;
    }

    List<Integer> columns = modules.get(module).columns();
    double[] row = ofHousehold ? household : member;
    for (int i = 0; i < columns.size(); i++) {
      row[columns.get(i)] = values[i];
    }
  }

  /** Passes on the woman of the last rows; called after the last row too. */
  void finish() {
    if (memberKey == null) {
      return;
    }

    if (memberModules.contains(plan.base())) {
      emit();
    } else {
      for (int module : memberModules) {
        if (modules.get(module).endesModule().unit() == Unit.WOMAN) {
          report.countWithoutWoman(modules.get(module).endesModule().name());
        }
      }
    }

    memberKey = null;
    memberModules.clear();
  }

  private void emit() {
    double[] row = member.clone();
    for (int i = 0; i < row.length; i++) {
      row[i] = Double.isNaN(row[i]) ? household[i] : row[i];
    }

    if (Double.isNaN(row[CLUSTER])) {
      row[CLUSTER] = memberKey.cluster();
    }

    if (!(row[WEIGHT] > 0)) {
      report.countWithoutWeight();
      return;
    }

    if (Double.isNaN(row[STRATUM])) {
      report.countWithoutDesign();
      return;
    }

    if (!(row[REGION] >= 1 && row[REGION] <= REGIONS)) {
      report.countUnknownRegion();
      row[REGION] = Double.NaN;
    }

    for (ModulePlan module : plan.modules()) {
      boolean ofHousehold = module.endesModule().unit() == Unit.HOUSEHOLD;
      if (!(ofHousehold ? householdModules : memberModules).contains(module.module())) {
        report.countWomanWithout(module.endesModule().name());
      }
    }

    report.countWoman(row);
    women.accept(memberKey, row);
  }
}

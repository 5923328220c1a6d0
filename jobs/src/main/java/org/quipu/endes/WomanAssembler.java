package org.quipu.endes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.endes.EndesModule.Unit;

/**
 * Assembles women from the rows of a year's modules, which are sorted by household, line and
 * module; the rows of the household itself ({@link Key#HOUSEHOLD}) come first.
 */
final class WomanAssembler {
  /** Takes the women. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes a woman.
     *
     * @param row her harmonised columns, in the dictionary's order, NaN where missing
     * @param unanswered the columns of the modules that hold no value of hers at all
     */
    void accept(Key key, double[] row, Set<Integer> unanswered);
  }

  private static final int WEIGHT = Dictionary.index("weight");
  private static final int STRATUM = Dictionary.index("stratum");
  private static final int CLUSTER = Dictionary.index("cluster");
  private static final int REGION = Dictionary.index("region");
  private static final int REGIONS = 25;
  private static final int AGE = Dictionary.index("age");
  private static final int RESULT = Dictionary.index("interview_result");
  private static final int SELECTED = Dictionary.index("violence_selected");
  private static final int UNION = Dictionary.index("union_status");

  private final YearPlan plan;
  private final Map<Integer, ModulePlan> modules;
  private final YearReport report;
  private final Sink women;

  private final double[] household = new double[Dictionary.columns().size()];
  private final double[] member = new double[Dictionary.columns().size()];
  private final Set<Integer> householdModules = new TreeSet<>();
  private final Set<Integer> memberModules = new TreeSet<>();
  private final EligibleWomen eligible;
  private final List<Woman> ofHousehold = new ArrayList<>();
  private Key householdKey;
  private Key memberKey;

  /** A woman of the sample, until her household is known whole. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Woman(Key key, double[] row, Set<Integer> unanswered) {}

  WomanAssembler(YearPlan plan, YearReport report, Sink women) {
    this.plan = plan;
    this.eligible = new EligibleWomen(plan);
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
      finishMember();
    }

    report.countRow(modules.get(module).endesModule().name());
    boolean aboutHousehold = key.line() == Key.HOUSEHOLD;
    if (!aboutHousehold) {
      if (memberKey == null) {
        Arrays.fill(member, Double.NaN);
      }

      memberKey = key;
    }

    if (!(aboutHousehold ? householdModules : memberModules).add(module)) {
      report.countDuplicate(modules.get(module).endesModule().name());
      return;
    }

    List<Integer> columns = modules.get(module).columns();
    double[] row = aboutHousehold ? household : member;
    for (int i = 0; i < columns.size(); i++) {
      row[columns.get(i)] = values[i];
    }
  }

  /** Passes on the women of the last household; called after the last row too. */
  void finish() {
    finishMember();
    for (Woman woman : ofHousehold) {
      eligible.put(woman.row);
      report.countWoman(woman.row);
      women.accept(woman.key, woman.row, woman.unanswered);
    }

    ofHousehold.clear();
    eligible.clear();
  }

  private void finishMember() {
    if (memberKey == null) {
      return;
    }

    eligible.count(member, memberModules.contains(plan.base()));
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

    double region = row[REGION] >= 1 && row[REGION] <= REGIONS ? row[REGION] : Double.NaN;
    Set<Integer> unanswered = countModules(row, region);
    if (!(row[WEIGHT] > 0)) {
      report.countWithoutWeight();
      return;
    }

    if (Double.isNaN(row[STRATUM])) {
      report.countWithoutDesign();
      return;
    }

    if (Double.isNaN(region)) {
      report.countUnknownRegion();
      row[REGION] = region;
    }

    ofHousehold.add(new Woman(memberKey, row, unanswered));
  }

  /** Counts which modules tell of her; returns the columns of those that do not. */
  private Set<Integer> countModules(double[] row, double region) {
    Set<Integer> unanswered = new HashSet<>();
    for (ModulePlan module : plan.modules()) {
      if (module.module() == plan.base()) {
        continue;
      }

      boolean aboutHousehold = module.endesModule().unit() == Unit.HOUSEHOLD;
      boolean there = (aboutHousehold ? householdModules : memberModules).contains(module.module());
      boolean silent =
          module.columns().stream()
              .allMatch(column -> column == WEIGHT || Double.isNaN(row[column]));
      if (silent) {
        unanswered.addAll(module.columns());
      }

      boolean violence = module.endesModule().name().equals(EndesModule.VIOLENCE);
      if (interviewed(row) && (!violence || row[SELECTED] == 1)) {
        boolean asked = violence && (row[UNION] == 1 || row[UNION] == 2);
        report
            .completeness()
            .count(module.endesModule().name(), region, !there || (asked && silent));
      }
    }

    return unanswered;
  }

  /** Whether she was interviewed and is of 15 to 49 years; what is not known is taken as so. */
  private static boolean interviewed(double[] row) {
    boolean completed = Double.isNaN(row[RESULT]) || row[RESULT] == 1;
    boolean ofAge = Double.isNaN(row[AGE]) || (row[AGE] >= 15 && row[AGE] < 50);
    return completed && ofAge && row[WEIGHT] != 0;
  }
}

package org.quipu.endes;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the women of one year are read from its files.
 *
 * @param base the module whose women make up the sample: REC0111, else REC84DV
 * @param synthetic whether the files are marked as synthetic
 */
record YearPlan(int year, int base, WeightKind weight, boolean synthetic, List<ModulePlan> modules)
    implements Serializable {
  /** The harmonised columns that the year's files have. */
  Set<String> present() {
    Set<String> columns = new TreeSet<>();
    for (ModulePlan module : modules) {
      for (int column : module.columns()) {
        columns.add(Dictionary.columns().get(column));
      }
    }

    return columns;
  }

  boolean has(String module) {
    return modules.stream().anyMatch(plan -> plan.endesModule().name().equals(module));
  }

  Map<Integer, ModulePlan> byModule() {
    return modules.stream().collect(Collectors.toMap(ModulePlan::module, plan -> plan));
  }
}

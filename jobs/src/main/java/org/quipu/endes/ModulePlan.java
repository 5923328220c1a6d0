package org.quipu.endes;

import java.io.Serializable;
import java.util.List;
import org.quipu.file.Source;

/**
 * What is read from one file of ENDES.
 *
 * @param module its index in {@link EndesModule#all}
 * @param columns the index of the harmonised column of each variable in the dictionary
 * @param recodes from each variable's codes to the harmonised ones
 */
record ModulePlan(
    int year,
    int module,
    Source source,
    List<String> variables,
    List<Integer> columns,
    List<Recode.Values> recodes)
    implements Serializable {
  EndesModule endesModule() {
    return EndesModule.all().get(module);
  }
}

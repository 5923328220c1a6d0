package org.quipu.association;

import java.util.List;
import java.util.Set;
import org.quipu.Provenance;
import org.quipu.YearRange;

/**
 * A question: did an indicator change differently in the regions of a strategy once it had begun?
 *
 * @param years of the panel
 * @param treated codes of the regions with the strategy
 * @param inPart codes of those of them in which it works in a part only
 * @param run whether those take part
 * @param negativeControl whether the strategy is there to prevent something else than the indicator
 *     measures, so that no effect is expected
 * @param source of the estimates; null where there are none
 * @param caveats what a reader must know of the estimates
 * @param family the studies whose effects are corrected with this one's
 */
public record StrategySpec(
    String strategy,
    int startYear,
    int startMonth,
    String indicator,
    YearRange years,
    Set<String> treated,
    List<String> inPart,
    EventStudyRun run,
    boolean negativeControl,
    Provenance source,
    List<Caveat> caveats,
    TestFamily family) {

  public StrategySpec {
    treated = Set.copyOf(treated);
    inPart = List.copyOf(inPart);
    caveats = List.copyOf(caveats);
  }
}

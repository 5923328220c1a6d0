package org.quipu.association;

import java.util.List;
import java.util.Set;
import org.quipu.YearRange;

/**
 * Whether an indicator took another way in the regions of a strategy once it had begun.
 *
 * @param years of the panel
 * @param treated codes of the regions with the strategy
 * @param inPart names of those of them in which it works in a part only
 * @param wholeOnly whether those are left out
 * @param instead what the strategy is there to prevent, where that is not what the indicator
 *     measures, in the language of the reading; empty otherwise
 * @param source of the estimates, as the tables name it
 * @param caveats what a reader must know of these data, in the language of the reading
 */
public record StrategySpec(
    String strategy,
    int startYear,
    int startMonth,
    String indicator,
    YearRange years,
    Set<String> treated,
    List<String> inPart,
    boolean wholeOnly,
    String instead,
    String source,
    List<String> caveats) {

  public StrategySpec {
    treated = Set.copyOf(treated);
    inPart = List.copyOf(inPart);
    caveats = List.copyOf(caveats);
  }
}

package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.change.Decomposition;

/**
 * One row of the {@code change_decomposition} table: a change between two years split into what
 * comes from the composition of the population and what from the rates inside its groups, and the
 * two years' levels with one composition. In percent and percentage points.
 *
 * @param composedBy the dimensions that make the groups, such as {@code age_group:residence}
 * @param groups how many groups have members in both years
 * @param change the crude change; the sum of {@code composition} and {@code rate}
 * @param composition Kitagawa's composition effect
 * @param rate Kitagawa's rate effect
 * @param standardizedFrom the first year's level with the standard composition
 * @param standardizedChange standardizedTo − standardizedFrom
 * @param standardCovered the share of the standard composition, in percent, that the groups with
 *     members in both years make up
 */
public record DecompositionRow(
    String indicator,
    String by,
    String domain,
    String label,
    int fromYear,
    int toYear,
    String composedBy,
    int groups,
    double change,
    double changeSe,
    double composition,
    double compositionSe,
    double compositionLow,
    double compositionHigh,
    double rate,
    double rateSe,
    double rateLow,
    double rateHigh,
    double df,
    double standardizedFrom,
    double standardizedFromSe,
    double standardizedTo,
    double standardizedToSe,
    double standardizedChange,
    double standardizedChangeSe,
    double standardizedChangeLow,
    double standardizedChangeHigh,
    double standardCovered,
    Provenance source)
    implements DomainTableRow {

  /**
   * The split of the change from one year's estimate to another's.
   *
   * @param composedBy what makes the groups
   */
  public static DecompositionRow of(
      PrevalenceRow from, PrevalenceRow to, String composedBy, Decomposition split) {
    return new DecompositionRow(
        to.indicator(),
        to.by(),
        to.domain(),
        to.label(),
        from.year(),
        to.year(),
        composedBy,
        split.groups(),
        split.change().estimate(),
        split.change().standardError(),
        split.composition().estimate(),
        split.composition().standardError(),
        split.composition().low(),
        split.composition().high(),
        split.rate().estimate(),
        split.rate().standardError(),
        split.rate().low(),
        split.rate().high(),
        split.df(),
        split.standardizedFrom().estimate(),
        split.standardizedFrom().standardError(),
        split.standardizedTo().estimate(),
        split.standardizedTo().standardError(),
        split.standardizedChange().estimate(),
        split.standardizedChange().standardError(),
        split.standardizedChange().low(),
        split.standardizedChange().high(),
        100 * split.standardCovered(),
        from.source().merge(to.source()));
  }
}

package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.target.Maximised;
import org.quipu.target.PlanKind;
import org.quipu.target.Tie;

/**
 * One row of the {@code targets_summary} table: a plan.
 *
 * @param gap how far its value is, at most, below the best one, in percent of that; 0 where it is
 *     proven best
 * @param expectedRegret the mean over the draws of what it falls short of the draw's best plan; NaN
 *     without draws
 * @param valueP10 the value that it exceeds in nine of ten draws; NaN without draws
 * @param upperBound what no plan under the same bounds exceeds
 * @param tie whether another plan has the same value; null for a plan that is not the best
 * @param fastDraws in how many draws the fast method was compared with the proven optimum; null
 *     without draws, and for a plan that is not the best
 * @param fastGapMean the mean of what it fell short, in percent of the optimum
 * @param fastGapLargest the most that it fell short, in percent of the optimum
 * @param affectedWomen in its areas; NaN for the areas of a file
 * @param affectedShare those in percent of all areas' women affected
 * @param maximised what the value counts; null for the areas of a file
 * @param equity the need by which women count more; null where all count alike
 * @param source of the estimates; null for the areas of a file
 * @param years of the survey that are pooled, such as {@code 2021 2022}; null for the areas of a
 *     file
 */
public record TargetSummaryRow(
    PlanKind plan,
    int areas,
    double value,
    double cost,
    double gap,
    double expectedRegret,
    double valueP10,
    double upperBound,
    Tie tie,
    Integer fastDraws,
    double fastGapMean,
    double fastGapLargest,
    double affectedWomen,
    double affectedShare,
    Maximised maximised,
    String equity,
    Provenance source,
    String years) {}

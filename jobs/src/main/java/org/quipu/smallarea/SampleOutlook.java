package org.quipu.smallarea;

/**
 * What a plan of a sample is expected to give, in the units of the direct estimates.
 *
 * @param area its key; empty for all areas together
 * @param information the sampling variance of direct estimates now, relative to that of the plan
 * @param width of the 95 % interval, of one area or on average over all
 * @param widthNow the same of the present sample
 * @param hits how many of the areas with the highest estimates are expected to be among as many
 *     truly highest; NaN for one area
 * @param top how many areas count as the highest
 */
public record SampleOutlook(
    SamplePlan plan,
    String area,
    double information,
    double width,
    double widthNow,
    double hits,
    int top) {}

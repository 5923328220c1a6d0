package org.quipu.store;

/**
 * One row of the {@code validation} table: a published figure beside the computed one, in percent.
 *
 * @param verdict equal (to the digits printed), within_2se, differs or not_computed
 * @param seVerdict of the standard errors: equal (within 0.005 points), differs, or empty where one
 *     is missing
 * @param quality of the computed figure: what may set it apart from the published one
 * @param publishedBy published (by INEI) or recomputed (by others)
 * @param reference where the published figure stands
 */
public record ValidationRow(
    int year,
    String region,
    String indicator,
    double published,
    double computed,
    double difference,
    double publishedSe,
    double computedSe,
    String verdict,
    String seVerdict,
    String quality,
    String publishedBy,
    String reference) {}

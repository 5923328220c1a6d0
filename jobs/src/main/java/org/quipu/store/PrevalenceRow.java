package org.quipu.store;

/**
 * One estimate of the {@code prevalence} table. Percentages, standard errors, intervals and cv in
 * percent; an empty number is NaN.
 *
 * @param by the table that the domain belongs to, such as {@code region:residence}
 * @param domain the codes joined by {@code |}; national is {@code 00}
 * @param label the domain's Spanish name
 * @param cv 100 · standard error / percent
 * @param deff design effect against simple random sampling with replacement
 * @param df clusters minus strata with a member of the domain
 * @param n unweighted answers
 * @param weightedN sum of the weights of the answers
 * @param quality the verdict of the quality scheme, and further marks, joined by {@code ;}
 * @param source microdata, published, recomputed or synthetic
 * @param qualityReason why the quality scheme gave its verdict, empty where it found nothing wrong
 */
public record PrevalenceRow(
    int year,
    String indicator,
    String by,
    String domain,
    String label,
    double percent,
    double standardError,
    double ciLow,
    double ciHigh,
    double cv,
    double deff,
    double df,
    Long n,
    double weightedN,
    Integer psus,
    Integer strata,
    String quality,
    String source,
    String qualityReason) {}

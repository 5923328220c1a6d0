package org.quipu.store;

/**
 * One row of the {@code validation} table: a published figure beside the computed one, in percent.
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
    String verdict) {}

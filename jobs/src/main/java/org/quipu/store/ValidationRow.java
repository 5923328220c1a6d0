package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.survey.quality.Quality;

/**
 * One row of the {@code validation} table: a published figure beside the computed one, in percent.
 *
 * @param seVerdict of the standard errors; empty where one is missing
 * @param quality of the computed figure, which may explain a difference
 * @param publishedBy {@link Provenance#PUBLISHED} by INEI or {@link Provenance#RECOMPUTED} by
 *     others
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
    Agreement verdict,
    Agreement seVerdict,
    Quality quality,
    Provenance publishedBy,
    String reference) {}

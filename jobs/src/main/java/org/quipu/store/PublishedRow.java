package org.quipu.store;

import org.quipu.Provenance;

/**
 * One published figure of prevalence, in percent.
 *
 * @param region 00 or 01-25
 * @param standardError in points; empty (NaN) where not published
 * @param n unweighted women; empty where not published
 * @param source {@link Provenance#PUBLISHED} by INEI or {@link Provenance#RECOMPUTED} by others
 * @param reference where it stands
 * @param decimals digits that the source prints after the point of {@code percent}
 */
public record PublishedRow(
    int year,
    String region,
    String indicator,
    double percent,
    double standardError,
    Long n,
    Provenance source,
    String reference,
    int decimals) {}

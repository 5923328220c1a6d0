package org.quipu.change;

/**
 * Where a domain stands among the others of its table in one year. Rank 1 is the highest level.
 *
 * @param rank of the estimate alone
 * @param rankLow the best that the domain may have: one more than the domains that are surely
 *     higher
 * @param rankHigh the last that it may have
 * @param higher domains whose level is surely higher, {@code lower} those whose level is surely
 *     lower
 * @param notDistinguished the other domains: a difference from them was not found, which does not
 *     say that there is none
 * @param domains that were compared, this one among them
 */
public record Position(
    int rank,
    int rankLow,
    int rankHigh,
    int higher,
    int lower,
    int notDistinguished,
    int domains) {}

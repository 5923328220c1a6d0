package org.quipu.survey;

/**
 * What was sampled of a domain, for one outcome. Where {@linkplain Missing#NOT_ASKED rows that were
 * not asked} are no members of the outcome's domains, members are those who answered.
 *
 * @param rows of the domain, whether or not they answered or have a weight (R: {@code
 *     nrow(subset(design, domain))})
 * @param n answers: rows with a positive weight inside the universe, unweighted
 * @param cases those of them that have the outcome
 * @param weightedN sum of the weights of the answers
 * @param kishN Kish's (1965) effective number of answers, (Σw)² / Σw²: what weights that differ
 *     leave of n
 * @param psus clusters with a member of the domain, answering or not
 * @param strata strata with a member of the domain
 * @param lonelyStrata those of them that have a single cluster in the whole design
 * @param df degrees of freedom: the domain's clusters minus its strata, with replicate weights no
 *     more than the replicates less one
 * @param designDf those of the whole design: its clusters minus its strata, with the same bound
 */
public record DomainSample(
    long rows,
    long n,
    long cases,
    double weightedN,
    double kishN,
    int psus,
    int strata,
    int lonelyStrata,
    int df,
    int designDf) {}

package org.quipu.smallarea;

/**
 * What the women of one cluster in one place answered to one indicator. A cluster that lies in two
 * districts, or is urban in one part and rural in another, has a row for each. A cluster that was
 * drawn but in which nobody was asked has rows of no women: it counts in the variance of its
 * stratum.
 *
 * @param stratum in which the cluster was drawn; strata of samples that share no clusters are apart
 * @param cluster the sampling unit, one over all years that are pooled
 * @param region two digits of UBIGEO; empty where not known, as are the next two
 * @param province four digits
 * @param district six digits
 * @param urban whether the women's homes there are urban
 * @param women who were asked: those with an answer, unweighted
 * @param cases those of them to whom the indicator applies, unweighted
 * @param weights Σw over the women asked
 * @param weightedCases Σwy over them
 * @param squaredWeights Σw² over them
 */
public record ClusterCount(
    String stratum,
    String cluster,
    String region,
    String province,
    String district,
    boolean urban,
    String indicator,
    int women,
    int cases,
    double weights,
    double weightedCases,
    double squaredWeights) {}

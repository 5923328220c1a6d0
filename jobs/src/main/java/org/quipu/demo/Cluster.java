package org.quipu.demo;

/**
 * A sampled cluster.
 *
 * @param number V001
 * @param stratum V022
 * @param womenAsked how many of its women of 15-49 ever in union answer the violence module
 * @param standing its social and economic level, a normal score
 * @param psychological the cluster's effect on its women's scores of psychological violence
 * @param physical the same for physical and sexual violence
 * @param weight of its households, before calibration
 */
record Cluster(
    int number,
    int stratum,
    Area area,
    SampledDistrict place,
    boolean urban,
    int womenAsked,
    double standing,
    double psychological,
    double physical,
    double weight) {}

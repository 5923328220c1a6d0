package org.quipu.survey.regression;

/**
 * Where a row was sampled.
 *
 * @param stratum empty without strata
 * @param cluster empty where rows were sampled individually
 * @param unit of the second stage; empty where that does not count
 * @param fpc of the stratum; NaN without
 * @param unitFpc of the cluster; NaN without
 */
public record RowPlace(String stratum, String cluster, String unit, double fpc, double unitFpc) {}

package org.quipu.store;

/**
 * One row of the {@code contrast_covariance} table: the covariance of two contrasts; each pair
 * once, a contrast with itself too.
 */
public record EstimateContrastCovarianceRow(String name, String otherName, double covariance) {}

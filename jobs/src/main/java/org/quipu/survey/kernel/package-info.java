/**
 * How {@link org.quipu.survey} computes: totals by stratum, cluster and domain in primitive arrays,
 * their covariances, and a canonical order of addition that makes results identical to the last bit
 * for any order of rows. What is public serves the two that feed it: {@link
 * org.quipu.survey.InMemoryEstimator} and {@code org.quipu.spark}.
 */
package org.quipu.survey.kernel;

/**
 * The machinery of {@link org.quipu.survey}: totals by stratum, PSU and domain in primitive arrays,
 * their covariances, and the order that makes sums the same to the last bit. Public only for {@code
 * org.quipu.spark}, which feeds it.
 */
package org.quipu.survey.kernel;

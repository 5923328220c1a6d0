/**
 * Design-based estimation: estimates, standard errors and covariances of means, proportions, ratios
 * and totals in any number of domains at once, as R's survey package gives them. Plain Java over
 * primitive arrays; the machinery is in {@link org.quipu.survey.kernel}, and Spark feeds it from
 * {@code org.quipu.spark}.
 */
package org.quipu.survey;

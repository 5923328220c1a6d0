/**
 * Design-based estimation: estimates, standard errors and covariances of means, proportions, ratios
 * and totals in any number of domains at once, as R's survey package gives them. A {@link Design}
 * and some {@link Outcome}s in; {@link Estimates} with their {@link Interval}s and covariances out.
 * Plain Java over primitive arrays. {@link InMemoryEstimator} estimates from a {@link SurveyTable};
 * {@code org.quipu.spark} estimates from Spark tables by the same {@code kernel}.
 */
package org.quipu.survey;

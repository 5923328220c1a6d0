/**
 * Regression on complex samples: a formula, generalized linear models and ordinal logistic ones,
 * the sandwich variance of the sample's design and tests of terms (Binder 1983, International
 * Statistical Review 51; R: {@code survey::svyglm}). Rows are encoded once, in chunks of any size
 * and order that are kept in memory or by Spark; all that is summed over rows is the same to the
 * last bit however they are cut.
 */
package org.quipu.survey.regression;

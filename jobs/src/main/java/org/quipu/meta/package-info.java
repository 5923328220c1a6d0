/**
 * Random-effects meta-regression with known sampling variances, as R's metafor computes it:
 * estimators of the between-unit variance, Knapp-Hartung tests, permutation tests, influence, and
 * regression on the true baseline. A unit is whatever has an estimate with a standard error: a
 * study, a region.
 */
package org.quipu.meta;

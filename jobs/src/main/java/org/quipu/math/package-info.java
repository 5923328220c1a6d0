/**
 * Numerical tools that all statistics share: tails and quantiles of distributions, tested
 * estimates, power, Cholesky, thin QR, weighted least squares, exact sums, sample quantiles and
 * corrections for multiple tests. Arrays in, numbers out; nothing here knows what the numbers mean.
 */
package org.quipu.math;

/**
 * Numerical tools that all statistics share: tails and quantiles of distributions, Cholesky, thin
 * QR, weighted least squares, exact sums and corrections for multiple tests. Arrays in, numbers
 * out.
 */
package org.quipu.math;

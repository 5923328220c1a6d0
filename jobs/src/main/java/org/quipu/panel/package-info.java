/**
 * Panels of units observed at several times: two-way fixed effects, event studies, and
 * cluster-robust variances with small-sample corrections (CR2, Satterthwaite), as R's clubSandwich
 * computes them.
 */
package org.quipu.panel;

/**
 * Random-effects meta-regression with known sampling variances (REML, Knapp-Hartung, permutation
 * tests, influence, power), as R's metafor computes it. Knows nothing of regions or coverage.
 */
package org.quipu.meta;

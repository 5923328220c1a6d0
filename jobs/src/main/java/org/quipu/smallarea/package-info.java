/**
 * Small-area estimation: direct estimates of many areas combined with a regression on what is known
 * of all of them, by the model of Fay and Herriot (1979), as R's sae and emdi fit it, also with
 * effects that are correlated in space and time, and by its hierarchical Bayes form with one or two
 * levels; the model of units of Battese, Harter and Fuller (1988); mixed logistic models of the
 * counts of clusters, for places with few or none; and how sure the order of areas is: confidence
 * sets of ranks, r-values, areas that cannot be told apart. Plain Java on arrays and records.
 */
package org.quipu.smallarea;

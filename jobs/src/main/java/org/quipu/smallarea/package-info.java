/**
 * Small-area estimation: direct estimates of many areas combined with a regression on what is known
 * of all of them, by the model of Fay and Herriot (1979), as R's sae and emdi fit it, and by its
 * hierarchical Bayes form with one or two levels. Plain Java on arrays and records.
 */
package org.quipu.smallarea;

/**
 * Figures that others published: read, freed of conflicts, taken as estimates where there are no
 * microdata, and set beside what Quipu computes.
 */
package org.quipu.published;

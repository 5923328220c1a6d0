/**
 * Figures that others published: read, conflicts resolved, used as estimates where there are no
 * microdata, and compared with what Quipu computes.
 */
package org.quipu.published;

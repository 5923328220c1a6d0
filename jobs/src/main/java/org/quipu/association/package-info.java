/**
 * Did violence fall more where prevention reached more people: meta-regression, correlations,
 * panels, and the sentence that says what they do and do not show. Plain Java on arrays and
 * records; knows neither Spark nor files.
 */
package org.quipu.association;

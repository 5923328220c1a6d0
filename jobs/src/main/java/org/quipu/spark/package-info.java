/**
 * Feeds the survey kernel, which does not depend on Spark: Spark tables of any size in place, files
 * by way of memory. Also the Spark session, and files as Spark tables.
 */
package org.quipu.spark;

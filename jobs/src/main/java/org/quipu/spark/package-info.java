/**
 * Feeds the survey kernel, which itself knows no Spark: from Spark tables of any size, where the
 * rows lie, and from files by way of memory. Also the session, and files as Spark tables.
 */
package org.quipu.spark;

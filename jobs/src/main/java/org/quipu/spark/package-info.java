/**
 * Spark's side of Quipu: the session, files as tables of Spark, and the feed that brings rows of a
 * Dataset to the estimation kernel, which itself knows no Spark.
 */
package org.quipu.spark;

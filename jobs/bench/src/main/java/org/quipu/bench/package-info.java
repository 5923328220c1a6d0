/**
 * How fast the estimation engine is beside Spark's bare scan, DuckDB and R, and how often its
 * intervals, the methods of association and the tests of changes are wrong on data whose truth is
 * known. Not tests.
 */
package org.quipu.bench;

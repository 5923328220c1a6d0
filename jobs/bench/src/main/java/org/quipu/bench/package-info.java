/**
 * How fast the estimation engine is beside Spark's bare scan, DuckDB and R, and how often its
 * intervals, the methods of association, the tests of changes and the estimates of small areas are
 * wrong on data whose truth is known. Not tests.
 */
package org.quipu.bench;

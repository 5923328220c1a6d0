/** How fast the estimation engine is beside Spark's bare scan, DuckDB and R. Not tests. */
package org.quipu.bench;

package org.quipu.spark;

import java.io.Serializable;
import org.apache.spark.sql.types.DataType;

/**
 * Where a field of a selection is in columnar batches.
 *
 * @param name of the column in the table, for messages
 */
record BatchColumn(String name, int position, DataType type) implements Serializable {}

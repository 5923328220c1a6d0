/**
 * The tables: one record a row, Parquet in the store, CSV for readers, a manifest beside each.
 * Tables are written whole or not at all.
 */
package org.quipu.store;

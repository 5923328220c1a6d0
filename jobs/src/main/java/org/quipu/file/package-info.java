/**
 * Files of statistics packages and text: SPSS .sav and .zsav, Stata 117 to 119, delimited text and
 * flat Parquet, alone or in zips, on the local disk or any file system of Hadoop. Readers stream in
 * constant memory, and each can be used on its own. The meaning of the columns is the subject of
 * other packages.
 *
 * <p>From outside: {@link org.quipu.file.Sources} finds tables, {@link org.quipu.file.TableFile}
 * opens and describes one, {@link org.quipu.file.TableReader} gives its rows and {@link
 * org.quipu.file.TableCopy} makes Parquet or CSV of it; {@link org.quipu.spark.FileTables} brings
 * many together as one Spark table.
 */
package org.quipu.file;

package org.quipu.workbook;

import java.util.function.Function;

/**
 * A column of a sheet.
 *
 * @param name of the column in the table
 * @param value of a row: a number, a text, or null
 */
record SheetColumn<R>(
    String name, String heading, NumberFormat format, Function<R, Object> value) {}

package org.quipu.store;

import java.util.List;

/** A table and rows of it. */
public record TableRows<R extends Record>(Table<R> table, List<R> rows) {}

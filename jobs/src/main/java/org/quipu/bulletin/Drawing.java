package org.quipu.bulletin;

import java.util.List;
import org.quipu.Provenance;
import org.quipu.charts.Figure;
import org.quipu.store.TableRows;

/**
 * A figure with the rows of the tables that it shows.
 *
 * @param name what it is filed under; whether a region stands out in it does not count
 * @param source where its numbers come from, as it says itself
 * @param years of the rows, in order
 * @param provenance of the rows
 * @param rows a table each, the one that the figure is about first
 */
record Drawing(
    FigureName name,
    Figure figure,
    String source,
    List<Integer> years,
    List<Provenance> provenance,
    List<TableRows<?>> rows) {}

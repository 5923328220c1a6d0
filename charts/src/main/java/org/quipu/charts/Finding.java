package org.quipu.charts;

/**
 * What a figure says, in the words of whoever tested it.
 *
 * @param title in few words; stands over the figure
 * @param statement with its numbers and its test; stands below the plot
 */
public record Finding(String title, String statement) {}

package org.quipu.survey;

/**
 * A measure of inequality or poverty of a column in a domain, with the standard error of its
 * linearization.
 *
 * @param value a share from 0 to 1; of a poverty line in the units of the column
 * @param standardError in the same units
 * @param domain the total of the linearized variable, with its domain and counts
 */
public record Welfare(
    String column, WelfareMeasure measure, double value, double standardError, Estimate domain) {}

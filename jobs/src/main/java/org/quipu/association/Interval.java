package org.quipu.association;

/** A bootstrap interval and standard error. */
record Interval(double standardError, double low, double high) {}

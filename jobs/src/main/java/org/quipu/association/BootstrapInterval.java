package org.quipu.association;

/** A bootstrap interval and standard error. */
record BootstrapInterval(double standardError, double low, double high) {}

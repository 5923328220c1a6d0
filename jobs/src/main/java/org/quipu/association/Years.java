package org.quipu.association;

/** Years, both included. */
public record Years(int from, int to) {}

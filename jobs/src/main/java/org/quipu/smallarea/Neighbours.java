package org.quipu.smallarea;

/** Two areas that share a border, each the other's neighbour. */
public record Neighbours(String area, String other) {}

package org.quipu.smallarea;

/** The area and the time, such as the year, that a direct estimate is of. */
public record AreaTime(String area, int time) {}

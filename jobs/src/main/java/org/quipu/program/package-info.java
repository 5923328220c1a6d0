/**
 * Prevention programmes: readers of their records and of geography, and coverage, how far they
 * reached. Plain Java over a few thousand rows; the ways in are {@link
 * org.quipu.program.ProgramIngest}, {@link org.quipu.program.GeographyIngest} and {@link
 * org.quipu.program.Coverage}.
 */
package org.quipu.program;

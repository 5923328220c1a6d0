/**
 * Prevention programmes: readers of their records and of geography, and coverage, how far they
 * reached. Plain Java over a few thousand rows; {@link org.quipu.program.ProgramIngest} is where
 * records come in.
 */
package org.quipu.program;

/**
 * ENDES, Peru's demographic and health survey: its files, its columns and their meaning in each
 * year; makes the {@code women} table, one row a woman with her place in the sample design, her
 * domains and her indicators.
 */
package org.quipu.endes;

/**
 * The command line: commands and their options, what the terminal shows, exit codes. Calls {@code
 * org.quipu.job} for all work.
 */
package org.quipu.cli;

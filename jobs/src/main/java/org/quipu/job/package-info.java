/**
 * The jobs, one public class each: a request in, a result out, tables of a store read and written.
 * Usable from a notebook or a program; knows no command line.
 */
package org.quipu.job;

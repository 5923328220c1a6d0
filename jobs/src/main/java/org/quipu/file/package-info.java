/**
 * Files of statistics packages and text: SPSS, Stata, delimited, alone or in zips. Readers stream,
 * and each can be used on its own; what the columns mean is for other packages.
 */
package org.quipu.file;

/** The workbook of all results for those who read them in a spreadsheet. */
package org.quipu.workbook;

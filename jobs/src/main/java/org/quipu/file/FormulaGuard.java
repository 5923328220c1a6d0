package org.quipu.file;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a text as a formula: names of places, measures and sources may
 * come from files that others wrote. Excel, LibreOffice and Google Sheets take a cell of a CSV for
 * a formula that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a carriage return
 * (OWASP, "CSV Injection"). Such a text gets an apostrophe in front, as a spreadsheet's user would
 * write it; R and Python then read the apostrophe as its first letter. A number is never one of
 * these texts: negative numbers are written as they are, in columns of text too.
 */
public final class FormulaGuard {
  private static final String STARTS = "=+-@\t\r";
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d+)?");

  private FormulaGuard() {}

  /** A text that no spreadsheet takes for a formula. */
  public static String text(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty()
        && STARTS.indexOf(text.charAt(0)) >= 0
        && !NUMBER.matcher(text).matches();
  }
}

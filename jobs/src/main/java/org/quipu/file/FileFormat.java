package org.quipu.file;

/** The kinds of files that hold a table. */
public enum FileFormat {
  SPSS("SPSS"),
  STATA("Stata"),
  DELIMITED("delimited text"),
  PARQUET("Parquet");

  private final String title;

  FileFormat(String title) {
    this.title = title;
  }

  /** How people call it. */
  public String title() {
    return title;
  }
}

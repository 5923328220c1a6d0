package org.quipu.file;

/** The file formats that tables are read from. */
public enum FileFormat {
  SPSS("SPSS"),
  STATA("Stata"),
  DELIMITED("delimited text"),
  PARQUET("Parquet");

  private final String title;

  FileFormat(String title) {
    this.title = title;
  }

  /** Its usual name. */
  public String title() {
    return title;
  }
}

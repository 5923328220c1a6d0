package org.quipu.bulletin;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a figure is written as. */
public enum FigureFormat {
  PNG("png"),
  SVG("svg"),
  PDF("pdf");

  /** Those that are written where none is named. */
  public static final Set<FigureFormat> USUAL = Collections.unmodifiableSet(EnumSet.of(PNG, SVG));

  private final String ending;

  FigureFormat(String ending) {
    this.ending = ending;
  }

  /** The format of files with this ending. */
  public static FigureFormat named(String ending) {
    return Arrays.stream(values())
        .filter(format -> format.ending.equals(ending))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + ending + "' is none of png, svg, pdf"));
  }

  /** The file of a figure in this format. */
  String file(String name) {
    return name + "." + ending;
  }
}

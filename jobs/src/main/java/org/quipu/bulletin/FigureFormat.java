package org.quipu.bulletin;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.quipu.Coded;

/** What a figure is written as; the code is the ending of its files. */
public enum FigureFormat implements Coded {
  PNG,
  SVG,
  PDF;

  /** Those that are written where none is named. */
  public static final Set<FigureFormat> USUAL = Collections.unmodifiableSet(EnumSet.of(PNG, SVG));

  /** The file of a figure in this format. */
  String file(String name) {
    return name + "." + code();
  }
}

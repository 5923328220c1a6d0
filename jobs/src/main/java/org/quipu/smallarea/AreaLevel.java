package org.quipu.smallarea;

import org.quipu.Coded;

/** What kind of area a study is about. */
public enum AreaLevel implements Coded {
  PROVINCE,
  DISTRICT,
  /** Areas of a file, whatever they are. */
  AREA
}

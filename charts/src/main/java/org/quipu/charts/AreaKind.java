package org.quipu.charts;

import java.util.Locale;
import org.quipu.text.Messages;

/** What the areas of a figure are. */
public enum AreaKind {
  REGION,
  PROVINCE,
  DISTRICT;

  /** The word for one area. */
  String one(Messages texts) {
    return texts.of("area." + name().toLowerCase(Locale.ROOT));
  }

  /** The word for several areas. */
  String several(Messages texts) {
    return texts.of("areas." + name().toLowerCase(Locale.ROOT));
  }
}

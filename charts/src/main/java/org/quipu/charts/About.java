package org.quipu.charts;

import java.util.Set;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * What every figure says about its numbers.
 *
 * @param language of all its texts
 * @param indicator its label, such as "Violencia ejercida por el esposo o compañero, alguna vez"
 * @param universe who is counted
 * @param source where the numbers come from, with the years
 * @param marks what a reader must know of the numbers
 * @param better which way the indicator should move
 * @param highlighted the region that the figure is about, empty for none
 */
public record About(
    Language language,
    String indicator,
    String universe,
    String source,
    Set<Mark> marks,
    Better better,
    String highlighted) {

  public About {
    marks = Set.copyOf(marks);
  }

  /** The same with one region picked out. */
  public About highlighting(String region) {
    return new About(language, indicator, universe, source, marks, better, region);
  }

  /** The same with another source. */
  public About from(String other) {
    return new About(language, indicator, universe, other, marks, better, highlighted);
  }

  boolean synthetic() {
    return marks.contains(Mark.SYNTHETIC);
  }

  Messages texts() {
    return Messages.beside(About.class, "figures", language);
  }
}

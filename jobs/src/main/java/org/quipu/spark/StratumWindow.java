package org.quipu.spark;

import org.quipu.survey.kernel.StratumRows;
import org.quipu.survey.kernel.SurveyAccumulator;

/**
 * The current stratum of a partition. A stratum is reduced when the next one begins, except at the
 * edges of a piece of a file, where it may continue in another piece and stays open.
 */
final class StratumWindow {
  private final SurveyAccumulator sums;
  private StratumRows current;
  private boolean edge = true;
  private FilePiece piece;

  StratumWindow(SurveyAccumulator sums) {
    this.sums = sums;
  }

  SurveyAccumulator sums() {
    return sums;
  }

  /**
   * Notes the piece of the rows to come; where another begins, the strata on both sides stay open.
   */
  void check(FilePiece next) {
    if (!next.equals(piece)) {
      piece = next;
      edge = true;
      current = null;
    }
  }

  /**
   * Begins another stratum than the current one.
   *
   * @return false if the current one had been reduced before: its rows are not contiguous
   */
  boolean enter(String group, String stratum) {
    if (current != null && !edge && !sums.complete(current)) {
      return false;
    }

    edge = current == null;
    current = sums.stratum(group, stratum);
    return true;
  }

  StratumRows current() {
    return current;
  }

  /** Whether this stratum is the one whose rows are being added. */
  boolean isIn(String group, String stratum) {
    return current != null && current.is(group, stratum);
  }
}

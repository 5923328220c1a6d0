package org.quipu.spark;

import org.apache.spark.rdd.InputFileBlockHolder;
import org.apache.spark.unsafe.types.UTF8String;
import org.quipu.survey.kernel.StratumRows;
import org.quipu.survey.kernel.SurveyAccumulator;

/**
 * The stratum that a partition's rows have reached. A stratum is reduced when the next one begins,
 * but those at the edges of a piece of a file may go on in another piece and stay open.
 */
final class StratumWindow {
  private final SurveyAccumulator sums;
  private StratumRows current;
  private boolean edge = true;
  private UTF8String file;
  private long start;

  StratumWindow(SurveyAccumulator sums) {
    this.sums = sums;
  }

  SurveyAccumulator sums() {
    return sums;
  }

  /**
   * Notes which piece of which file is being read; the strata on both sides of a seam stay open.
   */
  void look() {
    UTF8String nowFile = InputFileBlockHolder.getInputFilePath();
    long nowStart = InputFileBlockHolder.getStartOffset();
    if (start != nowStart || !nowFile.equals(file)) {
      file = nowFile;
      start = nowStart;
      edge = true;
      current = null;
    }
  }

  /**
   * The rows of a stratum, which the caller has found to differ from the last.
   *
   * @return null where the stratum was complete before: rows of a stratum lie apart
   */
  StratumRows enter(String group, String stratum) {
    if (current != null && !edge && !sums.complete(current)) {
      return null;
    }

    edge = current == null;
    current = sums.stratum(group, stratum);
    return current;
  }

  StratumRows current() {
    return current;
  }

  /** Whether this stratum is the one whose rows are being added. */
  boolean in(String group, String stratum) {
    return current != null && current.is(group, stratum);
  }
}

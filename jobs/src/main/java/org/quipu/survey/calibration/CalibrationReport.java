package org.quipu.survey.calibration;

import java.io.Serializable;
import java.util.Map;
import org.quipu.Notice;
import org.quipu.Progress;

/**
 * What a calibration did.
 *
 * @param rows with a weight
 * @param steps of the search for the weights
 * @param smallest of what weights were multiplied by
 * @param largest of it
 * @param effectBefore Kish's design effect of the weights of the sample, n·Σw²/(Σw)²
 * @param effectAfter the same of the calibrated weights
 * @param negative rows whose weight is negative
 * @param trimmed rows whose weight was brought to a bound
 */
public record CalibrationReport(
    CalibrationMethod method,
    long rows,
    int steps,
    double smallest,
    double largest,
    double effectBefore,
    double effectAfter,
    long negative,
    long trimmed)
    implements Serializable {
  private static final int PLACES = 3;

  /** Tells what was done to the weights, and warns of negative ones. */
  public void tell(Progress progress) {
    tell(null, progress);
  }

  /**
   * The same of the groups of a survey, such as its years.
   *
   * @param reports by group; one of a survey without groups under null
   */
  public static void tellAll(Map<String, CalibrationReport> reports, Progress progress) {
    reports.forEach((group, report) -> report.tell(group, progress));
  }

  private void tell(String group, Progress progress) {
    progress.progress(
        of(
            group,
            Notice.of(
                "calibration.made",
                rows,
                steps,
                Notice.decimal(smallest, PLACES),
                Notice.decimal(largest, PLACES),
                Notice.decimal(effectBefore, PLACES),
                Notice.decimal(effectAfter, PLACES))));
    if (trimmed > 0) {
      progress.progress(of(group, Notice.of("calibration.trimmed", trimmed)));
    }

    if (negative > 0) {
      progress.warn(of(group, Notice.of("calibration.negative", negative)));
    }
  }

  private static Notice of(String group, Notice notice) {
    return group == null ? notice : Notice.of("calibration.group", group, notice);
  }
}

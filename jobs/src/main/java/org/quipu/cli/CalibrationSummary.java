package org.quipu.cli;

import java.util.List;
import org.quipu.survey.calibration.CalibrationReport;
import org.quipu.text.Language;

/** What the terminal tells of a calibration. */
final class CalibrationSummary {
  private static final int PLACES = 3;

  private CalibrationSummary() {}

  /** Tells what was done to the weights, and warns of negative ones. */
  static void tell(List<CalibrationReport> reports, Console console) {
    Language language = console.language();
    for (CalibrationReport report : reports) {
      console.progress(
          console
              .texts()
              .of(
                  "calibration.made",
                  language.count(report.rows()),
                  report.steps(),
                  language.decimal(report.smallest(), PLACES),
                  language.decimal(report.largest(), PLACES),
                  language.decimal(report.effectBefore(), PLACES),
                  language.decimal(report.effectAfter(), PLACES)));
      if (report.trimmed() > 0) {
        console.progress(
            console.texts().of("calibration.trimmed", language.count(report.trimmed())));
      }

      if (report.negative() > 0) {
        console.warn(console.texts().of("calibration.negative", language.count(report.negative())));
      }
    }
  }
}

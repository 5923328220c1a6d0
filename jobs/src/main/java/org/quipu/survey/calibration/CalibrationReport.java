package org.quipu.survey.calibration;

import java.io.Serializable;

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
    implements Serializable {}

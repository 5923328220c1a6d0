package org.quipu.meta;

/** A mean effect with its confidence interval, and the prediction interval of a new unit's. */
public record Prediction(
    double estimate,
    double standardError,
    double low,
    double high,
    double predictionLow,
    double predictionHigh) {}

package org.quipu.meta;

/** A mean effect and its interval, and the prediction interval of a new region's true effect. */
public record Prediction(
    double estimate,
    double standardError,
    double low,
    double high,
    double predictionLow,
    double predictionHigh) {}

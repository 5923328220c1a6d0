package org.quipu.survey.calibration;

/** What the factors of a calibration multiply, and its bounds bound. */
public enum StartingWeights {
  /** The weights as the design has them. */
  AS_GIVEN,
  /**
   * The weights brought to the size of the population, all by the same factor: for those that are
   * right to each other alone, such as weights with a mean of 1.
   */
  POPULATION_SIZE
}

package org.quipu.survey;

/** The simple random sample of the same size that a design effect compares with. */
public enum DeffReference {
  /** Drawn with replacement (R's {@code deff = "replace"}). */
  WITH_REPLACEMENT,
  /** Drawn without replacement from a population as large as the sum of the weights. */
  WITHOUT_REPLACEMENT
}

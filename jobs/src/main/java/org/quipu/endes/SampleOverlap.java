package org.quipu.endes;

/** Whether the clusters that the samples of two years share count in the variance of a change. */
public enum SampleOverlap {
  COUNTED,
  /** The samples are treated as independent. */
  IGNORED
}

package org.quipu.bulletin;

/** Two years between which a change was measured. */
public record Span(int from, int to) {
  @Override
  public String toString() {
    return from + " to " + to;
  }
}

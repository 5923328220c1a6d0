package org.quipu.smallarea;

import java.util.List;

/**
 * A place whose prevalence a cluster model predicts, such as a district.
 *
 * @param area the position of the area in which it lies
 * @param parts of the place, such as its urban and its rural part
 */
public record ClusterPlace(int area, List<Part> parts) {
  /** Keeps a copy. */
  public ClusterPlace {
    parts = List.copyOf(parts);
  }

  /**
   * A part of a place.
   *
   * @param share of the place's women, 0 to 1; the shares of a place sum to 1
   * @param design the columns of the model, the intercept among them
   */
  public record Part(double share, List<Double> design) {
    /** Keeps a copy. */
    public Part {
      design = List.copyOf(design);
    }
  }
}

package org.quipu.association;

/**
 * One region in the headline regression. A region without weight has zeros.
 *
 * @param weight percent of the sum of the weights 1/(v + τ²) (R: {@code metafor::weights.rma.uni})
 * @param leverage diagonal of the hat matrix (R: {@code metafor::hatvalues.rma.uni})
 * @param cook Cook's distance; NaN where the model cannot be fitted without the region
 */
public record AssociationPoint(Region region, double weight, double leverage, double cook) {
  static AssociationPoint withoutWeight(Region region) {
    return new AssociationPoint(region, 0, 0, 0);
  }
}

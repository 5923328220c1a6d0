package org.quipu.smallarea;

/**
 * A parameter of how areas vary around the regression, such as their variance.
 *
 * @param name {@code sigma2u}, the variance between areas, and what else the model has, such as
 *     {@code rho}
 * @param standardError from the information about the parameters at their estimates; NaN where it
 *     says nothing
 */
public record VarianceComponent(String name, double estimate, double standardError) {}

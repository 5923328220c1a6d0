package org.quipu.smallarea;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The random effects of areas and of their groups given all parameters: their mode by Newton's
 * method, the marginal likelihood by Laplace's approximation at the mode, and draws from the normal
 * distribution that approximates them there. Effects are in units of their standard deviations, so
 * that a deviation of 0 is no special case. Given the effect of its group an area's effect depends
 * on no other, so that a Schur complement a group solves the equations.
 */
final class ClusterEffects {
  private static final int STEPS = 100;

  /** The last step of Newton's method, which is quadratic: what it leaves is about its square. */
  private static final double SMALL = 1e-6;

  /** A fall of the log density by rounding alone. */
  private static final double ROUNDING = 1e-9;

  /** The shortest part of a step that is tried. */
  private static final double SHORTEST = 1e-6;

  private final BetaBinomial[] counts;
  private final int[] area;
  private final int[] groupOf;

  /** The effects, where they are now. */
  private final double[] areas;

  private final double[] groups;

  /** The slopes of the log density. */
  private final double[] areaSlope;

  private final double[] groupSlope;

  /** The negative second derivatives: by area, between area and group, and by group less areas. */
  private final double[] ofArea;

  private final double[] between;
  private final double[] ofGroup;

  ClusterEffects(ClusterData data) {
    this.counts = new BetaBinomial[data.size()];
    for (int c = 0; c < counts.length; c++) {
      counts[c] = new BetaBinomial(data.cases()[c], data.women()[c]);
    }
    this.area = data.area();
    this.groupOf = data.groupOfArea();
    this.areas = new double[groupOf.length];
    this.groups = new double[data.groupKeys().size()];
    this.areaSlope = new double[areas.length];
    this.groupSlope = new double[groups.length];
    this.ofArea = new double[areas.length];
    this.between = new double[areas.length];
    this.ofGroup = new double[groups.length];
  }

  /**
   * Finds the mode, from that of the last call, which is near where parameters change little.
   *
   * @param fixed x'β of each cluster
   * @param areaDeviation of the areas' effects
   * @param groupDeviation of the groups' effects, 0 for a model without groups
   * @param dispersion 1/φ, 0 for the binomial model
   * @return the log-likelihood of the parameters by Laplace's approximation, or negative infinity
   *     where there is no mode
   */
  double fit(double[] fixed, double areaDeviation, double groupDeviation, double dispersion) {
    double[] areaStep = new double[areas.length];
    double[] groupStep = new double[groups.length];
    double density = differentiate(fixed, areaDeviation, groupDeviation, dispersion);
    for (int step = 0; step < STEPS && eliminate(); step++) {
      double largest = solve(areaStep, groupStep);
      double before = density;
      double length = 1;
      move(areaStep, groupStep, length);
      density = differentiate(fixed, areaDeviation, groupDeviation, dispersion);
      while (!(density >= before - ROUNDING) && length > SHORTEST) {
        length /= 2;
        move(areaStep, groupStep, -length);
        density = differentiate(fixed, areaDeviation, groupDeviation, dispersion);
      }
      if (largest < SMALL) {
        return eliminate() ? density - logRootDeterminant() : Double.NEGATIVE_INFINITY;
      }
    }

    Arrays.fill(areas, 0);
    Arrays.fill(groups, 0);
    return Double.NEGATIVE_INFINITY;
  }

  /** The log density of counts and effects; leaves its slopes and negative second derivatives. */
  private double differentiate(
      double[] fixed, double areaDeviation, double groupDeviation, double dispersion) {
    Arrays.fill(areaSlope, 0);
    Arrays.fill(groupSlope, 0);
    Arrays.fill(ofArea, 0);
    Arrays.fill(ofGroup, 1);
    double density = 0;
    for (int c = 0; c < counts.length; c++) {
      int i = area[c];
      counts[c].at(
          fixed[c] + areaDeviation * areas[i] + groupDeviation * groups[groupOf[i]], dispersion);
      density += counts[c].value();
      areaSlope[i] += counts[c].slope();
      ofArea[i] -= counts[c].curvature();
    }

    for (int i = 0; i < areas.length; i++) {
      int g = groupOf[i];
      groupSlope[g] += groupDeviation * areaSlope[i];
      areaSlope[i] = areaDeviation * areaSlope[i] - areas[i];
      ofGroup[g] += groupDeviation * groupDeviation * ofArea[i];
      between[i] = areaDeviation * groupDeviation * ofArea[i];
      ofArea[i] = 1 + areaDeviation * areaDeviation * ofArea[i];
      density -= areas[i] * areas[i] / 2;
    }
    for (int g = 0; g < groups.length; g++) {
      groupSlope[g] -= groups[g];
      density -= groups[g] * groups[g] / 2;
    }

    return density;
  }

  /** Takes the areas out of the groups' second derivatives; false where these are not positive. */
  private boolean eliminate() {
    boolean positive = true;
    for (int i = 0; i < areas.length; i++) {
      positive &= ofArea[i] > 0;
      ofGroup[groupOf[i]] -= between[i] * between[i] / ofArea[i];
    }
    for (double schur : ofGroup) {
      positive &= schur > 0;
    }

    return positive;
  }

  /** Newton's step; returns its largest part. */
  private double solve(double[] areaStep, double[] groupStep) {
    System.arraycopy(groupSlope, 0, groupStep, 0, groups.length);
    for (int i = 0; i < areas.length; i++) {
      groupStep[groupOf[i]] -= between[i] / ofArea[i] * areaSlope[i];
    }
    double largest = 0;
    for (int g = 0; g < groups.length; g++) {
      groupStep[g] /= ofGroup[g];
      largest = Math.max(largest, Math.abs(groupStep[g]));
    }
    for (int i = 0; i < areas.length; i++) {
      areaStep[i] = (areaSlope[i] - between[i] * groupStep[groupOf[i]]) / ofArea[i];
      largest = Math.max(largest, Math.abs(areaStep[i]));
    }

    return largest;
  }

  private void move(double[] areaStep, double[] groupStep, double length) {
    for (int i = 0; i < areas.length; i++) {
      areas[i] += length * areaStep[i];
    }
    for (int g = 0; g < groups.length; g++) {
      groups[g] += length * groupStep[g];
    }
  }

  private double logRootDeterminant() {
    double sum = 0;
    for (double second : ofArea) {
      sum += Math.log(second);
    }
    for (double schur : ofGroup) {
      sum += Math.log(schur);
    }

    return sum / 2;
  }

  /** The mode of the areas' effects, in units of their standard deviation. */
  double[] areas() {
    return areas.clone();
  }

  /** The mode of the groups' effects, in units of their standard deviation. */
  double[] groups() {
    return groups.clone();
  }

  /**
   * Draws how far the effects lie from their mode, in units of their standard deviations.
   *
   * @param areaDraw filled, one an area
   * @param groupDraw filled, one a group
   */
  void draw(RandomGenerator random, double[] areaDraw, double[] groupDraw) {
    for (int g = 0; g < groups.length; g++) {
      groupDraw[g] = random.nextGaussian() / Math.sqrt(ofGroup[g]);
    }
    for (int i = 0; i < areas.length; i++) {
      areaDraw[i] =
          random.nextGaussian() / Math.sqrt(ofArea[i])
              - between[i] / ofArea[i] * groupDraw[groupOf[i]];
    }
  }
}

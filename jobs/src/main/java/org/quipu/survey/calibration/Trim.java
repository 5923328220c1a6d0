package org.quipu.survey.calibration;

import java.io.Serializable;
import org.quipu.UserException;

/**
 * Bounds of the weights themselves (R: {@code survey::trimWeights}): what is beyond them is brought
 * to them, and what that takes or adds is shared by the other rows in equal parts. Totals are then
 * met no longer.
 *
 * @param low the least weight; minus infinity for none
 * @param high the largest weight; infinity for none
 * @param strict whether rows that the sharing pushes beyond a bound are brought back, and so on
 */
public record Trim(double low, double high, boolean strict) implements Serializable {
  /** Weights as they are. */
  public static final Trim NONE =
      new Trim(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

  public Trim {
    if (!(low < high)) {
      throw new UserException(
          "weights trimmed to " + low + " and " + high + ": the first must be the smaller one");
    }
  }

  /** Whether there is no bound. */
  public boolean isNone() {
    return low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY;
  }
}

package org.quipu.endes;

import org.quipu.Coded;

/** How much each woman counts in estimates of ENDES. */
public enum Weighting implements Coded {
  /** By the weight that INEI gives her, as in INEI's figures. */
  INEI,
  /**
   * By that weight times the women of 15 to 49 years of her household. One of them is selected to
   * be asked about violence, which INEI's weight does not make up for: estimates so weighted show
   * what that does to INEI's.
   */
  ELIGIBLE_WOMEN {
    @Override
    public String code() {
      return "eligible-women";
    }
  }
}

package org.quipu.change;

import java.util.List;

/** Years whose samples have no cluster in common. */
public final class IndependentYears implements TrendFamily.Samples {
  @Override
  public double covariance(int domain, int year, int laterYear) {
    return 0;
  }

  @Override
  public int sharedDf(int domain, int year, List<Integer> earlier) {
    return 0;
  }
}

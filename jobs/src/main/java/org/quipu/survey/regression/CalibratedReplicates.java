package org.quipu.survey.regression;

import java.util.List;
import org.quipu.survey.calibration.AuxiliaryRows;

/** Replicates whose weights are calibrated, each by itself. */
final class CalibratedReplicates implements RowReplicates {
  private static final long serialVersionUID = 1L;

  private final RowReplicates sampled;

  /**
   * @param sampled the same as they were sampled
   */
  CalibratedReplicates(RowReplicates sampled) {
    this.sampled = sampled;
  }

  @Override
  public List<Double> scales() {
    return sampled.scales();
  }

  @Override
  public String name(int replicate) {
    return sampled.name(replicate);
  }

  /** That of the sample: a calibration tells nothing of the variance that clusters show. */
  @Override
  public int rank(EncodedRows rows) {
    return sampled.rank(rows);
  }

  @Override
  public Weights of(RowChunk chunk) {
    Weights weights = sampled.of(chunk);
    AuxiliaryRows auxiliaries = chunk.auxiliaries.counting();
    return (replicate, row) -> weights.of(replicate, row) * auxiliaries.ratio(replicate, row);
  }
}

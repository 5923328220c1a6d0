package org.quipu.survey.calibration;

import java.io.Serializable;
import java.util.Optional;
import org.quipu.survey.ReplicateFactors;

/**
 * The weights that a calibration found, as functions of a row's values, and what variances need of
 * it: an estimate's variance is that of the residuals of its linearized values z, with β = P·Σ
 * a·x·z over the whole sample, so that a cluster counts with Σ w″·z − (Σ v·x)'β, where v is the
 * calibrated weight, w″ the same after trimming, and a the {@link #projectionWeight}. That is what
 * R's {@code survey::svyrecvar} computes, but for rows of weight 0: here they add nothing, as if
 * they were not there; of a post-stratified design R takes 1 for their weight, and adds the mean of
 * z in their cell.
 */
public final class CalibratedWeights implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Auxiliaries auxiliaries;
  private final Standard standard;
  private final Ratio ratio;
  private final double[] coefficients;
  private final double[][] projection;
  private final boolean weighted;
  private final double first;
  private final double weightScale;
  private final Trimming trimming;
  private final CalibrationReport report;
  private final CalibratedReplicates replicates;

  /**
   * @param weighted whether the rows count by their weight where β is found
   * @param first what all weights are multiplied by before the calibration
   */
  CalibratedWeights(
      Auxiliaries auxiliaries,
      Standard standard,
      Ratio ratio,
      double[] coefficients,
      double[][] projection,
      boolean weighted,
      double first,
      double weightScale,
      Trimming trimming,
      CalibrationReport report,
      CalibratedReplicates replicates) {
    this.auxiliaries = auxiliaries;
    this.standard = standard;
    this.ratio = ratio;
    this.coefficients = coefficients;
    this.projection = projection;
    this.weighted = weighted;
    this.first = first;
    this.weightScale = weightScale;
    this.trimming = trimming;
    this.report = report;
    this.replicates = replicates;
  }

  /** The same with those of replicates. */
  CalibratedWeights with(CalibratedReplicates found) {
    return new CalibratedWeights(
        auxiliaries,
        standard,
        ratio,
        coefficients,
        projection,
        weighted,
        first,
        weightScale,
        trimming,
        report,
        found);
  }

  /** How many replicates are calibrated too; 0 without. */
  public int replicates() {
    return replicates.count();
  }

  /** What they multiply the weights of clusters by; null of replicate weights of the file. */
  public ReplicateFactors replicateFactors() {
    return replicates.factors();
  }

  /** A replicate in which weights are negative, as messages call it; empty without. */
  public Optional<String> negativeReplicate() {
    return Optional.ofNullable(replicates.negative());
  }

  /** The coefficients of the auxiliary columns in a replicate. */
  double[] replicateCoefficients(int replicate) {
    return replicates.coefficients(replicate);
  }

  /** What a replicate multiplies a row's weight in it by, by the row's linear predictor. */
  double replicateRatio(int replicate, double predictor) {
    return replicates.first(replicate) * ratio.of(predictor);
  }

  public Auxiliaries auxiliaries() {
    return auxiliaries;
  }

  public CalibrationReport report() {
    return report;
  }

  /** How many auxiliary columns there are. */
  public int count() {
    return auxiliaries.count();
  }

  /** The matrix P, p × p. */
  public double[][] projection() {
    return projection;
  }

  /** Brings a row's numbers to the scale of the columns x, in place. */
  public void standardize(double[] numbers) {
    standard.apply(numbers);
  }

  /** The calibrated weight v of a row that weighs so much; not trimmed. */
  public double calibrated(double weight, int[] levels, double[] numbers) {
    return first * weight * ratio.of(predictor(auxiliaries, coefficients, levels, numbers));
  }

  /** A calibrated weight after trimming, w″. */
  public double trimmed(double calibrated) {
    return trimming.isNone() ? calibrated : trimming.of(calibrated / weightScale) * weightScale;
  }

  /** How much a row counts where β is found, a. */
  public double projectionWeight(double weight, double calibrated, double trimmed) {
    double share = calibrated == 0 ? 1 : trimmed / calibrated;
    return weighted ? first * weight / weightScale * share : share;
  }

  static double predictor(
      Auxiliaries auxiliaries, double[] coefficients, int[] levels, double[] numbers) {
    double sum = auxiliaries.constants() > 0 ? coefficients[0] : 0;
    for (int level : levels) {
      sum += coefficients[level];
    }

    for (int j = 0; j < numbers.length; j++) {
      sum += coefficients[auxiliaries.firstNumber() + j] * numbers[j];
    }

    return sum;
  }
}

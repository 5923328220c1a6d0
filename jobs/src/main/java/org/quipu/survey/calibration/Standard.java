package org.quipu.survey.calibration;

import java.io.Serializable;

/**
 * Centres and scales of the variables of numbers, without which sums of their products would lose
 * digits. The columns span the same where they have a constant, else nothing is centred.
 */
final class Standard implements Serializable {
  private static final long serialVersionUID = 1L;
  private final double[] centres;
  private final double[] scales;

  private Standard(double[] centres, double[] scales) {
    this.centres = centres;
    this.scales = scales;
  }

  /** By the means and standard deviations of the sample. */
  static Standard of(SampleKinds sample) {
    Auxiliaries auxiliaries = sample.auxiliaries();
    int count = auxiliaries.numbers();
    double[] centres = new double[count];
    double[] scales = new double[count];
    double all = sample.sum();

    for (int j = 0; j < count; j++) {
      for (int k = 0; k < sample.count() && auxiliaries.spanConstant(); k++) {
        centres[j] += sample.weights(k) * sample.number(k, j) / all;
      }

      double square = 0;
      for (int k = 0; k < sample.count(); k++) {
        double distance = sample.number(k, j) - centres[j];
        square += sample.weights(k) * distance * distance / all;
      }

      scales[j] = square > 0 ? Math.sqrt(square) : 1;
    }

    return new Standard(centres, scales);
  }

  void apply(double[] numbers) {
    for (int j = 0; j < numbers.length; j++) {
      numbers[j] = (numbers[j] - centres[j]) / scales[j];
    }
  }

  /**
   * The total of a standardized variable.
   *
   * @param size of the population; without a constant it does not count
   */
  double total(int number, double total, double size) {
    double centred = centres[number] == 0 ? total : total - centres[number] * size;
    return centred / scales[number];
  }
}

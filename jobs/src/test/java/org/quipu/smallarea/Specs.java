package org.quipu.smallarea;

/** What tests want otherwise than is usual. */
final class Specs {
  private Specs() {}

  /** The same with another benchmark, threshold, number of highest areas and draws. */
  static SmallAreaSpec with(
      SmallAreaSpec usual, Benchmark benchmark, double threshold, int top, int draws, long seed) {
    return new SmallAreaSpec(
        usual.method(),
        usual.nested(),
        usual.scale(),
        usual.back(),
        usual.variances(),
        usual.deff(),
        benchmark,
        threshold,
        top,
        draws,
        seed,
        usual.select(),
        usual.mse());
  }
}

package org.quipu.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import org.quipu.smallarea.BackTransformation;
import org.quipu.smallarea.Benchmark;
import org.quipu.smallarea.MseFormula;
import org.quipu.smallarea.Scale;
import org.quipu.smallarea.SelectionCriterion;
import org.quipu.smallarea.SmallAreaMethod;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.smallarea.VarianceSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how areas are estimated. */
final class SmallAreaOptions {
  /** Levels of variance. */
  enum Levels {
    ONE,
    NESTED
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--method", paramLabel = "M")
  private SmallAreaMethod method;

  @Option(names = "--levels", paramLabel = "L")
  private Levels levels;

  @Option(names = "--scale", paramLabel = "S")
  private Scale scale;

  @Option(names = "--back", paramLabel = "B")
  private BackTransformation back;

  @Option(names = "--variances", paramLabel = "V")
  private VarianceSource variances;

  @Option(names = "--deff", paramLabel = "X")
  private Double deff;

  @Option(names = "--benchmark", paramLabel = "B")
  private Benchmark benchmark;

  @Option(names = "--select", paramLabel = "C")
  private SelectionCriterion select;

  @Option(names = "--mse", paramLabel = "F", converter = Converters.MseName.class)
  private MseFormula mse;

  @Option(names = "--threshold", paramLabel = "P")
  private Double threshold;

  @Option(names = "--top", paramLabel = "N")
  private Integer top;

  @Option(names = "--draws", paramLabel = "N")
  private Integer draws;

  @Option(names = "--seed", paramLabel = "N")
  private Long seed;

  /**
   * The study that these options ask for.
   *
   * @param usual what is not said
   * @param deffUnsaid the design effect where none is named; empty for the pooled one
   * @param unit how large one unit of the estimates is on the command line: 100 for percent
   */
  SmallAreaSpec spec(SmallAreaSpec usual, OptionalDouble deffUnsaid, double unit) {
    SmallAreaMethod chosen = method == null ? usual.method() : method;
    boolean ofClusters = chosen == SmallAreaMethod.BETA_BINOMIAL;
    if (ofClusters && (back != null || variances != null || deff != null)) {
      throw WrongCommandLine.of(command, "wrong.counts.cases");
    }
    Scale on = scale == null ? (ofClusters ? Scale.LOGIT : usual.scale()) : scale;
    try {
      return new SmallAreaSpec(
          chosen,
          levels == null
              ? chosen.nests() && (method == null ? usual.nested() : true)
              : levels == Levels.NESTED,
          on,
          back == null ? usualBack(on) : back,
          variances == null ? usual.variances() : variances,
          deff == null ? deffUnsaid : OptionalDouble.of(deff),
          benchmark == null ? usual.benchmark() : benchmark,
          threshold == null ? usual.threshold() : threshold / unit,
          top == null ? usual.top() : top,
          draws == null ? usual.draws() : draws,
          seed == null ? usual.seed() : seed,
          Optional.ofNullable(select),
          Optional.ofNullable(mse));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private static BackTransformation usualBack(Scale scale) {
    return switch (scale) {
      case PLAIN -> BackTransformation.NAIVE;
      case ARCSINE, LOGIT -> BackTransformation.BC;
      case LOG -> BackTransformation.BC_SM;
    };
  }
}

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

  @Option(
      names = "--method",
      paramLabel = "M",
      description =
          "bayes (hierarchical Bayes by quadrature; the default with --store), reml (the default"
              + " with --direct), ml, moments, or an adjusted likelihood, which gives no variance"
              + " of 0: ampl, amrl, ampl_yl, amrl_yl; or spatial (areas resemble their neighbours,"
              + " as in --neighbours); or, of --direct with several times, spacetime (they resemble"
              + " their own past too, model ST of sae) or spacetime_independent (an area's times"
              + " differ independently, model S): of the two, that with the lower aic in"
              + " small_area_model. With --level district beta_binomial (the counts of clusters).")
  private SmallAreaMethod method;

  @Option(
      names = "--levels",
      paramLabel = "L",
      description =
          "one: areas vary around the regression; nested: regions too, and of districts provinces."
              + " Default: nested with bayes and known regions and for districts, else one.")
  private Levels levels;

  @Option(
      names = "--scale",
      paramLabel = "S",
      description =
          "Scale of the model: plain (the default with --direct), arcsine (the default with"
              + " --store), logit or log.")
  private Scale scale;

  @Option(
      names = "--back",
      paramLabel = "B",
      description =
          "From the scale back to the estimates: naive, bc (bias-corrected; arcsine, logit),"
              + " bc_crude or bc_sm (log). Default: bc on arcsine and logit, bc_sm on log. With"
              + " bayes it is the posterior mean.")
  private BackTransformation back;

  @Option(
      names = "--variances",
      paramLabel = "V",
      description =
          "Sampling variances: direct (standard errors of the direct estimates), gvf (a variance"
              + " function of the level and of n fitted to them, for proportions; with --direct its"
              + " file needs n, deff and df) or deff (one design effect). On arcsine always deff.")
  private VarianceSource variances;

  @Option(
      names = "--deff",
      paramLabel = "X",
      description = "The design effect. Default: pooled over the areas; with --direct 1.")
  private Double deff;

  @Option(
      names = "--benchmark",
      paramLabel = "B",
      description =
          "How areas are made to add up to their region: ratio (the default with --store), raking,"
              + " mse or none.")
  private Benchmark benchmark;

  @Option(
      names = "--select",
      paramLabel = "C",
      description =
          "The covariates are chosen among those named: aic (the conditional criterion of Akaike:"
              + " areas are predicted best) or bic (fewer covariates). small_area_model has those"
              + " left out, and by how much. Default: all enter.")
  private SelectionCriterion select;

  @Option(
      names = "--mse",
      paramLabel = "F",
      converter = Converters.MseName.class,
      description =
          "Mean squared error with --method reml, ml or moments: prasad-rao, or datta-lahiri, which"
              + " also takes off the bias of the variance between areas (the default, as in sae).")
  private MseFormula mse;

  @Option(
      names = "--threshold",
      paramLabel = "P",
      description = "The table says how probable a value above it is, in the estimates' units.")
  private Double threshold;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many areas count as the highest. Default: 20.")
  private Integer top;

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "Joint draws for ranks and probabilities. Default: 1000.")
  private Integer draws;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the draws. Default: 1.")
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
      throw new ParameterException(
          command.commandLine(),
          "the method beta_binomial counts cases: it goes without --back, --variances and --deff");
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

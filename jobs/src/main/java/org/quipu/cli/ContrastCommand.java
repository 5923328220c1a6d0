package org.quipu.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quipu.endes.SampleOverlap;
import org.quipu.job.ContrastJob;
import org.quipu.job.LevelContrastJob;
import org.quipu.job.WrittenEstimates;
import org.quipu.store.Store;
import org.quipu.survey.contrast.Expression;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "contrast")
final class ContrastCommand extends BaseCommand {
  @ArgGroup(multiplicity = "1")
  private From from;

  @Option(names = "--covariance", paramLabel = "FILE", converter = Converters.Input.class)
  private Path covariance;

  @Option(names = "--independent")
  private boolean independent;

  @Mixin private WritingOptions writing;

  @Option(
      names = "--expression",
      paramLabel = "NAME=EXPR",
      arity = "1..*",
      converter = Converters.ExpressionText.class,
      required = true)
  private List<Expression> expressions = List.of();

  @Mixin private PageOutput output;

  /** Where the estimates are. */
  static final class From {
    @Option(
        names = "--regression",
        paramLabel = "DIR",
        converter = Converters.Input.class,
        required = true)
    private Path regression;

    @Option(
        names = "--estimates",
        paramLabel = "FILE",
        converter = Converters.Input.class,
        required = true)
    private Path estimates;

    @Option(
        names = "--store",
        paramLabel = "DIR",
        converter = Converters.StoreFolder.class,
        required = true)
    private String store;
  }

  @Override
  protected void run(Console console) {
    Set<String> names = new HashSet<>();
    for (Expression expression : expressions) {
      if (!names.add(expression.name())) {
        throw wrongOption("wrong.contrast.twice", expression.name());
      }
    }

    if ((from.estimates == null) != (covariance == null)) {
      throw wrongOption("wrong.together", "--estimates", "--covariance");
    }

    if (independent && from.store == null) {
      throw wrongOption("wrong.goes.with", "--independent", "--store");
    }

    ContrastJob.Result result = contrasts(console);
    result
        .export(output.folder())
        .forEach(file -> console.progress(console.texts().of("wrote", file)));
    ContrastSummary.lines(result, console).forEach(console::say);
  }

  private ContrastJob.Result contrasts(Console console) {
    if (from.store != null) {
      return new LevelContrastJob(writing.in(Store.existing(from.store)), console)
          .run(expressions, independent ? SampleOverlap.IGNORED : SampleOverlap.COUNTED);
    }

    return ContrastJob.of(
        from.regression == null
            ? WrittenEstimates.of(from.estimates, covariance)
            : WrittenEstimates.ofRegression(from.regression),
        expressions);
  }
}

package org.quipu.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quipu.job.ContrastJob;
import org.quipu.job.WrittenCoefficients;
import org.quipu.survey.contrast.Expression;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "contrast")
final class ContrastCommand extends BaseCommand {
  @Option(names = "--regression", paramLabel = "DIR", required = true)
  private Path regression;

  @Option(
      names = "--expression",
      paramLabel = "NAME=EXPR",
      arity = "1..*",
      converter = Converters.ExpressionText.class,
      required = true)
  private List<Expression> expressions = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true)
  private Path out;

  @Override
  protected void run(Console console) {
    Set<String> names = new HashSet<>();
    for (Expression expression : expressions) {
      if (!names.add(expression.name())) {
        throw wrongOption("wrong.contrast.twice", expression.name());
      }
    }

    ContrastJob.Result result = ContrastJob.of(WrittenCoefficients.read(regression), expressions);
    result.export(out).forEach(file -> console.progress(console.texts().of("wrote", file)));
    ContrastSummary.lines(result, console).forEach(console::say);
  }
}

package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.quipu.job.SmallAreaTables;
import org.quipu.job.SmallAreasJob;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.Benchmark;
import org.quipu.smallarea.SmallAreaMethod;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.store.SmallAreaRow;
import org.quipu.store.Store;
import org.quipu.study.SmallAreaFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "small-areas")
final class SmallAreasCommand extends BaseCommand {
  @Mixin private StoredAreaOptions stored;

  @Option(
      names = "--indicator",
      paramLabel = "I",
      arity = "1..*",
      converter = Converters.IndicatorName.class)
  private List<String> indicators = List.of();

  @Option(names = "--direct", paramLabel = "FILE")
  private Path direct;

  @Option(names = "--covariates", paramLabel = "FILE")
  private Path covariates;

  @Option(names = "--covariate", paramLabel = "NAME", arity = "1..*")
  private List<String> names = List.of();

  @Option(names = "--neighbours", paramLabel = "FILE")
  private Path neighbours;

  @Mixin private SmallAreaOptions model;
  @Mixin private TableOutput output;
  @Mixin private WritingOptions writing;

  @Override
  protected void run(Console console) {
    Optional<Store> store =
        direct == null ? Optional.of(writing.in(stored.open("--direct"))) : Optional.empty();
    SmallAreaTables result =
        store.map(each -> ofStore(each, console)).orElseGet(() -> ofFiles(console));
    output
        .folder()
        .ifPresent(
            out ->
                store
                    .map(SmallAreaTables::of)
                    .orElse(result)
                    .export(out, words())
                    .forEach(file -> console.progress(console.texts().of("wrote", file))));
    console.warnOfMissing(
        "--indicator", indicators, result.areas().stream().map(SmallAreaRow::indicator));
    SmallAreaSummary.lines(result.areas(), console).forEach(console::say);
  }

  private SmallAreaTables ofStore(Store store, Console console) {
    return new SmallAreasJob(store, console)
        .run(
            new SmallAreasJob.Request(
                stored.level(),
                stored.years(),
                indicators,
                names,
                covariates,
                neighbours,
                storedSpec()));
  }

  private SmallAreaSpec storedSpec() {
    SmallAreaSpec spec = spec(SmallAreaSpec.usual(stored.level()), OptionalDouble.empty(), 100);
    boolean ofClusters = spec.method() == SmallAreaMethod.BETA_BINOMIAL;
    if (ofClusters != (stored.level() == AreaLevel.DISTRICT)) {
      throw wrongOption("wrong.together", "--level district", "--method beta_binomial");
    }

    return spec;
  }

  private SmallAreaTables ofFiles(Console console) {
    if (stored.given() || !indicators.isEmpty()) {
      throw wrongOption("wrong.direct");
    }

    SmallAreaSpec spec = spec(SmallAreaSpec.reml(), OptionalDouble.of(1), 1);
    if (spec.method() == SmallAreaMethod.BETA_BINOMIAL) {
      throw wrongOption("wrong.beta.binomial");
    }
    if (spec.benchmark() != Benchmark.NONE) {
      throw wrongOption("wrong.benchmark");
    }

    return SmallAreasJob.ofFiles(
        new SmallAreaFiles(direct, covariates, neighbours, names), spec, console);
  }

  private SmallAreaSpec spec(SmallAreaSpec usual, OptionalDouble deff, double unit) {
    SmallAreaSpec spec = model.spec(usual, deff, unit);
    if (spec.method().needsNeighbours() != (neighbours != null)) {
      throw wrongOption("wrong.neighbours");
    }
    if (spec.method().timeEffects().isPresent() && direct == null) {
      throw wrongOption("wrong.spacetime");
    }

    return spec;
  }
}

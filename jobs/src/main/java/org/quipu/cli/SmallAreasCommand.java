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
import org.quipu.store.Store;
import org.quipu.study.SmallAreaFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "small-areas",
    description = {
      "Estimates for provinces, districts or any other areas that have few interviews: each area's"
          + " own estimate combined with a regression on what is known of all areas, with the error"
          + " of the result.",
      "",
      "Districts have too few interviews for estimates of their own: cases among the women of each"
          + " cluster are modelled, with effects of districts in provinces in regions. A district"
          + " that is estimated no better than by the value of its province is marked"
          + " 'no_better_than_province'.",
      "",
      "An estimate of a model is marked 'model' in the column quality. Areas of the same rank_group"
          + " cannot be told apart from its first; those with may_be_in_top cannot be told from the"
          + " highest (--top). Sets of ranks hold at 95 %%, of one area (rank_set_low,"
          + " rank_set_high) or of all at once (rank_set_all_low, rank_set_all_high).",
    },
    footer = {
      "",
      "Examples:",
      "  quipu small-areas --store store --years 2021 2022 2023 2024 --out out",
      "  quipu small-areas --store store --level district --out out",
      "  quipu small-areas --direct direct.csv --covariates covariates.csv --out out"
    })
final class SmallAreasCommand extends BaseCommand {
  @Mixin private StoredAreaOptions stored;

  @Option(
      names = "--indicator",
      paramLabel = "I",
      arity = "1..*",
      converter = Converters.IndicatorName.class,
      description = "Indicators. Default: the four forms of violence, ever.")
  private List<String> indicators = List.of();

  @Option(
      names = "--direct",
      paramLabel = "FILE",
      description =
          "Instead of a store: CSV with area, estimate, standard_error, and where known n, region,"
              + " label, psus, df, deff, indicator; time (whole numbers, such as years) where areas"
              + " have several.")
  private Path direct;

  @Option(
      names = "--covariates",
      paramLabel = "FILE",
      description =
          "CSV with area (with --store the UBIGEO of a province or district) and columns of"
              + " numbers; of districts, pct_urban is the urban share of their women; time where"
              + " they vary with that of --direct. With --direct, areas that only this file has are"
              + " estimated without sample.")
  private Path covariates;

  @Option(
      names = "--covariate",
      paramLabel = "NAME",
      arity = "1..*",
      description =
          "Covariates to use. Default: all columns of numbers, and with --store those of the"
              + " census; of districts urban (whether a cluster is) and pct_indigenous. Also known"
              + " of districts: human_development, pct_poor, altitude, log_density.")
  private List<String> names = List.of();

  @Option(
      names = "--neighbours",
      paramLabel = "FILE",
      description =
          "Goes with --method spatial and spacetime: CSV with area and neighbour, one row for each"
              + " neighbour of each area.")
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
                    .export(out, output.words())
                    .forEach(file -> console.progress("wrote " + file)));
    SmallAreaSummary.of(result.areas()).forEach(console::say);
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
      throw wrongOption("--level district and --method beta_binomial go together");
    }

    return spec;
  }

  private SmallAreaTables ofFiles(Console console) {
    if (stored.given() || !indicators.isEmpty()) {
      throw wrongOption("--direct goes without --store, --level, --years and --indicator");
    }

    SmallAreaSpec spec = spec(SmallAreaSpec.reml(), OptionalDouble.of(1), 1);
    if (spec.method() == SmallAreaMethod.BETA_BINOMIAL) {
      throw wrongOption("--method beta_binomial needs the clusters of a store");
    }
    if (spec.benchmark() != Benchmark.NONE) {
      throw wrongOption("--benchmark needs what the areas add up to: it goes with --store");
    }

    return SmallAreasJob.ofFiles(
        new SmallAreaFiles(direct, covariates, neighbours, names), spec, console);
  }

  private SmallAreaSpec spec(SmallAreaSpec usual, OptionalDouble deff, double unit) {
    SmallAreaSpec spec = model.spec(usual, deff, unit);
    if (spec.method().needsNeighbours() != (neighbours != null)) {
      throw wrongOption("--method spatial or spacetime and --neighbours go together");
    }
    if (spec.method().timeEffects().isPresent() && direct == null) {
      throw wrongOption("--method spacetime goes with --direct: provinces are of one time");
    }

    return spec;
  }
}

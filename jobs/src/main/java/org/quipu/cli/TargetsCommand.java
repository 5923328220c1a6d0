package org.quipu.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quipu.job.TargetsJob;
import org.quipu.store.CsvTables;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.store.TargetSummaryRow;
import org.quipu.study.AreaTargets;
import org.quipu.study.TargetAreas;
import org.quipu.study.TargetFile;
import org.quipu.target.Bounds;
import org.quipu.target.DrawStudy;
import org.quipu.target.ListCheck;
import org.quipu.target.Optimum;
import org.quipu.target.PlanKind;
import org.quipu.target.Tie;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "targets",
    description = {
      "Chooses the areas with the highest sum of value under a budget, a number of areas and a"
          + " floor in each region: the provinces of a store by their women affected, or the areas"
          + " of a file by their value.",
      "",
      "The plan is proven best, or it is said how far it may be below the best one. Beside it stand"
          + " the plans of simple rules under the same bounds: greedy (down the list of value per"
          + " cost) and by_estimate (down the list of value). Of plans of equal value the cheapest"
          + " is taken, of these the one with the first area of the file in which they differ; the"
          + " column tie of targets_summary says whether there are any. gap is in percent of the"
          + " best value.",
      "",
      "Provinces are estimated as small-areas does, and its joint draws are used; the values of a"
          + " file with a column standard_error are drawn (normal, areas independent). Each draw is"
          + " solved anew: selection_frequency and probability_in_top of an area, expected_regret"
          + " (what a plan falls short of the best plan of a draw, on average) and value_p10 (the"
          + " value that it exceeds in nine of ten draws) of a plan."
    },
    footer = {
      "",
      "Examples:",
      "  quipu targets --store store --max-areas 20 --floor 0 --out results",
      "  quipu targets --areas districts.csv --budget 1200000 --max-areas 100 --floor 2 --out"
          + " results"
    })
final class TargetsCommand extends BaseCommand {
  @Mixin private StoredAreaOptions stored;

  @Option(
      names = "--indicator",
      paramLabel = "I",
      converter = Converters.IndicatorName.class,
      description = "Goes with --store: whose women are affected. Default: ${DEFAULT-VALUE}.")
  private String indicator = TargetsJob.Areas.DEFAULT.indicator();

  @Option(
      names = "--cost-per-area",
      paramLabel = "C",
      description = "Goes with --store: what an area costs whatever its size.")
  private Double costPerArea;

  @Option(
      names = "--cost-per-woman",
      paramLabel = "C",
      description = "Goes with --store: what an area costs for each of its women in union.")
  private Double costPerWoman;

  @Option(
      names = "--areas",
      paramLabel = "FILE",
      description =
          "Instead of a store: columns area and value; region and cost where a bound needs them;"
              + " label and standard_error where known.")
  private Path areas;

  @Option(names = "--budget", paramLabel = "C", description = "The most that all areas may cost.")
  private Double budget;

  @Option(names = "--max-areas", paramLabel = "N", description = "The most areas.")
  private Integer maxAreas;

  @Option(
      names = "--floor",
      paramLabel = "K",
      description =
          "The fewest areas of each region of the file; all of a region that has fewer. Default:"
              + " ${DEFAULT-VALUE}.")
  private int floor;

  @Option(
      names = "--exclude",
      paramLabel = "FILE",
      description = "Areas that may not be chosen: a column area.")
  private Path exclude;

  @Option(
      names = "--include",
      paramLabel = "FILE",
      description = "Areas that must be chosen: a column area.")
  private Path include;

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description =
          "A list of areas to set beside the best one of the same cost and number: a column area.")
  private Path check;

  @Option(
      names = "--draws",
      paramLabel = "N",
      description =
          "Draws of the values where the file has standard errors. Default: ${DEFAULT-VALUE}.")
  private int draws = TargetsJob.DRAWS;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the draws. Default: ${DEFAULT-VALUE}.")
  private long seed = TargetsJob.SEED;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      description = "Writes DIR/tables/targets.csv and targets_summary.csv.")
  private Path out;

  @Override
  protected void run(Console console) {
    TargetsJob.Request request =
        new TargetsJob.Request(bounds(), include, exclude, check, draws, seed);
    TargetsJob.Result result =
        areas == null ? ofStore(console, request) : TargetsJob.of(file(), request);
    if (out != null) {
      CsvTables.export(Table.TARGETS, result.rows(), Map.of(), out);
      CsvTables.export(Table.TARGETS_SUMMARY, result.summary(), Map.of(), out);
      console.progress("wrote targets.csv and targets_summary.csv in " + out.resolve("tables"));
    }

    console.say(plan(result));
    result.draws().map(study -> drawn(result, study)).ifPresent(console::say);
    result.check().map(list -> checked(list, result)).ifPresent(console::say);
  }

  private TargetAreas file() {
    if (stored.given() || costPerArea != null || costPerWoman != null) {
      throw wrongOption("--areas goes without --store, --level and costs: its file has them");
    }

    return TargetFile.read(areas);
  }

  private TargetsJob.Result ofStore(Console console, TargetsJob.Request request) {
    Store store = stored.open("--areas");
    for (Double cost : Arrays.asList(costPerArea, costPerWoman)) {
      if (cost != null && !(cost >= 0)) {
        throw wrongOption("a cost must be 0 or more: " + cost);
      }
    }

    return TargetsJob.ofStore(
        store,
        console,
        new TargetsJob.Areas(
            stored.level(),
            indicator,
            stored.years(),
            costPerArea == null && costPerWoman == null
                ? Optional.empty()
                : Optional.of(
                    new AreaTargets.Cost(
                        costPerArea == null ? 0 : costPerArea,
                        costPerWoman == null ? 0 : costPerWoman)),
            draws,
            seed),
        request);
  }

  private Bounds bounds() {
    if (budget != null && !(budget >= 0)) {
      throw wrongOption("--budget must be 0 or more: " + budget);
    }
    if (maxAreas != null && maxAreas < 0) {
      throw wrongOption("--max-areas must be 0 or more: " + maxAreas);
    }
    if (floor < 0) {
      throw wrongOption("--floor must be 0 or more: " + floor);
    }
    if (draws < 1) {
      throw wrongOption("--draws must be 1 or more: " + draws);
    }

    return Bounds.NONE
        .withBudget(budget == null ? Double.POSITIVE_INFINITY : budget)
        .withMaxAreas(maxAreas == null ? Integer.MAX_VALUE : maxAreas)
        .withFloor(floor);
  }

  private static String plan(TargetsJob.Result result) {
    Optimum best = result.optimum();
    TargetSummaryRow greedy = row(result.summary(), PlanKind.GREEDY);
    String proof =
        best.proven()
            ? "no plan has more"
            : percent("not proven best: at most %s below the best plan", best.gap());
    String tie = best.tie() == Tie.FOUND ? "; another plan has the same value" : "";
    return "%d of %d areas are chosen, value %s, cost %s: %s%s. %s"
        .formatted(
            best.plan().size(),
            result.rows().size(),
            number(best.plan().value()),
            number(best.plan().cost()),
            proof,
            tie,
            percent("Down the list of value per cost would reach %s less.", greedy.gap()));
  }

  private static String drawn(TargetsJob.Result result, DrawStudy study) {
    TargetSummaryRow best = row(result.summary(), PlanKind.OPTIMUM);
    return "Values are uncertain: on average the plan falls %s short of the best plan of a draw. %s"
        .formatted(
            rounded(best.expectedRegret()),
            percent(
                "Draws are solved by the fast method, at most %s below the optimum in "
                    + study.fast().draws()
                    + " that were compared.",
                study.fast().largest()));
  }

  private static String checked(ListCheck check, TargetsJob.Result result) {
    String compared =
        "The list of %d areas has a value of %s, the best one of its cost and number %s."
            .formatted(
                check.list().size(),
                number(check.list().value()),
                number(check.best().plan().value()));
    return compared
        + result
            .errors()
            .map(
                errors ->
                    " Of its areas %s are expected not to belong, of the others %s to belong; the data contradict it about %d areas."
                        .formatted(
                            rounded(errors.inclusion()),
                            rounded(errors.exclusion()),
                            errors.contradicted().size()))
            .orElse("");
  }

  private static TargetSummaryRow row(List<TargetSummaryRow> rows, PlanKind plan) {
    return rows.stream().filter(row -> row.plan() == plan).findFirst().orElseThrow();
  }

  /** A whole number, or with one decimal. */
  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : rounded(value);
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }

  private static String percent(String sentence, double percent) {
    return sentence.formatted(String.format(Locale.ROOT, "%.3f %%", percent));
  }
}

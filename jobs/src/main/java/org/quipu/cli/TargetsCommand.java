package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import org.quipu.job.TargetsJob;
import org.quipu.store.Store;
import org.quipu.study.ServiceSite;
import org.quipu.study.TargetAreas;
import org.quipu.study.TargetFile;
import org.quipu.target.Bounds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "targets",
    description = {
      "Chooses the areas with the highest sum of value under a budget, a number of areas and a"
          + " floor in each region: the areas of a store by their women affected, or the areas of a"
          + " file by their value.",
      "",
      "The plan is proven best, or it is said how far it may be below the best one. Beside it stand"
          + " the plans of simple rules under the same bounds: greedy (down the list of value per"
          + " cost) and by_estimate (down the list of value). Of plans of equal value the cheapest"
          + " is taken, of these the one with the first area of the file in which they differ; the"
          + " column tie of targets_summary says whether there are any. gap is in percent of the"
          + " best value. margin is by how much the value of a chosen area could fall, or that of"
          + " another would have to rise, before the best plan is another.",
      "",
      "The areas of a store are estimated as small-areas does, and its joint draws are used; the"
          + " values of a file with a column standard_error are drawn (normal, areas independent)."
          + " Each draw is solved anew by a fast method, whose distance from the optimum is"
          + " measured in ten draws (fast_gap_largest): selection_frequency of an area, in words"
          + " selection_band (likely: 66 percent of draws or more), probability_in_top,"
          + " expected_regret (what a plan falls short of the best plan of a draw, on average) and"
          + " value_p10 (the value that it exceeds in nine of ten draws) of a plan.",
      "",
      "coverage is 0 where records of prevention are of the region and name other places alone; it"
          + " is empty where there are none, or some that do not say where. services counts centres"
          + " in the last year of records, or sites of --services: by their ubigeo, else in the"
          + " district with the next capital. distance_km is the great circle from an area's"
          + " capital to the next of them, of a province the mean over its districts by their"
          + " people.",
      "",
      "--check without --budget and --max-areas chooses as many areas, at the cost, of the list."
    },
    footer = {
      "",
      "Examples:",
      "  quipu targets --store store --max-areas 20 --out results",
      "  quipu targets --store store --check chosen.csv --equity pct_poor --out results",
      "  quipu targets --areas districts.csv --budget 1200000 --max-areas 100 --floor 2 --out"
          + " results"
    })
final class TargetsCommand extends BaseCommand {
  @Mixin private StoredAreaOptions stored;

  @Mixin private StoredTargetOptions wanted;

  @Option(
      names = "--areas",
      paramLabel = "FILE",
      description =
          "Instead of a store: columns area and value; region and cost where a bound needs them;"
              + " label and standard_error where known; latitude and longitude for --services.")
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
          "A list of areas to set beside the best one of the same cost and number: a column area,"
              + " with codes or names.")
  private Path check;

  @Option(
      names = "--services",
      paramLabel = "FILE",
      description =
          "Sites of a service: latitude and longitude (latitud, longitud) in degrees, ubigeo where"
              + " known. Default: with --store the centres of the programme's records, each in the"
              + " capital of its district.")
  private Path services;

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

  @Mixin private TableOutput output;
  @Mixin private WritingOptions writing;

  @Override
  protected void run(Console console) {
    TargetsJob.Request request =
        new TargetsJob.Request(bounds(), include, exclude, check, draws, seed);
    TargetsJob.Result result =
        areas == null ? ofStore(console, request) : TargetsJob.of(file(), request);
    output
        .folder()
        .ifPresent(
            out ->
                result
                    .export(out, output.words())
                    .forEach(file -> console.progress("wrote " + file)));
    new TargetSentences(result).all().forEach(console::say);
  }

  private TargetAreas file() {
    if (stored.given() || wanted.given()) {
      throw wrongOption(
          "--areas goes without --store and what goes with it: its file has values and costs");
    }

    return TargetFile.read(areas, services == null ? List.of() : ServiceSite.read(services));
  }

  private TargetsJob.Result ofStore(Console console, TargetsJob.Request request) {
    Store store = writing.in(stored.open("--areas"));
    return TargetsJob.ofStore(
        store,
        console,
        wanted.areas(stored.level(), stored.years(), services, draws, seed),
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
}

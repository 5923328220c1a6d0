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

@Command(name = "targets")
final class TargetsCommand extends BaseCommand {
  @Mixin private StoredAreaOptions stored;

  @Mixin private StoredTargetOptions wanted;

  @Option(names = "--areas", paramLabel = "FILE")
  private Path areas;

  @Option(names = "--budget", paramLabel = "C")
  private Double budget;

  @Option(names = "--max-areas", paramLabel = "N")
  private Integer maxAreas;

  @Option(names = "--floor", paramLabel = "K")
  private int floor;

  @Option(names = "--exclude", paramLabel = "FILE")
  private Path exclude;

  @Option(names = "--include", paramLabel = "FILE")
  private Path include;

  @Option(names = "--check", paramLabel = "FILE")
  private Path check;

  @Option(names = "--services", paramLabel = "FILE")
  private Path services;

  @Option(names = "--draws", paramLabel = "N")
  private int draws = TargetsJob.DRAWS;

  @Option(names = "--seed", paramLabel = "N")
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
                    .export(out, words())
                    .forEach(file -> console.progress(console.texts().of("wrote", file))));
    new TargetSentences(result, console).all().forEach(console::say);
  }

  private TargetAreas file() {
    if (stored.given() || wanted.given()) {
      throw wrongOption("wrong.areas");
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
      throw wrongOption("wrong.at.least", "--budget", 0, budget);
    }
    if (maxAreas != null && maxAreas < 0) {
      throw wrongOption("wrong.at.least", "--max-areas", 0, maxAreas);
    }
    if (floor < 0) {
      throw wrongOption("wrong.at.least", "--floor", 0, floor);
    }
    if (draws < 1) {
      throw wrongOption("wrong.at.least", "--draws", 1, draws);
    }

    return Bounds.NONE
        .withBudget(budget == null ? Double.POSITIVE_INFINITY : budget)
        .withMaxAreas(maxAreas == null ? Integer.MAX_VALUE : maxAreas)
        .withFloor(floor);
  }
}

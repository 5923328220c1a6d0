package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quipu.Progress;
import org.quipu.endes.EndesSource;
import org.quipu.endes.IncompleteModules;
import org.quipu.endes.Indicator;
import org.quipu.program.GeographyIngest;
import org.quipu.program.ProgramIngest;
import org.quipu.published.PublishedFigures;
import org.quipu.store.IngestSource;
import org.quipu.store.Store;

/**
 * Loads files into the store, all of them or none: ENDES into {@code women}, programme records,
 * geography and published figures into tables of their own. What is there already, made of the same
 * files, is left.
 */
public final class IngestJob {
  /**
   * What is to be loaded; each may be null, or empty.
   *
   * @param endes folder of INEI's files
   * @param year of those that do not say theirs
   * @param incomplete what becomes of ENDES's modules that do not tell of all their women
   * @param programs files or folders
   * @param geography folder
   * @param published file
   */
  public record Request(
      String endes,
      Integer year,
      IncompleteModules incomplete,
      List<Path> programs,
      Path geography,
      Path published) {
    public boolean isEmpty() {
      return endes == null && programs.isEmpty() && geography == null && published == null;
    }
  }

  /**
   * What was loaded.
   *
   * @param tables that were made now, parts such as {@code women/year=2022} by their path
   */
  public record Result(List<String> tables) {}

  private final Store store;
  private final Progress progress;

  public IngestJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  public Result run(Request request) {
    return store.alone(progress, () -> load(request));
  }

  private Result load(Request request) {
    List<IngestSource> sources =
        sources(request).stream().filter(source -> source.isNew(store, progress)).toList();
    List<String> tables = new ArrayList<>();
    store.update(
        progress,
        update -> {
          for (IngestSource source : sources) {
            source.write(update, progress);
          }

          tables.addAll(update.tables());
        });
    return new Result(List.copyOf(tables));
  }

  private static List<IngestSource> sources(Request request) {
    List<IngestSource> sources = new ArrayList<>();
    if (request.endes != null) {
      sources.add(EndesSource.find(request.endes, request.year, request.incomplete));
    }

    sources.add(ProgramIngest.source(request.programs));
    sources.add(GeographyIngest.source(request.geography));
    if (request.published != null) {
      sources.add(PublishedFigures.source(request.published, Indicator::of));
    }

    return sources;
  }
}

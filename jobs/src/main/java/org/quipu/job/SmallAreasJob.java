package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.endes.Indicator;
import org.quipu.file.Source;
import org.quipu.smallarea.AreaCovariates;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.AreaStudy;
import org.quipu.smallarea.ClusterSample;
import org.quipu.smallarea.DirectEstimate;
import org.quipu.smallarea.Groups;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.smallarea.SmallAreaStudy;
import org.quipu.smallarea.SpatialWeights;
import org.quipu.store.Manifest;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.store.TableRows;
import org.quipu.study.CensusArea;
import org.quipu.study.NeighbourFile;
import org.quipu.study.SmallAreaFiles;
import org.quipu.survey.quality.QualityMark;

/** Estimates of small areas. */
public final class SmallAreasJob {
  /**
   * What is wanted of a store.
   *
   * @param level provinces or districts
   * @param years that are pooled; where empty, the latest that the store has microdata of with the
   *     years that share clusters with it
   * @param indicators whose prevalence; {@link #INDICATORS} where empty
   * @param covariates to use; where empty, of provinces all of the census, of districts the usual
   *     ones
   * @param others a file with further covariates by UBIGEO; null for none
   * @param neighbours a file of neighbours by UBIGEO; null for none
   */
  public record Request(
      AreaLevel level,
      List<Integer> years,
      List<String> indicators,
      List<String> covariates,
      Path others,
      Path neighbours,
      SmallAreaSpec spec) {
    public Request {
      indicators = indicators.isEmpty() ? INDICATORS : List.copyOf(indicators);
    }

    /**
     * The default indicators by province in the default years with all covariates of the census.
     */
    public static Request of(SmallAreaSpec spec) {
      return new Request(AreaLevel.PROVINCE, List.of(), List.of(), List.of(), null, null, spec);
    }
  }

  /** The forms of violence, ever. */
  public static final List<String> INDICATORS = Indicator.summaries(Indicator.Period.EVER);

  static final String LOAD_GEOGRAPHY = "Load them with: quipu ingest --geography DIR --store …";

  private static final double PERCENT = 100;

  private final Store store;
  private final Progress progress;

  public SmallAreasJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /** Estimates the areas of a store, whose tables keep those of the other level. */
  public SmallAreaTables run(Request request) {
    return store.heldOrMade(progress, () -> held(request), () -> made(request));
  }

  private Optional<SmallAreaTables> held(Request request) {
    Manifest plan = plan(request, new StoredStudies(store, progress, request));
    if (!SmallAreaTables.TABLES.stream().allMatch(table -> store.upToDate(of(table, plan)))) {
      return Optional.empty();
    }

    progress.upToDate(Table.SMALL_AREAS.name());
    return Optional.of(SmallAreaTables.of(store).level(request.level));
  }

  private SmallAreaTables made(Request request) {
    StoredStudies stored = new StoredStudies(store, progress, request);
    Manifest plan = plan(request, stored);
    SmallAreaTables result = estimated(stored, request).tables;
    store.update(
        progress,
        update -> {
          for (TableRows<?> rows : result.tables()) {
            update.write(rows, of(rows.table(), plan));
          }
        });
    progress.made(Table.SMALL_AREAS.name());
    return result;
  }

  /**
   * Studies of the areas of a store, with their draws, which no table keeps.
   *
   * @param areas in the order of the studies
   * @param provenance of the women
   * @param years that are pooled, with blanks between them
   */
  public record Studies(
      List<CensusArea> areas,
      Map<String, AreaStudy> byIndicator,
      Provenance provenance,
      String years) {}

  /**
   * Studies and the tables of what they say.
   *
   * @param studies in the order of the tables' areas
   */
  public record Estimated(Studies studies, SmallAreaTables tables) {}

  /** Estimates the areas of a store and keeps nothing, neither studies nor tables. */
  public Estimated estimated(Request request) {
    return estimated(new StoredStudies(store, progress, request), request);
  }

  private static Estimated estimated(StoredStudies stored, Request request) {
    Studies studies = stored.make();
    List<String> names = studies.areas.stream().map(CensusArea::name).toList();
    Map<String, List<QualityMark>> marks = new HashMap<>();
    for (String indicator : request.indicators) {
      marks.put(
          indicator,
          stored.years().stream()
              .flatMap(year -> stored.women().marks(year, indicator).stream())
              .distinct()
              .toList());
    }
    List<SmallAreaTables> tables =
        request.indicators.parallelStream()
            .map(
                indicator ->
                    SmallAreaTables.of(
                        new SmallAreaTables.Subject(
                            request.level, indicator, PERCENT, studies.years, studies.provenance),
                        studies.byIndicator.get(indicator),
                        names,
                        marks.get(indicator)))
            .toList();
    SmallAreaTables all = SmallAreaTables.empty();
    tables.forEach(all::add);
    return new Estimated(studies, all);
  }

  /** Estimates the areas of a store and keeps nothing; the same seed gives the same draws. */
  public Studies studies(Request request) {
    return new StoredStudies(store, progress, request).make();
  }

  static SmallAreaStudy study(
      String source,
      SmallAreaSpec spec,
      List<DirectEstimate> direct,
      AreaCovariates covariates,
      Optional<Groups> groups,
      Optional<SpatialWeights> neighbours,
      Optional<ClusterSample> sample) {
    try {
      return SmallAreaStudy.of(spec, direct, covariates, groups, neighbours, sample);
    } catch (IllegalArgumentException e) {
      throw unfit(source, e);
    }
  }

  static UserException unfit(String source, IllegalArgumentException why) {
    return UserException.input(
        source,
        why.getMessage(),
        "areas that the model can be fitted to",
        "Correct the rows, or choose another scale, method or covariates.");
  }

  static Optional<SpatialWeights> neighbours(Path file, List<String> areas, Progress progress) {
    if (file == null) {
      return Optional.empty();
    }

    NeighbourFile.Read read = NeighbourFile.read(file, areas);
    if (!read.ignored().isEmpty()) {
      progress.warn(
          Notice.of(
              "areas.not.studied", file, read.ignored().size(), String.join(", ", read.ignored())));
    }

    return Optional.of(read.weights());
  }

  private Manifest plan(Request request, StoredStudies stored) {
    Map<String, String> options = new HashMap<>();
    options.put("level", request.level.code());
    options.put("years", stored.text());
    options.put("indicator", String.join(" ", request.indicators));
    options.put("covariate", String.join(" ", request.covariates));
    options.put("spec", request.spec.toString());
    options.putAll(stored.weighting());
    if (Double.isNaN(request.spec.threshold())) {
      options.put("threshold", "country");
    }
    List<Manifest.Input> inputs = new ArrayList<>();
    stored.years().forEach(year -> inputs.add(stored.women().manifest(year).asInput()));
    for (Table<?> table : List.of(Table.PROVINCES, Table.DISTRICTS)) {
      store.manifest(table.name()).ifPresent(made -> inputs.add(made.asInput()));
    }
    for (Path file : Arrays.asList(request.others, request.neighbours)) {
      if (file != null) {
        inputs.add(Manifest.Input.of(Source.file(file)));
      }
    }

    return Manifest.plan(Table.SMALL_AREAS.name(), options, inputs);
  }

  private static Manifest of(Table<?> table, Manifest plan) {
    return Manifest.plan(
        table.part("level=" + plan.options().get("level")), plan.options(), plan.inputs());
  }

  /**
   * Estimates the areas of a user's files, without a store.
   *
   * @throws UserException if the model does not fit the areas
   */
  public static SmallAreaTables ofFiles(
      SmallAreaFiles files, SmallAreaSpec spec, Progress progress) {
    SmallAreaFiles.Read read = files.read();
    if (!read.leftOut().isEmpty()) {
      progress.warn(
          Notice.of(
              "areas.not.in.file",
              read.leftOut().size(),
              files.direct(),
              files.covariates(),
              String.join(", ", read.leftOut())));
    }

    if (!read.without().isEmpty()) {
      progress.progress(
          Notice.of(
              "areas.without.direct",
              read.without().size(),
              files.covariates() == null ? files.direct() : files.covariates(),
              String.join(", ", read.without())));
    }

    SmallAreaTables result = SmallAreaTables.empty();
    for (SmallAreaFiles.Areas areas : read.indicators()) {
      SmallAreaStudy study =
          study(
              files.direct().toString(),
              spec,
              areas.areas(),
              new AreaCovariates(areas.covariates(), areas.values()),
              Optional.empty(),
              neighbours(
                  files.neighbours(),
                  areas.areas().stream().map(DirectEstimate::area).distinct().toList(),
                  progress),
              Optional.empty());
      result.add(
          SmallAreaTables.of(
              new SmallAreaTables.Subject(AreaLevel.AREA, areas.indicator(), 1, null, null),
              study,
              areas.labels(),
              List.of()));
    }

    return result;
  }
}

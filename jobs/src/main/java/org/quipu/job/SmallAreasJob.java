package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.endes.SurveyYear;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenTable;
import org.quipu.file.Source;
import org.quipu.smallarea.AreaCovariates;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.AreaStudy;
import org.quipu.smallarea.ClusterCount;
import org.quipu.smallarea.ClusterSample;
import org.quipu.smallarea.DirectEstimate;
import org.quipu.smallarea.Groups;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.smallarea.SmallAreaStudy;
import org.quipu.smallarea.SpatialWeights;
import org.quipu.store.Manifest;
import org.quipu.store.ProvinceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.study.CensusArea;
import org.quipu.study.Covariates;
import org.quipu.study.NeighbourFile;
import org.quipu.study.ProvinceAreas;
import org.quipu.study.SmallAreaFiles;
import org.quipu.survey.Estimates;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.quality.QualityMark;

/** Estimates of small areas. */
public final class SmallAreasJob {
  /**
   * What is wanted of a store.
   *
   * @param years that are pooled; where empty, the latest that the store has microdata of with the
   *     years that share clusters with it
   * @param indicators whose prevalence; {@link #INDICATORS} where empty
   * @param covariates of the census to use; all where empty
   * @param others a file with further covariates by UBIGEO; null for none
   * @param neighbours a file of neighbours by UBIGEO; null for none
   */
  public record Request(
      List<Integer> years,
      List<String> indicators,
      List<String> covariates,
      Path others,
      Path neighbours,
      SmallAreaSpec spec) {
    public Request {
      indicators = indicators.isEmpty() ? INDICATORS : List.copyOf(indicators);
    }

    /** The default indicators of the default years with all covariates of the census. */
    public static Request of(SmallAreaSpec spec) {
      return new Request(List.of(), List.of(), List.of(), null, null, spec);
    }
  }

  /** The forms of violence, ever. */
  public static final List<String> INDICATORS = Indicator.summaries(Indicator.Period.EVER);

  private static final double PERCENT = 100;

  private final Store store;
  private final Progress progress;

  public SmallAreasJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /** Estimates the provinces of a store. */
  public SmallAreaTables run(Request request) {
    WomenEstimates women = new WomenEstimates(store);
    List<Integer> years = years(women, request.years);
    Manifest plan = plan(request, women, years);
    if (store.upToDate(plan)
        && store.has(Table.SMALL_AREA_MODEL)
        && store.has(Table.SMALL_AREA_DIAGNOSTICS)
        && store.has(Table.SMALL_AREA_PLANNING)) {
      progress.upToDate(Table.SMALL_AREAS.name());
      return new SmallAreaTables(
          store.read(Table.SMALL_AREAS),
          store.read(Table.SMALL_AREA_MODEL),
          store.read(Table.SMALL_AREA_DIAGNOSTICS),
          store.read(Table.SMALL_AREA_PLANNING));
    }

    Studies studies = studies(request, samples(women, years, request.indicators));
    SmallAreaTables result = SmallAreaTables.empty();
    for (String indicator : request.indicators) {
      List<QualityMark> marks =
          years.stream().flatMap(year -> women.marks(year, indicator).stream()).distinct().toList();
      result.add(
          new SmallAreaTables.Subject(
              AreaLevel.PROVINCE, indicator, PERCENT, String.join(" ", text(years))),
          request.spec,
          studies.byIndicator.get(indicator),
          studies.areas.stream().map(CensusArea::name).toList(),
          marks);
    }

    store.update(
        update -> {
          update.write(Table.SMALL_AREAS, result.areas(), plan);
          update.write(Table.SMALL_AREA_MODEL, result.model(), of(Table.SMALL_AREA_MODEL, plan));
          update.write(
              Table.SMALL_AREA_DIAGNOSTICS,
              result.diagnostics(),
              of(Table.SMALL_AREA_DIAGNOSTICS, plan));
          update.write(
              Table.SMALL_AREA_PLANNING, result.planning(), of(Table.SMALL_AREA_PLANNING, plan));
        });
    progress.made(Table.SMALL_AREAS.name());
    return result;
  }

  /**
   * Studies of the areas of a store, with their draws, which no table keeps.
   *
   * @param areas in the order of the studies
   */
  public record Studies(List<CensusArea> areas, Map<String, AreaStudy> byIndicator) {}

  /** Estimates the provinces of a store and keeps nothing; the same seed gives the same draws. */
  public Studies studies(Request request) {
    return studies(request, Map.of());
  }

  private Studies studies(Request request, Map<String, ClusterSample> samples) {
    WomenEstimates women = new WomenEstimates(store);
    List<Integer> years = years(women, request.years);
    ProvinceAreas provinces = provinces(request);
    progress.progress(
        "estimating %d indicators by province in %s …".formatted(request.indicators.size(), years));
    Estimates estimates =
        women.pooled(
            years,
            request.indicators,
            List.of(Dimensions.REGION, Dimensions.PROVINCE),
            LonelyPsu.CERTAINTY);
    Optional<SpatialWeights> neighbours =
        neighbours(
            request.neighbours,
            provinces.census().stream().map(CensusArea::code).toList(),
            progress);
    Map<String, AreaStudy> studies = new HashMap<>();
    for (String indicator : request.indicators) {
      studies.put(
          indicator,
          study(
              store.path(WomenTable.NAME),
              request.spec,
              provinces.direct(estimates, indicator),
              provinces.covariates(),
              Optional.of(provinces.regions(estimates, indicator)),
              neighbours,
              Optional.ofNullable(samples.get(indicator))));
    }

    return new Studies(provinces.census(), studies);
  }

  /** By indicator: what the estimates are checked on. */
  private static Map<String, ClusterSample> samples(
      WomenEstimates women, List<Integer> years, List<String> indicators) {
    Map<String, ClusterSample> samples = new HashMap<>();
    women.clusters(years, indicators).stream()
        .collect(Collectors.groupingBy(ClusterCount::indicator))
        .forEach((indicator, counts) -> samples.put(indicator, ClusterSample.ofProvinces(counts)));
    return samples;
  }

  private static List<Integer> years(WomenEstimates women, List<Integer> wanted) {
    List<Integer> available = women.years().stream().sorted().toList();
    for (int year : wanted) {
      if (!available.contains(year)) {
        throw UserException.input(
            "--years " + year,
            "no microdata of that year in the store",
            "one of " + available,
            "Ingest it first.");
      }
    }
    if (available.isEmpty()) {
      throw UserException.input(
          "the store",
          "no microdata",
          "the women of at least one year: published figures have no provinces",
          "Load some with: quipu ingest --endes DIR --store …");
    }

    return wanted.isEmpty()
        ? SurveyYear.latestSample(available)
        : wanted.stream().distinct().sorted().toList();
  }

  private static List<String> text(List<Integer> years) {
    return years.stream().map(String::valueOf).toList();
  }

  private ProvinceAreas provinces(Request request) {
    List<ProvinceRow> census = store.readIfPresent(Table.PROVINCES);
    if (census.isEmpty()) {
      throw UserException.input(
          "the store",
          "no census figures of provinces",
          "their women in union, and what is known of all provinces",
          "Load them with: quipu ingest --geography DIR --store …");
    }

    ProvinceAreas provinces =
        ProvinceAreas.of(
            census,
            request.covariates,
            request.others == null
                ? Covariates.NONE
                : Covariates.read(request.others, UnaryOperator.identity()));
    if (!provinces.leftOut().isEmpty()) {
      progress.warn(
          "%d provinces lack a covariate and are left out: %s"
              .formatted(provinces.leftOut().size(), String.join(", ", provinces.leftOut())));
    }

    return provinces;
  }

  private static SmallAreaStudy study(
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
      throw UserException.input(
          source,
          e.getMessage(),
          "areas that the model can be fitted to",
          "Correct the rows, or choose another scale or method.");
    }
  }

  private static Optional<SpatialWeights> neighbours(
      Path file, List<String> areas, Progress progress) {
    if (file == null) {
      return Optional.empty();
    }

    NeighbourFile.Read read = NeighbourFile.read(file, areas);
    if (!read.ignored().isEmpty()) {
      progress.warn(
          "%s: %d areas are not studied and are left out: %s"
              .formatted(file, read.ignored().size(), String.join(", ", read.ignored())));
    }

    return Optional.of(read.weights());
  }

  private Manifest plan(Request request, WomenEstimates women, List<Integer> years) {
    Map<String, String> options = new HashMap<>();
    options.put("years", String.join(" ", text(years)));
    options.put("indicator", String.join(" ", request.indicators));
    options.put("covariate", String.join(" ", request.covariates));
    options.put("spec", request.spec.toString());
    List<Manifest.Input> inputs = new ArrayList<>();
    years.forEach(year -> inputs.add(women.manifest(year).asInput()));
    store.manifest(Table.PROVINCES.name()).ifPresent(made -> inputs.add(made.asInput()));
    for (Path file : Arrays.asList(request.others, request.neighbours)) {
      if (file != null) {
        inputs.add(Manifest.Input.of(Source.file(file)));
      }
    }

    return Manifest.plan(Table.SMALL_AREAS.name(), options, inputs);
  }

  private static Manifest of(Table<?> table, Manifest plan) {
    return Manifest.plan(table.name(), plan.options(), plan.inputs());
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
          "%d areas of %s are not in %s, or without a value there, and are left out: %s"
              .formatted(
                  read.leftOut().size(),
                  files.direct(),
                  files.covariates(),
                  String.join(", ", read.leftOut())));
    }

    if (!read.without().isEmpty()) {
      progress.progress(
          "%d areas of %s have no direct estimate and are estimated from the others: %s"
              .formatted(
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
          new SmallAreaTables.Subject(AreaLevel.AREA, areas.indicator(), 1, null),
          spec,
          study,
          areas.labels(),
          List.of());
    }

    return result;
  }
}

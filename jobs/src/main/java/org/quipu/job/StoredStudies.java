package org.quipu.job;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.endes.SurveyYear;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenPrevalence;
import org.quipu.endes.WomenTable;
import org.quipu.smallarea.AreaStudy;
import org.quipu.smallarea.ClusterAreas;
import org.quipu.smallarea.ClusterCount;
import org.quipu.smallarea.ClusterSample;
import org.quipu.smallarea.ClusterStudy;
import org.quipu.smallarea.DirectEstimates;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.smallarea.SpatialWeights;
import org.quipu.store.DistrictRow;
import org.quipu.store.ProvinceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.study.CensusArea;
import org.quipu.study.Covariates;
import org.quipu.study.DistrictAreas;
import org.quipu.study.ProvinceAreas;

/** Studies of the provinces or districts of a store, from its women and what is known of places. */
final class StoredStudies {
  private static final String COUNTRY = "country";

  private final Store store;
  private final Progress progress;
  private final WomenPrevalence.Method method;
  private final WomenEstimates women;
  private final SmallAreasJob.Request request;
  private final List<Integer> years;

  StoredStudies(Store store, Progress progress, SmallAreasJob.Request request) {
    this.store = store;
    this.progress = progress;
    this.method = PrevalenceJob.method(store);
    this.women = new WomenEstimates(store).weighted(method);
    this.request = request;
    this.years = years(women, request.years());
  }

  /** The years that are pooled. */
  List<Integer> years() {
    return years;
  }

  /** The years that are pooled, with blanks between them. */
  String text() {
    return years.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** How the women are weighted, where not as INEI does; as the prevalence of the store is. */
  Map<String, String> weighting() {
    return PrevalenceMethod.weighting(method);
  }

  /** The women of the store. */
  WomenEstimates women() {
    return women;
  }

  SmallAreasJob.Studies make() {
    return switch (request.level()) {
      case PROVINCE -> provinces();
      case DISTRICT -> districts();
      case AREA -> throw new IllegalArgumentException("a store has provinces and districts");
    };
  }

  private SmallAreasJob.Studies provinces() {
    ProvinceAreas provinces = ProvinceAreas.of(census(), request.covariates(), others());
    warn("province.covariate", provinces.leftOut());
    say("province");
    Map<String, List<ClusterCount>> counts = counts();
    Map<String, ClusterSample> samples = new HashMap<>();
    counts.forEach((indicator, all) -> samples.put(indicator, ClusterSample.ofProvinces(all)));
    warn("province.census", provinces.unknown(samples.values()));
    Optional<SpatialWeights> neighbours =
        SmallAreasJob.neighbours(
            request.neighbours(),
            provinces.census().stream().map(CensusArea::code).toList(),
            progress);
    Map<String, AreaStudy> studies =
        byIndicator(
            indicator -> {
              ClusterSample sample = samples.get(indicator);
              return SmallAreasJob.study(
                  store.path(WomenTable.NAME),
                  spec(counts.get(indicator)),
                  provinces.direct(sample),
                  provinces.covariates(),
                  Optional.of(provinces.regions(sample)),
                  neighbours,
                  Optional.of(sample));
            });
    return new SmallAreasJob.Studies(provinces.census(), studies, provenance(), text());
  }

  private SmallAreasJob.Studies districts() {
    List<DistrictRow> known = store.readIfPresent(Table.DISTRICTS);
    if (known.isEmpty()) {
      throw UserException.input(
          "the store",
          "no districts",
          "their people, and what is known of all districts",
          SmallAreasJob.LOAD_GEOGRAPHY);
    }

    DistrictAreas districts = DistrictAreas.of(known, census(), request.covariates(), others());
    warn("district.covariate", districts.leftOut());
    say("district");
    Map<String, List<ClusterCount>> counts = counts();
    ClusterAreas areas = districts.areas();
    Map<String, AreaStudy> studies = byIndicator(indicator -> study(counts.get(indicator), areas));
    return new SmallAreasJob.Studies(districts.census(), studies, provenance(), text());
  }

  private Provenance provenance() {
    return years.stream().map(women::source).reduce(Provenance::merge).orElseThrow();
  }

  /** The studies of all indicators, side by side. */
  private Map<String, AreaStudy> byIndicator(Function<String, AreaStudy> study) {
    return request.indicators().stream()
        .distinct()
        .parallel()
        .collect(Collectors.toConcurrentMap(Function.identity(), study));
  }

  private Map<String, List<ClusterCount>> counts() {
    return women.clusters(years, request.indicators()).stream()
        .collect(Collectors.groupingBy(ClusterCount::indicator));
  }

  private AreaStudy study(List<ClusterCount> counts, ClusterAreas areas) {
    try {
      return ClusterStudy.of(spec(counts), counts, areas);
    } catch (IllegalArgumentException e) {
      throw SmallAreasJob.unfit(store.path(WomenTable.NAME), e);
    }
  }

  /** Where no threshold is asked for, it is the level of the whole country. */
  private SmallAreaSpec spec(List<ClusterCount> counts) {
    return request
        .spec()
        .withThresholdOr(
            DirectEstimates.of(counts, count -> COUNTRY, count -> COUNTRY).get(0).estimate());
  }

  private void say(String level) {
    progress.progress(Notice.of("areas.estimating." + level, request.indicators().size(), text()));
  }

  private void warn(String what, List<String> leftOut) {
    if (!leftOut.isEmpty()) {
      progress.warn(Notice.of("left.out." + what, leftOut.size(), String.join(", ", leftOut)));
    }
  }

  private Covariates others() {
    Path file = request.others();
    return file == null ? Covariates.NONE : Covariates.read(file, UnaryOperator.identity());
  }

  private List<ProvinceRow> census() {
    List<ProvinceRow> census = store.readIfPresent(Table.PROVINCES);
    if (census.isEmpty()) {
      throw UserException.input(
          "the store",
          "no census figures of provinces",
          "their women in union, and what is known of all provinces",
          SmallAreasJob.LOAD_GEOGRAPHY);
    }

    return census;
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
}

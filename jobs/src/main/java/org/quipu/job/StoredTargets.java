package org.quipu.job;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.program.InformedWomen;
import org.quipu.program.ServiceCentres;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.store.DistrictRow;
import org.quipu.store.ProgramRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.study.AreaServices;
import org.quipu.study.AreaTargets;
import org.quipu.study.ServiceSite;
import org.quipu.study.TargetAreas;
import org.quipu.target.EquityWeights;
import org.quipu.target.Maximised;

/** The areas of a store to choose from, with their women affected as {@link SmallAreasJob} says. */
final class StoredTargets {
  private static final int MOST_NAMED = 10;

  private StoredTargets() {}

  /** Estimates the areas and puts together what is known of them. */
  static TargetAreas of(Store store, Progress progress, TargetsJob.Areas wanted) {
    List<ProgramRow> records = store.readIfPresent(Table.PROGRAMS);
    List<DistrictRow> districts = store.readIfPresent(Table.DISTRICTS);
    AreaServices services =
        wanted.services() == null
            ? AreaServices.ofRecords(ServiceCentres.of(records), districts)
            : AreaServices.ofSites(ServiceSite.read(wanted.services()), districts);
    SmallAreasJob.Studies studies =
        new SmallAreasJob(store, progress)
            .studies(
                new SmallAreasJob.Request(
                    wanted.level(),
                    wanted.years(),
                    List.of(wanted.indicator()),
                    List.of(),
                    null,
                    null,
                    SmallAreaSpec.usual(wanted.level()).withDraws(wanted.draws(), wanted.seed())));
    TargetAreas areas =
        AreaTargets.of(
            "the store",
            wanted.level(),
            wanted.indicator(),
            studies.provenance(),
            studies.years(),
            studies.areas(),
            studies.byIndicator().get(wanted.indicator()),
            InformedWomen.of(records),
            services,
            wanted.cost());
    return weighted(
        wanted.maximised() == Maximised.UNREACHED ? unreached(areas, progress) : areas,
        wanted
            .equity()
            .map(
                equity ->
                    equity.of(studies.areas(), store.readIfPresent(Table.PROVINCES), districts)),
        wanted,
        progress);
  }

  private static TargetAreas unreached(TargetAreas areas, Progress progress) {
    List<String> unknown = namesWhere(areas, i -> Double.isNaN(areas.factsOf(i).coverage()));
    if (unknown.size() == areas.areas().size()) {
      throw UserException.input(
          areas.source(),
          "no women informed in a whole year of records",
          "records of prevention that say where, to know who was reached",
          "Load them with: quipu ingest --programs PATH --store …");
    }

    warn(progress, unknown, "unreached.unknown", "");
    return areas.unreached();
  }

  private static TargetAreas weighted(
      TargetAreas areas, Optional<double[]> needs, TargetsJob.Areas wanted, Progress progress) {
    if (needs.isEmpty()) {
      return areas;
    }

    double[] need = needs.get();
    String name = wanted.equity().orElseThrow().need();
    warn(progress, namesWhere(areas, i -> Double.isNaN(need[i])), "need.unknown", name);
    double[] women =
        IntStream.range(0, need.length).mapToDouble(i -> areas.factsOf(i).women()).toArray();
    try {
      return areas.withEquityWeights(
          name, EquityWeights.of(need, women, wanted.equity().orElseThrow().aversion()));
    } catch (IllegalArgumentException e) {
      throw UserException.input(
          areas.source(),
          name + " of no area",
          "the table that has it",
          "Load it with: quipu ingest --geography DIR --store …");
    }
  }

  private static List<String> namesWhere(TargetAreas areas, IntPredicate which) {
    return IntStream.range(0, areas.areas().size())
        .filter(which)
        .mapToObj(i -> areas.labels().get(i))
        .toList();
  }

  private static void warn(Progress progress, List<String> areas, String what, String need) {
    if (!areas.isEmpty()) {
      progress.warn(
          Notice.of(
              "targets." + what,
              areas.size(),
              String.join(", ", areas.subList(0, Math.min(MOST_NAMED, areas.size())))
                  + (areas.size() > MOST_NAMED ? ", …" : ""),
              need));
    }
  }
}

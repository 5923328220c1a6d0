package org.quipu.endes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.Provenance;
import org.quipu.YearRange;
import org.quipu.change.AverageFamily;
import org.quipu.change.AverageFamily.Average;
import org.quipu.change.AverageFamily.AverageChange;
import org.quipu.change.AverageFamily.Averages;
import org.quipu.change.LevelPair.Sampling;
import org.quipu.math.Adjustment;
import org.quipu.store.AverageChangeRow;
import org.quipu.store.AverageRow;
import org.quipu.store.DomainFamily;
import org.quipu.store.DomainFamily.Subject;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;

/**
 * Averages of the levels of several years and the changes between them, with the covariances of all
 * pairs of years that have microdata; other years count as independent samples.
 */
public final class WomenAverages {
  private final List<YearRange> periods;
  private final Adjustment adjustment;
  private final SampledYears samples;
  private final List<AverageRow> averages = new ArrayList<>();
  private final List<AverageChangeRow> changes = new ArrayList<>();
  private final Set<String> notComparable = new TreeSet<>();

  /**
   * The rows of both tables.
   *
   * @param notes what a reader of the tables must know, one sentence each
   */
  public record Tables(
      List<AverageRow> averages, List<AverageChangeRow> changes, List<String> notes) {
    public Tables {
      averages = List.copyOf(averages);
      changes = List.copyOf(changes);
      notes = List.copyOf(notes);
    }
  }

  private WomenAverages(List<YearRange> periods, Adjustment adjustment, SampledYears samples) {
    this.periods = periods;
    this.adjustment = adjustment;
    this.samples = samples;
  }

  /**
   * The tables of averages.
   *
   * @param levels of all years of the periods
   * @param periods the first is what the others are compared with
   * @param lonely as in the estimates of the levels
   */
  public static Tables tables(
      WomenEstimates women,
      List<PrevalenceRow> levels,
      List<YearRange> periods,
      LonelyPsu lonely,
      SampleOverlap overlap,
      Adjustment adjustment,
      Progress progress) {
    SampledYears samples =
        SampledYears.of(women, levels, UnaryOperator.identity(), lonely, overlap);
    WomenAverages averages = new WomenAverages(periods, adjustment, samples);
    SampledYears.families(levels).forEach(averages::add);
    List<String> notes = samples.sentences().toList();
    notes.forEach(progress::progress);
    if (!averages.notComparable.isEmpty()) {
      progress.warn(
          Notice.of(
              "average.not.comparable",
              averages.notComparable.size(),
              String.join(", ", averages.notComparable)));
    }

    return new Tables(averages.averages, averages.changes, notes);
  }

  private void add(List<PrevalenceRow> family) {
    List<NavigableMap<Integer, PrevalenceRow>> all = SampledYears.domains(family);
    List<NavigableMap<Integer, PrevalenceRow>> domains =
        all.stream().map(samples::comparable).toList();
    if (!domains.equals(all)) {
      notComparable.add(family.get(0).indicator());
    }

    Averages found =
        AverageFamily.of(
            SampledYears.levels(domains), periods, samples.between(domains), adjustment);
    Map<Average, AverageRow> rows = new HashMap<>();
    for (Average average : found.averages()) {
      rows.put(average, row(domains.get(average.domain()), average));
      averages.add(rows.get(average));
    }

    for (AverageChange change : found.changes()) {
      Set<Integer> years = new TreeSet<>(change.from().period().years());
      years.addAll(change.to().period().years());
      changes.add(
          AverageChangeRow.of(
              rows.get(change.from()),
              rows.get(change.to()),
              change,
              quality(years, domains.get(change.to().domain())),
              new DomainFamily(
                  family.get(0).indicator(),
                  family.get(0).by(),
                  found.tests(),
                  adjustment,
                  Subject.AVERAGES)));
    }
  }

  private AverageRow row(NavigableMap<Integer, PrevalenceRow> domain, Average average) {
    List<Integer> years = average.period().years();
    return AverageRow.of(
        domain.get(average.period().to()),
        average.period(),
        average.percent(),
        quality(years, domain),
        years.stream()
            .map(year -> domain.get(year).source())
            .reduce(Provenance::merge)
            .orElseThrow());
  }

  /** That of the estimates of years together. */
  private Quality quality(Collection<Integer> years, NavigableMap<Integer, PrevalenceRow> domain) {
    List<PrevalenceRow> rows = years.stream().map(domain::get).toList();
    Quality quality =
        rows.stream().map(PrevalenceRow::quality).reduce(Quality::merge).orElseThrow();
    return samples.sampling(rows) == Sampling.INDEPENDENCE_ASSUMED
        ? quality.with(QualityMark.INDEPENDENCE_ASSUMED)
        : quality;
  }
}

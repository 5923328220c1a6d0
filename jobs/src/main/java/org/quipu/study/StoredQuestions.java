package org.quipu.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.Provenance;
import org.quipu.YearRange;
import org.quipu.association.AssociationSpec;
import org.quipu.association.Caveat;
import org.quipu.association.CoverageNotes;
import org.quipu.association.Region;
import org.quipu.endes.Dimensions;
import org.quipu.store.ChangeRow;
import org.quipu.store.CoverageRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.quality.QualityMark;

/**
 * Questions from the rows of a store's tables: the changes of an indicator in the regions against
 * each measure of coverage.
 *
 * @param changes of any indicator and domain
 * @param levels of any indicator, domain and year
 * @param measures that are compared
 */
public record StoredQuestions(
    List<ChangeRow> changes,
    List<PrevalenceRow> levels,
    ComparedMeasures measures,
    Covariates covariates) {

  /** The questions of an indicator, one a measure; none where it has no change. */
  public List<Question> of(String indicator) {
    Map<String, ChangeRow> ofRegions = new LinkedHashMap<>();
    changes.stream()
        .filter(row -> row.by().equals(Dimensions.REGION) && row.indicator().equals(indicator))
        .forEach(row -> ofRegions.put(row.domain(), row));
    return ofRegions.isEmpty()
        ? List.of()
        : measures.measures().values().stream().map(reached -> of(ofRegions, reached)).toList();
  }

  private Question of(Map<String, ChangeRow> ofRegions, Map<String, CoverageRow> reached) {
    Map<String, Double> errors = errorsOfFirstLevels(ofRegions);
    List<Region> regions = new ArrayList<>();
    for (ChangeRow change : ofRegions.values()) {
      CoverageRow coverage = reached.get(change.domain());
      regions.add(
          new Region(
              change.domain(),
              change.change(),
              change.standardError(),
              change.percentFrom(),
              errors.getOrDefault(change.domain(), Double.NaN),
              Double.isNaN(change.covariance()) ? 0 : change.covariance(),
              coverage == null ? Double.NaN : coverage.coverage(),
              covariates.of(change.domain())));
    }

    ChangeRow change = ofRegions.values().iterator().next();
    CoverageRow coverage = reached.values().iterator().next();
    return new Question(
        new AssociationSpec(
            change.indicator(),
            coverage.measure(),
            new YearRange(change.fromYear(), change.toYear()),
            new YearRange(coverage.fromYear(), coverage.toYear()),
            regions,
            covariates.names(),
            caveats(ofRegions.values(), coverage),
            new CoverageNotes(coverage.partial(), coverage.note()),
            Families.of(change.indicator())),
        ofRegions,
        reached);
  }

  private static List<Caveat> caveats(Collection<ChangeRow> changes, CoverageRow coverage) {
    List<Caveat> caveats = new ArrayList<>();
    if (coverage.source() == Provenance.SYNTHETIC
        || changes.stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC)) {
      caveats.add(Caveat.SYNTHETIC);
    }
    if (changes.stream().anyMatch(row -> row.quality().has(QualityMark.SE_APPROXIMATED))) {
      caveats.add(Caveat.SE_APPROXIMATED);
    }

    return caveats;
  }

  private Map<String, Double> errorsOfFirstLevels(Map<String, ChangeRow> ofRegions) {
    Map<String, Double> errors = new HashMap<>();
    for (PrevalenceRow row : levels) {
      ChangeRow change = ofRegions.get(row.domain());
      if (change != null
          && row.by().equals(Dimensions.REGION)
          && row.indicator().equals(change.indicator())
          && row.year() == change.fromYear()) {
        errors.put(row.domain(), row.standardError());
      }
    }

    return errors;
  }
}

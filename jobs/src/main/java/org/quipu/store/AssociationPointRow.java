package org.quipu.store;

import java.util.Optional;
import org.quipu.Provenance;
import org.quipu.YearRange;
import org.quipu.association.AssociationPoint;
import org.quipu.association.AssociationSpec;
import org.quipu.association.Region;
import org.quipu.survey.quality.Quality;

/**
 * One row of the {@code association_point} table: one region of a question, as it enters {@code
 * meta_regression}. Change, standard error and interval in percentage points.
 *
 * @param region its code, or the key that a file of the user's gives it
 * @param coverage empty where not known
 * @param weight percent of the sum of the weights; 0 for a region without a change, a standard
 *     error or a coverage
 * @param leverage diagonal of the hat matrix
 * @param cook Cook's distance; empty where the model cannot be fitted without the region
 * @param ciLow of the change, {@code quality} and {@code source} too; empty in a study of files
 */
public record AssociationPointRow(
    String indicator,
    String measure,
    Integer fromYear,
    Integer toYear,
    Integer coverageFrom,
    Integer coverageTo,
    String region,
    String label,
    double change,
    double standardError,
    double coverage,
    double weight,
    double leverage,
    double cook,
    double ciLow,
    double ciHigh,
    Quality quality,
    Provenance source,
    Provenance coverageSource) {

  /**
   * A region with the rows of its change and coverage.
   *
   * @param change empty in a study of files
   * @param coverage empty in a study of files and where there is none
   */
  public static AssociationPointRow of(
      AssociationSpec spec,
      AssociationPoint point,
      Optional<ChangeRow> change,
      Optional<CoverageRow> coverage) {
    Region region = point.region();
    Optional<YearRange> years = Optional.ofNullable(spec.years());
    Optional<YearRange> window = Optional.ofNullable(spec.window());
    return new AssociationPointRow(
        spec.indicator(),
        spec.measure(),
        years.map(YearRange::from).orElse(null),
        years.map(YearRange::to).orElse(null),
        window.map(YearRange::from).orElse(null),
        window.map(YearRange::to).orElse(null),
        region.key(),
        change.map(ChangeRow::label).orElse(region.key()),
        region.change(),
        region.standardError(),
        region.coverage(),
        point.weight(),
        point.leverage(),
        point.cook(),
        change.map(ChangeRow::ciLow).orElse(Double.NaN),
        change.map(ChangeRow::ciHigh).orElse(Double.NaN),
        change.map(ChangeRow::quality).orElse(Quality.NONE),
        change.map(ChangeRow::source).orElse(null),
        coverage.map(CoverageRow::source).orElse(null));
  }
}

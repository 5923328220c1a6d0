package org.quipu.association;

import java.util.List;
import org.quipu.YearRange;

/**
 * A question: did one indicator change more where one measure of coverage was larger?
 *
 * @param years of the change; null where not known
 * @param window years of the coverage; null where not known
 * @param regions all of them; those that have no weight stay named
 * @param covariates names of what else is held fixed
 * @param caveats what a reader must know of the changes and the coverage
 * @param coverageNotes what the table of coverage notes of this measure
 * @param family the questions whose tests are corrected with this one's
 */
public record AssociationSpec(
    String indicator,
    String measure,
    YearRange years,
    YearRange window,
    List<Region> regions,
    List<String> covariates,
    List<Caveat> caveats,
    CoverageNotes coverageNotes,
    TestFamily family) {

  public AssociationSpec {
    regions = List.copyOf(regions);
    covariates = List.copyOf(covariates);
    caveats = List.copyOf(caveats);
  }

  List<Region> usable() {
    return regions.stream().filter(Region::isUsable).toList();
  }

  /** The low and the high coverage between which a slope is put into words. */
  public CoverageContrast contrast() {
    return CoverageContrast.of(usable().stream().mapToDouble(Region::coverage).sorted().toArray());
  }

  /** The regions without weight: no change, no standard error or no coverage. */
  public List<String> leftOut() {
    return regions.stream().filter(region -> !region.isUsable()).map(Region::key).toList();
  }
}

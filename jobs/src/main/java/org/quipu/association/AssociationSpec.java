package org.quipu.association;

import java.util.List;
import org.quipu.YearRange;

/**
 * Whether one indicator changed more where one measure of coverage was larger.
 *
 * @param years of the change; null where not known
 * @param window years of the coverage; null where not known
 * @param regions all of them; those that have no weight stay named
 * @param covariates names of what else is held fixed
 * @param caveats what a reader must know of these data, in the language of the reading
 */
public record AssociationSpec(
    String indicator,
    String measure,
    YearRange years,
    YearRange window,
    List<Region> regions,
    List<String> covariates,
    List<String> caveats) {

  public AssociationSpec {
    regions = List.copyOf(regions);
    covariates = List.copyOf(covariates);
    caveats = List.copyOf(caveats);
  }

  List<Region> usable() {
    return regions.stream().filter(Region::isUsable).toList();
  }

  /** The regions without weight: no change, no standard error or no coverage. */
  public List<String> leftOut() {
    return regions.stream().filter(region -> !region.isUsable()).map(Region::key).toList();
  }
}

package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.SampleOutlook;
import org.quipu.smallarea.SamplePlan;

/**
 * One row of the {@code small_area_planning} table: what a bigger sample would buy. Widths are in
 * percentage points, or in the units of the file that the direct estimates come from.
 *
 * @param area empty for all areas together
 * @param intervalWidth expected, of the 95 % interval of the area, or on average over all
 * @param intervalWidthNow the same of the present sample
 * @param expectedHits how many of the {@code top} areas with the highest estimates are expected to
 *     be among the {@code top} truly highest; empty for one area
 * @param information the sampling variance of direct estimates now, relative to that of the plan;
 *     empty where there is none now
 * @param source of the direct estimates; null for those of a file
 */
public record SmallAreaPlanningRow(
    AreaLevel level,
    String indicator,
    SamplePlan plan,
    String area,
    String label,
    double intervalWidth,
    double intervalWidthNow,
    double expectedHits,
    int top,
    double information,
    Provenance source) {

  /**
   * The outlook of a plan.
   *
   * @param label of the area; null for all
   * @param unit what widths are multiplied with: 100 makes points of proportions
   */
  public static SmallAreaPlanningRow of(
      AreaLevel level,
      String indicator,
      SampleOutlook outlook,
      String label,
      double unit,
      Provenance source) {
    return new SmallAreaPlanningRow(
        level,
        indicator,
        outlook.plan(),
        outlook.area().isEmpty() ? null : outlook.area(),
        label,
        unit * outlook.width(),
        unit * outlook.widthNow(),
        outlook.hits(),
        outlook.top(),
        outlook.information(),
        source);
  }
}

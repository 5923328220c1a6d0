package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quipu.Provenance;
import org.quipu.program.InformedWomen;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.AreaStudy;
import org.quipu.smallarea.SmallAreaEstimate;
import org.quipu.target.Area;
import org.quipu.target.Maximised;

/** The areas of a store to choose from: the value of each is its women affected. */
public final class AreaTargets {
  /**
   * What choosing an area costs.
   *
   * @param area whatever its size
   * @param woman for each of its women in union
   */
  public record Cost(double area, double woman) {
    /** Nothing. */
    public static final Cost NONE = new Cost(0, 0);

    double of(double women) {
      return area + woman * women;
    }
  }

  private AreaTargets() {}

  /**
   * The areas of a study.
   *
   * @param level what kind of areas they are
   * @param indicator whose women count
   * @param provenance of the estimates
   * @param years of the survey that are pooled, with blanks between them
   * @param census the areas in the order of the study
   * @param informed whom prevention reached there
   * @param services that serve them now
   * @param cost of choosing one; empty where costs do not matter
   */
  public static TargetAreas of(
      String source,
      AreaLevel level,
      String indicator,
      Provenance provenance,
      String years,
      List<CensusArea> census,
      AreaStudy study,
      InformedWomen informed,
      AreaServices services,
      Optional<Cost> cost) {
    List<Area> areas = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<TargetAreas.Facts> facts = new ArrayList<>();
    for (int i = 0; i < census.size(); i++) {
      CensusArea area = census.get(i);
      double women = area.womenInUnion();
      SmallAreaEstimate estimate = study.estimates().get(i);
      double share = estimate.benchmarked();
      double coverage = 100 * informed.in(area.code()) / area.women1549();
      areas.add(
          new Area(area.code(), area.region(), women * share, cost.orElse(Cost.NONE).of(women)));
      labels.add(area.name());
      facts.add(
          new TargetAreas.Facts(
              women,
              100 * share,
              100 * estimate.low(),
              100 * estimate.high(),
              women * share,
              coverage,
              women * Math.max(0, 1 - coverage / 100),
              services.of(area.code()),
              Double.NaN));
    }

    return new TargetAreas(
        source,
        level,
        indicator,
        provenance,
        years,
        Maximised.AFFECTED,
        null,
        areas,
        labels,
        facts,
        Optional.of((count, seed) -> affected(census, study, count)),
        true,
        cost.isPresent());
  }

  /** The draws of the study, of which there are as many as it was made with. */
  private static double[][] affected(List<CensusArea> census, AreaStudy study, int count) {
    double[][] draws = study.draws();
    double[][] affected = new double[Math.min(count, draws.length)][census.size()];
    for (int r = 0; r < affected.length; r++) {
      for (int i = 0; i < affected[r].length; i++) {
        affected[r][i] = census.get(i).womenInUnion() * draws[r][i];
      }
    }

    return affected;
  }
}

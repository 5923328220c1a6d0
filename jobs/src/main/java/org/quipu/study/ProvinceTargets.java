package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quipu.program.InformedWomen;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.SmallAreaStudy;
import org.quipu.store.ProvinceRow;
import org.quipu.target.Area;

/** The provinces of a store as areas to choose from: the value of each is its women affected. */
public final class ProvinceTargets {
  /**
   * What choosing a province costs.
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

  private ProvinceTargets() {}

  /**
   * The provinces of a study.
   *
   * @param indicator whose women count
   * @param provinces those of the study, in its order
   * @param informed whom prevention reached there
   * @param cost of choosing one; empty where costs do not matter
   */
  public static TargetAreas of(
      String source,
      String indicator,
      ProvinceAreas provinces,
      SmallAreaStudy study,
      InformedWomen informed,
      Optional<Cost> cost) {
    List<Area> areas = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<TargetAreas.Facts> facts = new ArrayList<>();
    for (int i = 0; i < provinces.provinces().size(); i++) {
      ProvinceRow province = provinces.provinces().get(i);
      double women = province.womenInUnion();
      double share = study.estimates().get(i).benchmarked();
      double coverage = 100 * informed.in(province.province()) / province.women1549();
      areas.add(
          new Area(
              province.province(),
              province.region(),
              women * share,
              cost.orElse(Cost.NONE).of(women)));
      labels.add(province.name());
      facts.add(
          new TargetAreas.Facts(
              women,
              100 * share,
              women * share,
              coverage,
              women * Math.max(0, 1 - coverage / 100)));
    }

    return new TargetAreas(
        source,
        AreaLevel.PROVINCE,
        indicator,
        areas,
        labels,
        facts,
        Optional.of((count, seed) -> affected(provinces, study, count)),
        true,
        cost.isPresent());
  }

  /** The draws of the study, of which there are as many as it was made with. */
  private static double[][] affected(ProvinceAreas provinces, SmallAreaStudy study, int count) {
    double[][] draws = study.draws();
    double[][] affected = new double[Math.min(count, draws.length)][provinces.provinces().size()];
    for (int r = 0; r < affected.length; r++) {
      for (int i = 0; i < affected[r].length; i++) {
        affected[r][i] = provinces.provinces().get(i).womenInUnion() * draws[r][i];
      }
    }

    return affected;
  }
}

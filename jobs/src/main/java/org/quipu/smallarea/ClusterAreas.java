package org.quipu.smallarea;

import java.util.List;

/**
 * The areas of a {@link ClusterStudy} and what is known of each of them.
 *
 * @param terms names of the columns, in the order of each area's values; {@link #URBAN} is whether
 *     a cluster is urban
 * @param areas m areas, with and without clusters
 */
public record ClusterAreas(List<String> terms, List<Area> areas) {
  /** The column that differs between the clusters of an area: 1 for an urban one, else 0. */
  public static final String URBAN = "urban";

  /** Keeps copies. */
  public ClusterAreas {
    terms = List.copyOf(terms);
    areas = List.copyOf(areas);
  }

  /**
   * An area.
   *
   * @param larger the key of the area in which it lies, such as a district's province
   * @param group the key of what that lies in, such as its region: its areas add up to its direct
   *     estimate
   * @param size such as women of 15 to 49 in union
   * @param urbanShare of its women, 0 to 1
   * @param urbanShareOfLarger of the women of the larger area
   * @param values one a term; that of {@link #URBAN} is not read
   * @param imputed whether a value is not its own
   */
  public record Area(
      String key,
      String larger,
      String group,
      double size,
      double urbanShare,
      double urbanShareOfLarger,
      List<Double> values,
      boolean imputed) {
    /** Keeps a copy. */
    public Area {
      values = List.copyOf(values);
    }
  }

  /** The columns of a cluster, or of a part of an area, the intercept among them. */
  double[] row(int area, double urban) {
    double[] row = new double[terms.size() + 1];
    row[0] = 1;
    for (int t = 0; t < terms.size(); t++) {
      row[t + 1] = terms.get(t).equals(URBAN) ? urban : areas.get(area).values.get(t);
    }

    return row;
  }
}

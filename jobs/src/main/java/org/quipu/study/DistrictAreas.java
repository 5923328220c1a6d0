package org.quipu.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.quipu.smallarea.ClusterAreas;
import org.quipu.store.DistrictRow;
import org.quipu.store.ProvinceRow;

/**
 * The districts of a store as areas of a study. Nobody has counted their women in union since the
 * census of their provinces: those of a province are shared out by people.
 */
public final class DistrictAreas {
  /**
   * The covariates used where none are named: of twelve lists these have the lowest AIC and BIC,
   * summed over the eight summaries of violence of 2020. Human development, poverty, altitude and
   * density gain nothing beyond them, there and in districts left out of the fit.
   */
  private static final List<String> USUAL = List.of(ClusterAreas.URBAN, "pct_indigenous");

  /** Of a file it is the urban share of districts, which is a covariate only where it is named. */
  private static final String PCT_URBAN = "pct_urban";

  private static final double PERCENT = 100;

  private static final Map<String, ToDoubleFunction<DistrictRow>> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("human_development", DistrictRow::humanDevelopment);
    COLUMNS.put("pct_poor", DistrictRow::pctPoor);
    COLUMNS.put("altitude", DistrictRow::altitude);
    COLUMNS.put("log_density", district -> Math.log(district.people() / district.area()));
  }

  private final List<String> names;
  private final Covariates others;
  private final List<CensusArea> census = new ArrayList<>();
  private final List<ClusterAreas.Area> areas = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  private DistrictAreas(List<String> names, Covariates others) {
    this.names = names;
    this.others = others;
  }

  /**
   * The districts of a store.
   *
   * @param census of their provinces
   * @param names of the covariates; where empty the usual ones and all others
   * @param others further columns by UBIGEO of the district; {@code pct_urban} among them is the
   *     urban share of its women
   */
  public static DistrictAreas of(
      List<DistrictRow> districts,
      List<ProvinceRow> census,
      List<String> names,
      Covariates others) {
    List<String> known = new ArrayList<>(List.of(ClusterAreas.URBAN));
    known.addAll(ProvinceAreas.COLUMNS.keySet());
    known.addAll(COLUMNS.keySet());
    others.names().stream().filter(name -> !known.contains(name)).forEach(known::add);
    ProvinceAreas.requireKnown(names, known, "districts");
    List<String> used = new ArrayList<>(names);
    if (names.isEmpty()) {
      used.addAll(USUAL);
      others.names().stream()
          .filter(name -> !name.equals(PCT_URBAN) && !used.contains(name))
          .forEach(used::add);
    }

    DistrictAreas areas = new DistrictAreas(List.copyOf(used), others);
    Map<String, ProvinceRow> provinces = new HashMap<>();
    census.forEach(province -> provinces.put(province.province(), province));
    districts.stream()
        .collect(Collectors.groupingBy(DistrictRow::province, TreeMap::new, Collectors.toList()))
        .forEach((code, members) -> areas.add(provinces.get(code), members));
    return areas;
  }

  private void add(ProvinceRow province, List<DistrictRow> members) {
    List<DistrictRow> inhabited = new ArrayList<>();
    for (DistrictRow district : members) {
      boolean counted =
          province != null
              && !Double.isNaN(province.womenInUnion())
              && !Double.isNaN(province.pctUrban());
      if (counted && district.people() > 0) {
        inhabited.add(district);
      } else {
        leftOut.add(district.district());
      }
    }
    if (!inhabited.isEmpty()) {
      addInhabited(province, inhabited);
    }
  }

  private void addInhabited(ProvinceRow province, List<DistrictRow> districts) {
    double people = districts.stream().mapToDouble(DistrictRow::people).sum();
    double provinceUrban = province.pctUrban() / PERCENT;
    Map<String, Double> urban = UrbanShares.of(districts, provinceUrban);
    for (DistrictRow district : districts) {
      List<Double> values = new ArrayList<>();
      boolean imputed = false;
      for (String name : names) {
        double value = value(name, province, district);
        if (Double.isNaN(value) && COLUMNS.containsKey(name)) {
          value = average(name, province, districts);
          imputed = true;
        }
        values.add(value);
      }
      double given = other(PCT_URBAN, district) / PERCENT;
      if (values.stream().anyMatch(value -> !Double.isFinite(value))) {
        leftOut.add(district.district());
        continue;
      }

      double share = district.people() / people;
      CensusArea area =
          new CensusArea(
              district.district(),
              district.region(),
              district.name(),
              share * province.women1549(),
              share * province.womenInUnion());
      census.add(area);
      areas.add(
          new ClusterAreas.Area(
              district.district(),
              district.province(),
              district.region(),
              area.womenInUnion(),
              Double.isNaN(given) ? urban.get(district.district()) : given,
              provinceUrban,
              values,
              imputed));
    }
  }

  private double value(String name, ProvinceRow province, DistrictRow district) {
    if (name.equals(ClusterAreas.URBAN)) {
      return 0;
    }
    if (others.names().contains(name)) {
      return other(name, district);
    }

    return COLUMNS.containsKey(name)
        ? COLUMNS.get(name).applyAsDouble(district)
        : ProvinceAreas.COLUMNS.get(name).applyAsDouble(province);
  }

  private double other(String name, DistrictRow district) {
    int column = others.names().indexOf(name);
    return column < 0 ? Double.NaN : others.of(district.district()).get(column);
  }

  /** A new district's covariate: that of the others of its province, weighted by their people. */
  private double average(String name, ProvinceRow province, List<DistrictRow> districts) {
    double sum = 0;
    double people = 0;
    for (DistrictRow district : districts) {
      double value = value(name, province, district);
      if (!Double.isNaN(value)) {
        sum += district.people() * value;
        people += district.people();
      }
    }

    return sum / people;
  }

  /** The districts without people, without a census of their province or without a covariate. */
  public List<String> leftOut() {
    return leftOut.stream().sorted().toList();
  }

  /** Who lives in the others. */
  public List<CensusArea> census() {
    return List.copyOf(census);
  }

  /** What is known of the others, in the same order. */
  public ClusterAreas areas() {
    return new ClusterAreas(names, areas);
  }
}

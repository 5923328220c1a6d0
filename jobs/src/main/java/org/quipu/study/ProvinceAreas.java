package org.quipu.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.quipu.UserException;
import org.quipu.smallarea.AreaCovariates;
import org.quipu.smallarea.ClusterSample;
import org.quipu.smallarea.DirectEstimate;
import org.quipu.smallarea.Groups;
import org.quipu.store.ProvinceRow;

/**
 * The provinces of a store as areas of a study: who lives there and what the survey says of them.
 */
public final class ProvinceAreas {
  /** The covariates of the census. */
  static final Map<String, ToDoubleFunction<ProvinceRow>> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("pct_urban", ProvinceRow::pctUrban);
    COLUMNS.put("pct_indigenous", ProvinceRow::pctIndigenous);
    COLUMNS.put("pct_primary_or_less", ProvinceRow::pctPrimaryOrLess);
    COLUMNS.put("pct_age_15_29", ProvinceRow::pctAge1529);
  }

  private final List<ProvinceRow> provinces;
  private final List<String> covariates;
  private final List<double[]> values;
  private final List<String> leftOut;

  private ProvinceAreas(List<String> covariates) {
    this.provinces = new ArrayList<>();
    this.covariates = List.copyOf(covariates);
    this.values = new ArrayList<>();
    this.leftOut = new ArrayList<>();
  }

  /**
   * The provinces of the census with the covariates of their women.
   *
   * @param names of the covariates; all of the census where empty
   * @param others further columns by UBIGEO of the province; those of {@code names} alone where it
   *     names some
   */
  public static ProvinceAreas of(List<ProvinceRow> census, List<String> names, Covariates others) {
    List<String> known = new ArrayList<>(COLUMNS.keySet());
    known.addAll(others.names());
    requireKnown(names, known, "provinces");
    ProvinceAreas areas = new ProvinceAreas(names.isEmpty() ? known : names);
    census.forEach(province -> areas.add(province, others));
    return areas;
  }

  /** Refuses covariates that are not known of the areas. */
  static void requireKnown(List<String> names, List<String> known, String areas) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw UserException.input(
            "--covariate " + name,
            "no such covariate of " + areas,
            "one of " + String.join(", ", known),
            "Name one of these, or give a file of others with --covariates.");
      }
    }
  }

  private void add(ProvinceRow province, Covariates others) {
    double[] row =
        covariates.stream()
            .mapToDouble(
                name ->
                    COLUMNS.containsKey(name)
                        ? COLUMNS.get(name).applyAsDouble(province)
                        : others.of(province.province()).get(others.names().indexOf(name)))
            .toArray();
    boolean whole = !Double.isNaN(province.womenInUnion());
    for (double value : row) {
      whole &= !Double.isNaN(value);
    }

    if (whole) {
      provinces.add(province);
      values.add(row);
    } else {
      leftOut.add(province.province());
    }
  }

  /** The provinces without all their covariates. */
  public List<String> leftOut() {
    return leftOut;
  }

  /** The provinces that the survey has interviews of and the census does not know. */
  public List<String> unknown(Collection<ClusterSample> samples) {
    Set<String> known = new HashSet<>(leftOut);
    provinces.forEach(province -> known.add(province.province()));
    return samples.stream()
        .flatMap(sample -> sample.ofAreas().stream())
        .map(DirectEstimate::area)
        .filter(area -> !known.contains(area))
        .distinct()
        .sorted()
        .toList();
  }

  /** Who lives there. */
  public List<CensusArea> census() {
    return provinces.stream().map(CensusArea::of).toList();
  }

  public AreaCovariates covariates() {
    return new AreaCovariates(covariates, values);
  }

  /** The survey's estimates of an indicator, one a province. */
  public List<DirectEstimate> direct(ClusterSample sample) {
    Map<String, DirectEstimate> byProvince =
        sample.ofAreas().stream()
            .collect(Collectors.toMap(DirectEstimate::area, Function.identity()));
    return provinces.stream()
        .map(
            province ->
                byProvince.getOrDefault(
                    province.province(),
                    DirectEstimate.none(province.province(), province.region())))
        .toList();
  }

  /** What the provinces of each region add up to, by their women in union. */
  public Groups regions(ClusterSample sample) {
    Map<String, Double> targets = new HashMap<>();
    Map<String, Double> errors = new HashMap<>();
    for (DirectEstimate region : sample.ofGroups()) {
      targets.put(region.area(), region.estimate());
      errors.put(region.area(), region.standardError());
    }

    return new Groups(
        provinces.stream().mapToDouble(ProvinceRow::womenInUnion).toArray(), targets, errors);
  }
}

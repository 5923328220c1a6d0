package org.quipu.survey.kernel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.quipu.survey.Design;
import org.quipu.survey.Estimates;

/**
 * Takes the rows of a survey and reduces each stratum as soon as it is complete. A part of a file
 * has its own; parts are merged.
 */
public final class SurveyAccumulator implements Serializable {
  private static final long serialVersionUID = 1L;

  private final EstimationPlan layout;
  private final Design design;
  private final Retain retain;
  private final List<Codes> codes;
  private final Map<String, DomainSums> groups = new LinkedHashMap<>();
  private final List<Stratum> strata = new ArrayList<>();
  private final Set<Key> complete = new HashSet<>();
  private final Map<Key, StratumRows> open = new LinkedHashMap<>();

  /** What is kept of a stratum once its covariances are known. */
  public enum Retain {
    /** Nothing: memory does not grow with the clusters. Estimates have no covariances. */
    NOTHING,
    /** The cluster totals: covariances between any two estimates, and replicates. */
    CLUSTERS
  }

  private record Key(String group, String stratum) implements Serializable {}

  public SurveyAccumulator(EstimationPlan layout, Design design, Retain retain) {
    this.layout = layout;
    this.design = design;
    this.retain = retain;
    this.codes = Stream.generate(Codes::new).limit(layout.dimensions().size()).toList();
  }

  public EstimationPlan layout() {
    return layout;
  }

  /** Numbers of the codes of a dimension. */
  public Codes codes(int dimension) {
    return codes.get(dimension);
  }

  /** The rows of a stratum, which stay open until it is {@linkplain #complete completed}. */
  public StratumRows stratum(String group, String stratum) {
    return open.computeIfAbsent(
        new Key(group, stratum), key -> new StratumRows(layout, group, stratum));
  }

  /**
   * Reduces a stratum of which no more rows will come.
   *
   * @return false where it was complete before: its rows were not together
   */
  public boolean complete(StratumRows rows) {
    Key key = new Key(rows.group, rows.stratum);
    open.remove(key);
    if (!complete.add(key)) {
      return false;
    }

    Stratum stratum = Stratum.of(rows);
    sums(rows.group).add(stratum);
    if (retain == Retain.CLUSTERS) {
      strata.add(stratum);
    }

    return true;
  }

  /**
   * Takes over another part's sums and open strata.
   *
   * @return false where both parts hold rows of a stratum that one of them took for complete
   */
  public boolean merge(SurveyAccumulator other) {
    int[][] translation = new int[codes.size()][];
    for (int d = 0; d < translation.length; d++) {
      translation[d] = codes.get(d).translate(other.codes.get(d));
    }

    boolean apart = true;
    for (Key key : other.complete) {
      apart &= complete.add(key) && !open.containsKey(key);
    }

    for (StratumRows rows : other.open.values()) {
      apart &= !complete.contains(new Key(rows.group, rows.stratum));
      rows.translate(translation);
      stratum(rows.group, rows.stratum).addAll(rows);
    }

    other.groups.forEach((group, sums) -> sums(group).merge(sums, translation));
    other.strata.forEach(stratum -> stratum.translate(translation));
    strata.addAll(other.strata);
    return apart;
  }

  /** Completes what is open and estimates. */
  public Estimates estimates() {
    List.copyOf(open.values()).forEach(this::complete);
    strata.sort(Comparator.comparing(Stratum::name));
    Map<String, List<Stratum>> retained = new HashMap<>();
    strata.forEach(
        stratum ->
            retained.computeIfAbsent(stratum.group(), group -> new ArrayList<>()).add(stratum));
    return Estimates.of(layout, design, codes, List.copyOf(groups.values()), retained);
  }

  private DomainSums sums(String group) {
    return groups.computeIfAbsent(group, key -> new DomainSums(layout, design.lonely(), group));
  }
}

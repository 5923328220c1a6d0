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
import org.quipu.survey.CodeIndex;
import org.quipu.survey.Design;
import org.quipu.survey.Estimates;
import org.quipu.survey.Retain;

/**
 * Accumulates the rows of a survey and reduces each stratum as soon as it is complete. Each part of
 * a file has an accumulator of its own; they are merged.
 */
public final class SurveyAccumulator implements Serializable {
  private static final long serialVersionUID = 1L;

  private final EstimationPlan plan;
  private final Design design;
  private final Retain retain;
  private final List<CodeIndex> codes;
  private final Map<String, GroupTotals> groups = new LinkedHashMap<>();
  private final List<Stratum> strata = new ArrayList<>();
  private final Set<Key> complete = new HashSet<>();
  private final Map<Key, StratumRows> open = new LinkedHashMap<>();

  private record Key(String group, String stratum) implements Serializable {}

  public SurveyAccumulator(EstimationPlan plan, Design design, Retain retain) {
    this.plan = plan;
    this.design = design;
    this.retain = retain;
    this.codes = Stream.generate(CodeIndex::new).limit(plan.dimensions().size()).toList();
  }

  /** Numbers of the codes of a dimension. */
  public CodeIndex codes(int dimension) {
    return codes.get(dimension);
  }

  /** The rows of a stratum, which stay open until it is {@linkplain #complete completed}. */
  public StratumRows stratum(String group, String stratum) {
    return open.computeIfAbsent(
        new Key(group, stratum), key -> new StratumRows(plan, group, stratum));
  }

  /**
   * Reduces a stratum of which no more rows will come.
   *
   * @return false if it was complete before: its rows were not contiguous
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
   * Adds another part's totals and open strata.
   *
   * @return false if both parts hold rows of a stratum that one of them had completed
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
    return new EstimateBuilder(plan, design, codes).build(groups.values(), retained);
  }

  private GroupTotals sums(String group) {
    return groups.computeIfAbsent(group, key -> new GroupTotals(plan, design.lonelyPsu(), group));
  }
}

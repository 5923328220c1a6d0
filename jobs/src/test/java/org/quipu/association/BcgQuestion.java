package org.quipu.association;

import java.util.List;
import java.util.stream.IntStream;
import org.quipu.meta.Effects;
import org.quipu.meta.PublishedMetaAnalyses;

/** The question whether BCG's log relative risk differs by latitude, with a trial for a region. */
public final class BcgQuestion {
  private BcgQuestion() {}

  public static AssociationSpec spec() {
    Effects effects = PublishedMetaAnalyses.bcgOnLatitude();
    List<Region> trials =
        IntStream.range(0, effects.size())
            .mapToObj(
                i ->
                    new Region(
                        effects.keys().get(i),
                        effects.values().getEntry(i),
                        Math.sqrt(effects.variance(i)),
                        Double.NaN,
                        Double.NaN,
                        0,
                        effects.design().getEntry(i, 1),
                        List.of()))
            .toList();
    return new AssociationSpec(
        "log_relative_risk",
        "latitude",
        null,
        null,
        trials,
        List.of(),
        List.of(),
        CoverageNotes.NONE,
        TestFamily.ALL);
  }

  public static AssociationAnalysis analysis() {
    return AssociationAnalysis.of(spec(), new AssociationAnalysis.Settings(199, 199, 1));
  }
}

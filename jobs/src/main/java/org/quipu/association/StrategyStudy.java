package org.quipu.association;

import org.quipu.panel.EventStudy;
import org.quipu.panel.Panel;

/** A strategy's question and the result of its event study. */
public record StrategyStudy(StrategySpec spec, EventStudy.Result result) {
  private static final double LEVEL = 0.95;

  /** Answers a question from the panel of its indicator. */
  public static StrategyStudy of(
      StrategySpec spec, Panel panel, AssociationAnalysis.Settings settings) {
    EventStudy design = new EventStudy(spec.treated(), spec.startYear(), LEVEL);
    return new StrategyStudy(spec, design.fit(panel, settings.permutations(), settings.seed()));
  }
}

package org.quipu.spark;

import java.io.Serializable;
import org.quipu.survey.Design;
import org.quipu.survey.Retain;
import org.quipu.survey.kernel.EstimationPlan;
import org.quipu.survey.kernel.SurveyAccumulator;

/** What to accumulate: every partition begins with an empty accumulator of it. */
record Accumulation(EstimationPlan plan, Design design, Retain retain) implements Serializable {
  SurveyAccumulator begin() {
    return new SurveyAccumulator(plan, design, retain);
  }
}

package org.quipu.spark;

import java.io.Serializable;
import org.quipu.survey.Design;
import org.quipu.survey.Retain;
import org.quipu.survey.kernel.EstimationPlan;
import org.quipu.survey.kernel.SurveyAccumulator;

/** What every partition begins with. */
record Accumulation(EstimationPlan plan, Design design, Retain retain) implements Serializable {
  SurveyAccumulator begin() {
    return new SurveyAccumulator(plan, design, retain);
  }
}

package org.quipu.survey;

/** What a missing value of an outcome means: whether its row is a member of the domains. */
public enum Missing {
  /**
   * The row did not answer: it is a member of its domains, whose clusters, strata and degrees of
   * freedom count it (R: {@code svymean(y, subset(design, domain), na.rm = TRUE)}).
   */
  NO_ANSWER,
  /**
   * The row was not asked, as a man of a question to women: it lies outside the domains of this
   * outcome, which are those of the rows asked (R: {@code subset(design, asked & domain)}).
   */
  NOT_ASKED
}

package org.quipu.store;

import java.util.Optional;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.change.AssumedDesign;
import org.quipu.change.Level;
import org.quipu.change.Level.Approximation;
import org.quipu.survey.quality.Assessment;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;

/**
 * One estimate of the {@code prevalence} table. Percentages, standard errors, intervals and cv in
 * percent; an empty number is NaN.
 *
 * @param by the table that the domain belongs to, such as {@code region:residence}
 * @param domain the codes joined by {@code |}; national is {@code 00}
 * @param label the domain's Spanish name
 * @param cv 100 · standard error / percent
 * @param deff design effect against simple random sampling with replacement
 * @param df clusters minus strata with a member of the domain
 * @param n unweighted answers
 * @param weightedN sum of the weights of the answers
 * @param quality the grade of the quality scheme, and further marks
 * @param qualityReason the rule that gave the grade
 */
public record PrevalenceRow(
    int year,
    String indicator,
    String by,
    String domain,
    String label,
    double percent,
    double standardError,
    double ciLow,
    double ciHigh,
    double cv,
    double deff,
    double df,
    Long n,
    double weightedN,
    Integer psus,
    Integer strata,
    Quality quality,
    Provenance source,
    String qualityReason) {

  /** The estimate as a level, for changes and trends. */
  public Level level() {
    return new Level(percent, standardError, df, approximation());
  }

  private Optional<Approximation> approximation() {
    return quality.has(QualityMark.SE_APPROXIMATED) && n != null
        ? Optional.of(new Approximation((double) n, assumedDesign(domain)))
        : Optional.empty();
  }

  /** The design whose effect is assumed for a region, or the country, without a standard error. */
  public static AssumedDesign assumedDesign(String domain) {
    return domain.equals(Regions.NATIONAL) ? AssumedDesign.COUNTRY : AssumedDesign.REGION;
  }

  /** The row as readers may see it: graded, without numbers or counts where they are hidden. */
  public PrevalenceRow published(Assessment assessment) {
    boolean hidden = assessment.isHidden();
    boolean counts = assessment.hidesCounts();
    double none = Double.NaN;
    return new PrevalenceRow(
        year,
        indicator,
        by,
        domain,
        label,
        hidden ? none : percent,
        hidden ? none : standardError,
        hidden ? none : ciLow,
        hidden ? none : ciHigh,
        hidden ? none : cv,
        counts ? none : deff,
        hidden ? none : df,
        counts ? null : n,
        counts ? none : weightedN,
        counts ? null : psus,
        counts ? null : strata,
        assessment.on(quality),
        source,
        assessment.reason());
  }
}

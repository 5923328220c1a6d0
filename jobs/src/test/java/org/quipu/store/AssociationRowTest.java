package org.quipu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.AssociationSpec;
import org.quipu.association.AssociationVerdict;
import org.quipu.association.BcgQuestion;
import org.quipu.association.CorrectedAnalysis;
import org.quipu.association.CoverageNotes;
import org.quipu.association.Method;
import org.quipu.association.Region;
import org.quipu.association.TestFamily;
import org.quipu.math.Adjustment;

/** Golden numbers: metafor 3.8-1, src/test/r/fitted-line.R. */
class AssociationRowTest {
  private static final AssociationAnalysis BCG = BcgQuestion.analysis();

  // influence(rma(yi, vi, mods = ~ ablat, data = dat.bcg, test = "knha")): weight, hat, cook.d
  private static final double[][] POINTS = {
    {2.82286880186937, 0.0490232949590520, 0.00369783551720775},
    {4.18782412951055, 0.1492658426052144, 0.03764168961054101},
    {2.30743665878552, 0.0351420480336974, 0.00800103184652379},
    {11.77487504728797, 0.3481032664207317, 0.19204488618479765},
    {8.89479413463953, 0.2247856982244409, 0.00553128269897549},
    {13.62828274975277, 0.2366753015882488, 0.22189780211092364},
    {3.79003076289208, 0.0640400552676763, 0.28037560959749286},
    {14.12787714971561, 0.3570340899920836, 0.2092700922050103},
    {8.54484697210285, 0.0926384704666554, 0.01543073308848188},
    {7.59578506482694, 0.1156831077401207, 0.12661952240101115},
    {12.78279728060817, 0.2309160275252920, 0.00072125028578043},
    {1.86350704219637, 0.0188824914125002, 0.03105813392534161},
    {7.67907420581227, 0.0778103057642871, 0.11034232271357836},
  };

  private static AssociationAnalysis analysis(AssociationSpec spec) {
    return AssociationAnalysis.of(spec, new AssociationAnalysis.Settings(199, 199, 1));
  }

  private static AssociationRow row(AssociationAnalysis analysis, Method method) {
    return AssociationRow.of(CorrectedAnalysis.of(List.of(analysis)).get(0)).stream()
        .filter(row -> row.method() == method)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theLineAndItsVariancesAreThoseOfTheRegression() {
    AssociationRow row = row(BCG, Method.META_REGRESSION);

    // coef(fit), vcov(fit)
    assertThat(row.headline()).isFalse();
    assertThat(row.intercept()).isCloseTo(0.2514682100073390, within(1e-10));
    assertThat(row.estimate()).isCloseTo(-0.0291017250116492, within(1e-12));
    assertThat(row.interceptVariance()).isCloseTo(0.08061356674878183, within(1e-11));
    assertThat(row.interceptSlopeCovariance()).isCloseTo(-0.00210495054517337, within(1e-12));
    assertThat(row.standardError() * row.standardError())
        .isCloseTo(6.72632475500703e-05, within(1e-14));
    assertThat(row.df()).isEqualTo(11);
  }

  @Test
  void pointsHaveWeightLeverageAndCooksDistanceOfTheRegression() {
    for (int i = 0; i < POINTS.length; i++) {
      AssociationPointRow row =
          AssociationPointRow.of(
              BCG.spec(), BCG.points().get(i), Optional.empty(), Optional.empty());

      assertThat(row.region()).isEqualTo(String.valueOf(i + 1));
      assertThat(row.label()).isEqualTo(row.region());
      assertThat(row.change()).isEqualTo(BCG.spec().regions().get(i).change());
      assertThat(row.weight()).isCloseTo(POINTS[i][0], within(1e-9));
      assertThat(row.leverage()).isCloseTo(POINTS[i][1], within(1e-11));
      assertThat(row.cook()).isCloseTo(POINTS[i][2], within(1e-10));
    }
  }

  @Test
  void aRowKnowsItsFamilyItsVerdictAndItsSentence() {
    AssociationRow row = row(BCG, Method.META_REGRESSION_TRUNCATED);

    assertThat(row.tests()).isEqualTo(1);
    assertThat(row.correction()).isEqualTo(Adjustment.BENJAMINI_HOCHBERG);
    assertThat(row.family()).isEqualTo(TestFamily.ALL);
    assertThat(row.headline()).isTrue();
    assertThat(row.verdict()).isEqualTo(AssociationVerdict.NEGATIVE);
    assertThat(row.sentence()).isEqualTo("slope.negative");
    assertThat(row.fromYear()).isNull();
    assertThat(row(BCG, Method.SPEARMAN).sentence()).isEqualTo("correlation.negative");
  }

  @Test
  void regionsWithoutAnErrorStayNamed() {
    AssociationSpec spec = BcgQuestion.spec();
    List<Region> regions = new ArrayList<>(spec.regions());
    double none = Double.NaN;
    regions.add(new Region("Pasco", -24.7, none, none, none, 0, 30, List.of()));
    AssociationAnalysis analysis =
        analysis(
            new AssociationSpec(
                spec.indicator(),
                spec.measure(),
                null,
                null,
                regions,
                List.of(),
                List.of(),
                CoverageNotes.NONE,
                TestFamily.ALL));
    AssociationRow row = row(analysis, Method.META_REGRESSION);
    InfluenceRow pasco =
        InfluenceRow.of(analysis).stream()
            .filter(one -> one.leftOut().equals("Pasco"))
            .findFirst()
            .orElseThrow();

    assertThat(row.k()).isEqualTo(13);
    assertThat(row.leftOut()).isEqualTo("Pasco");
    assertThat(pasco.hat()).isZero();
    assertThat(pasco.estimate()).isEqualTo(row.estimate());
    assertThat(pasco.rstudent()).isNaN();
  }
}

package org.quipu.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quipu.YearRange;
import org.quipu.store.AssociationRow;
import org.quipu.store.InfluenceRow;
import org.quipu.text.Language;

class AssociationAnalysisTest {
  private static final AssociationAnalysis.Settings QUICK =
      new AssociationAnalysis.Settings(199, 199, 1);
  private static final double NONE = Double.NaN;

  /** Change falls by {@code slope} for each unit of coverage; level and noise from fixed waves. */
  private static List<Region> regions(int k, double slope) {
    List<Region> regions = new ArrayList<>();
    for (int i = 1; i <= k; i++) {
      double coverage = 100 + 60 * Math.sin(1.7 * i);
      double change = slope * coverage + 2 * Math.cos(2.3 * i);
      double level = 55 + 8 * Math.sin(0.9 * i);
      regions.add(new Region(String.valueOf(i), change, 3, level, 2, 0, coverage, List.of()));
    }

    return regions;
  }

  private static AssociationSpec question(String indicator, List<Region> regions) {
    return new AssociationSpec(
        indicator,
        "talks",
        new YearRange(2021, 2024),
        new YearRange(2021, 2022),
        regions,
        List.of(),
        List.of());
  }

  private static AssociationRow row(AssociationTables tables, Method method) {
    return tables.associations().stream()
        .filter(row -> row.method().equals(method.key()))
        .findFirst()
        .orElseThrow();
  }

  private static AssociationTables tables(Language language, AssociationSpec... questions) {
    List<AssociationAnalysis> answers = new ArrayList<>();
    for (AssociationSpec question : questions) {
      answers.add(AssociationAnalysis.to(question, QUICK));
    }

    return AssociationTables.of(answers, Reading.ofKeys(language));
  }

  @Test
  void everyMethodThatTheDataAllow() {
    AssociationAnalysis answer = AssociationAnalysis.to(question("any", regions(25, 0)), QUICK);

    assertThat(answer.notes()).isEmpty();
    assertThat(answer.influence()).hasSize(25);
    assertThat(answer.findings().stream().map(MethodResult::method).collect(Collectors.toList()))
        .containsExactly(
            Method.META_REGRESSION,
            Method.META_REGRESSION_ADJUSTED,
            Method.META_REGRESSION_OBSERVED_BASELINE,
            Method.META_REGRESSION_ML,
            Method.META_REGRESSION_DL,
            Method.META_REGRESSION_TRUNCATED,
            Method.META_REGRESSION_NORMAL,
            Method.FIXED_EFFECT,
            Method.PRECISION_WEIGHTED,
            Method.PEARSON,
            Method.PEARSON_WEIGHTED,
            Method.PEARSON_DISATTENUATED,
            Method.SPEARMAN,
            Method.KENDALL);
  }

  @Test
  void covariatesAreHeldFixed() {
    List<Region> poor = new ArrayList<>();
    for (Region r : regions(20, -0.05)) {
      poor.add(
          new Region(
              r.key(),
              r.change() + 0.2 * r.baseline(),
              3,
              NONE,
              NONE,
              0,
              r.coverage(),
              List.of(r.baseline())));
    }
    AssociationSpec question =
        new AssociationSpec("any", "talks", null, null, poor, List.of("poverty"), List.of());
    AssociationAnalysis answer = AssociationAnalysis.to(question, QUICK);

    MethodResult beside =
        answer.findings().stream()
            .filter(f -> f.method() == Method.META_REGRESSION_COVARIATES)
            .findFirst()
            .orElseThrow();
    assertThat(beside.test().estimate()).isCloseTo(-0.05, within(0.01));
    assertThat(beside.test().df()).isEqualTo(17);
    assertThat(answer.notes())
        .anySatisfy(note -> assertThat(note).contains("meta_regression_adjusted"));
  }

  @Test
  void familyIsOneMethodOverAllQuestions() {
    AssociationTables tables =
        tables(
            Language.SPANISH,
            question("any", regions(25, 0)),
            question("sexual", regions(25, -0.06)));

    List<AssociationRow> headlines =
        tables.associations().stream()
            .filter(row -> row.method().equals("meta_regression"))
            .toList();
    assertThat(headlines).hasSize(2);
    assertThat(headlines.get(1).pValue()).isLessThan(0.001);
    assertThat(headlines.get(1).pAdjusted()).isEqualTo(2 * headlines.get(1).pValue());
    assertThat(headlines.get(0).pAdjusted()).isEqualTo(headlines.get(0).pValue());
    assertThat(headlines.get(0).family()).startsWith("bh of 2 tests: meta_regression");
    assertThat(headlines.get(0).fromYear()).isEqualTo(2021);
    assertThat(headlines.get(0).coverageTo()).isEqualTo(2022);
  }

  @Test
  void sentenceOfNothingFoundSaysWhatCouldNotBeSeen() {
    String sentence =
        row(tables(Language.SPANISH, question("any", regions(25, 0))), Method.META_REGRESSION)
            .sentence();

    assertThat(sentence)
        .startsWith("Con 25 regiones no se distingue si el indicador «any» cambió de 2021 a 2024")
        .contains("la cobertura «talks» (2021-2022)")
        .contains("intervalo de 95")
        .contains("8 de cada 10 veces")
        .contains("es asociación, no causa")
        .endsWith(".");
  }

  @Test
  void sentenceOfAFallNamesItsDirectionAndSize() {
    AssociationTables tables = tables(Language.SPANISH, question("any", regions(25, -0.06)));
    AssociationRow row = row(tables, Method.META_REGRESSION);

    assertThat(row.estimate()).isCloseTo(-0.06, within(0.01));
    assertThat(row.sentence())
        .startsWith("En 25 regiones el indicador «any» bajó más (o subió menos)")
        .contains("p < 0.001");
    assertThat(row(tables, Method.META_REGRESSION_ADJUSTED).sentence())
        .contains("de igual nivel de partida, descontado su error de muestreo");
    assertThat(
            row(
                    tables(Language.ENGLISH, question("any", regions(25, 0.06))),
                    Method.META_REGRESSION)
                .sentence())
        .contains("fell less (or rose more)")
        .contains("association, not cause");
  }

  @Test
  void aSignalThatTheFamilyDoesNotBearIsSaidToBeOne() {
    AssociationSpec[] questions = new AssociationSpec[40];
    for (int i = 0; i < questions.length; i++) {
      questions[i] = question("q" + i, regions(25, i == 0 ? -0.016 : 0));
    }
    AssociationRow row = row(tables(Language.SPANISH, questions), Method.META_REGRESSION);

    assertThat(row.pValue()).isBetween(0.002, 0.05);
    assertThat(row.sentence()).contains("no resiste la corrección por 40 pruebas");
  }

  @Test
  void regionsWithoutAnErrorStayNamed() {
    List<Region> regions = new ArrayList<>(regions(12, -0.05));
    regions.add(new Region("Pasco", -24.7, NONE, NONE, NONE, 0, 300, List.of()));
    AssociationTables tables = tables(Language.SPANISH, question("any", regions));

    AssociationRow row = row(tables, Method.META_REGRESSION);
    assertThat(row.k()).isEqualTo(12);
    assertThat(row.sentence()).contains("1 región sin error estándar").contains("(Pasco)");
    InfluenceRow pasco =
        tables.influences().stream()
            .filter(one -> one.leftOut().equals("Pasco"))
            .findFirst()
            .orElseThrow();
    assertThat(pasco.hat()).isZero();
    assertThat(pasco.estimate()).isEqualTo(row.estimate());
    assertThat(pasco.rstudent()).isNaN();
  }

  @Test
  void noiseThatExplainsAllLeavesNoCorrelationToCorrect() {
    List<Region> noisy = new ArrayList<>();
    for (Region r : regions(15, 0)) {
      noisy.add(new Region(r.key(), r.change(), 9, NONE, NONE, 0, r.coverage(), List.of()));
    }
    AssociationRow row =
        row(tables(Language.SPANISH, question("any", noisy)), Method.PEARSON_DISATTENUATED);

    assertThat(row.estimate()).isNaN();
    assertThat(row.sentence()).contains("no puede estimarse");
  }

  @Test
  void threeRegionsOrEqualCoverageGiveNoAnswer() {
    assertThat(AssociationAnalysis.to(question("any", regions(3, 0)), QUICK).findings()).isEmpty();
    List<Region> equal = new ArrayList<>();
    for (Region r : regions(10, 0)) {
      equal.add(new Region(r.key(), r.change(), 3, NONE, NONE, 0, 50, List.of()));
    }
    AssociationAnalysis answer = AssociationAnalysis.to(question("any", equal), QUICK);
    assertThat(answer.findings()).isEmpty();
    assertThat(answer.notes()).containsExactly("all regions have the same coverage");
  }
}

package org.quipu.survey.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quipu.survey.quality.Publication.Cell;

class PublicationTest {
  private static final Publication INEI =
      new Publication(
          QualityScheme.INEI,
          List.of(new Nesting("province", "region", code -> Optional.of(code.substring(0, 2)))));

  @Test
  void aCellOfFewCasesIsSuppressedAndSaysWhy() {
    Assessment found = INEI.assess(cells("national", cell("00", 20))).get(0);

    assertThat(found.isHidden()).isTrue();
    assertThat(found.grade()).isEqualTo(Grade.SUPPRESSED);
    assertThat(found.reason()).isEqualTo("fewer than 25 cases");
  }

  @Test
  void aCellOfManyCasesIsShownWithItsGrade() {
    Assessment found = INEI.assess(cells("national", cell("00", 700))).get(0);

    assertThat(found.isHidden()).isFalse();
    assertThat(found.grade()).isEqualTo(Grade.VERY_GOOD);
  }

  @Test
  void theSmallestOtherCellOfTheTableIsHiddenToo() {
    List<Cell> cells =
        cells("region", cell("01", 700), cell("02", 20), cell("03", 600), cell("04", 650));

    assertThat(hidden(cells)).containsExactly("02", "03");
    assertThat(INEI.assess(cells).get(2).grade()).isEqualTo(Grade.SUPPRESSED);
    assertThat(INEI.assess(cells).get(2).reason()).contains("by subtraction");
    assertThat(INEI.assess(cells).get(2).on(Quality.NONE)).hasToString("suppressed;secondary");
    assertThat(INEI.assess(cells).get(1).on(Quality.NONE)).hasToString("suppressed");
  }

  @Test
  void twoHiddenCellsProtectEachOther() {
    assertThat(hidden(cells("region", cell("01", 700), cell("02", 20), cell("03", 10))))
        .containsExactly("02", "03");
  }

  @Test
  void inACrossedTableEveryRowAndColumnIsProtected() {
    List<String> hidden =
        hidden(
            cells(
                "region:residence",
                cell("01|1", 300),
                cell("01|2", 20),
                cell("02|1", 400),
                cell("02|2", 200),
                cell("03|1", 500),
                cell("03|2", 350)));

    // 01|2 could be had from region 01 and from the rural column; hiding 02|2 opens region 02.
    assertThat(hidden).containsExactly("01|1", "01|2", "02|1", "02|2");
    for (String line : List.of("01|", "02|", "03|", "|1", "|2")) {
      assertThat(hidden.stream().filter(domain -> domain.contains(line)).count())
          .as("hidden cells in line %s", line)
          .isNotEqualTo(1);
    }
  }

  @Test
  void aFinerTableDoesNotAddUpToAHiddenCell() {
    List<Cell> all = new ArrayList<>();
    all.addAll(cells("region", cell("01", 600), cell("02", 20), cell("03", 590), cell("04", 650)));
    all.addAll(
        cells(
            "region:education",
            cell("01|1", 350),
            cell("01|2", 250),
            cell("02|1", 20),
            cell("03|1", 300),
            cell("03|2", 290),
            cell("04|1", 100),
            cell("04|2", 550)));

    // Region 03 is hidden to protect 02; the lines of the finer table alone would show its parts,
    // which add up to it.
    assertThat(hidden(all)).contains("02", "03", "02|1", "03|2");
    assertThat(hidden(all.subList(4, 11))).doesNotContain("03|1", "03|2");
  }

  @Test
  void aProvinceCannotBeHadFromItsRegion() {
    List<Cell> all = new ArrayList<>(cells("region", cell("01", 600), cell("02", 500)));
    all.addAll(
        cells(
            "province",
            cell("0101", 20),
            cell("0102", 280),
            cell("0103", 300),
            cell("0201", 24),
            cell("0202", 476)));

    assertThat(hidden(all)).containsExactly("0101", "0102", "0201", "0202");
  }

  @Test
  void aTotalOfOneCellIsHiddenWithIt() {
    List<Cell> all = new ArrayList<>(cells("region", cell("07", 400), cell("19", 500)));
    all.addAll(cells("region:residence", cell("07|1", 400), cell("19|1", 24), cell("19|2", 476)));

    assertThat(hidden(all)).containsExactly("07", "19", "07|1", "19|1");
  }

  @Test
  void fewCellsMoreAreHiddenThanMustBe() {
    List<Cell> all = new ArrayList<>();
    all.addAll(cells("region", cell("07", 400), cell("19", 500), cell("25", 900)));
    all.addAll(cells("region:residence", cell("07|1", 400), cell("19|1", 300), cell("19|2", 200)));
    all.addAll(cells("region:residence", cell("25|1", 880), cell("25|2", 20)));
    all.addAll(cells("residence", cell("1", 1580), cell("2", 220)));

    assertThat(hidden(all)).containsExactly("19|1", "19|2", "25|1", "25|2");
  }

  /** Two blocks of hidden cells and one that joins them: rows less columns of a block give it. */
  @Test
  void severalTotalsTogetherGiveNoCellAway() {
    List<Cell> all = new ArrayList<>();
    List<String> few = List.of("1|1", "1|2", "2|1", "2|2", "3|3", "3|4", "4|3", "4|4", "2|3");
    for (int row = 1; row <= 5; row++) {
      for (int column = 1; column <= 5; column++) {
        String domain = row + "|" + column;
        all.addAll(cells("wealth:education", cell(domain, few.contains(domain) ? 20 : 300 + row)));
      }
    }

    assertThat(hidden(all)).hasSizeGreaterThan(few.size()).containsAll(few);
  }

  @Test
  void anImpreciseCellIsNoSecret() {
    List<Cell> cells =
        List.of(of("physical", "region", "01", 700, 200), imprecise("physical", "02"));
    List<Assessment> assessments =
        new Publication(QualityScheme.CEPAL_2020, List.of()).assess(cells);

    assertThat(domains(cells, i -> assessments.get(i).isHidden())).containsExactly("02");
    assertThat(assessments.get(0).hidesCounts()).isFalse();
  }

  @Test
  void tablesOfOtherYearsAreLeftAlone() {
    List<Cell> cells =
        List.of(
            one("2022", "region", "01", 20, 0.01),
            one("2022", "region", "02", 700, 0.01),
            one("2017", "region", "03", 300, 0.01));

    assertThat(hidden(cells)).containsExactly("01", "02");
  }

  /**
   * ECLAC's rules of 2020 hide by the cases with the outcome: in one outcome regions 01 and 02, in
   * another 02 and 03. Were counts hidden by outcome alone, the one would show those of the other.
   */
  @Test
  void countsOfHiddenCellsAreHiddenInAllOutcomesOfTheUniverse() {
    Publication eclac = new Publication(QualityScheme.CEPAL_2020, List.of());
    List<Cell> cells = new ArrayList<>();
    for (String outcome : List.of("physical", "sexual")) {
      cells.add(of(outcome, "national", "00", 4000, 1000));
      for (int region = 1; region <= 5; region++) {
        boolean few = outcome.equals("physical") ? region <= 2 : region == 2 || region == 3;
        cells.add(of(outcome, "region", "0" + region, 800, few ? 20 : 200));
      }
    }

    List<Assessment> assessments = eclac.assess(cells);

    assertThat(domains(cells, i -> assessments.get(i).isHidden()))
        .containsExactly("01", "02", "02", "03");
    assertThat(domains(cells, i -> assessments.get(i).hidesCounts()))
        .containsExactly("01", "02", "03", "01", "02", "03");
    assertThat(assessments.get(3).hiding()).isEqualTo(Assessment.Hiding.COUNTS);
    assertThat(assessments.get(3).grade()).isEqualTo(Grade.PUBLISH);
  }

  /** Region 01 is hidden in one outcome, 02 in the other, each with a cell that is imprecise. */
  @Test
  void countsThatWouldRevealAHiddenCellAreHiddenToo() {
    Publication eclac = new Publication(QualityScheme.CEPAL_2020, List.of());
    List<Cell> cells = new ArrayList<>();
    cells.add(of("physical", "national", "00", 2400, 600));
    cells.add(of("physical", "region", "01", 90, 60));
    cells.add(imprecise("physical", "02"));
    cells.add(of("physical", "region", "03", 900, 200));
    cells.add(of("sexual", "national", "00", 2400, 600));
    cells.add(of("sexual", "region", "01", 90, 60));
    cells.add(of("sexual", "region", "02", 700, 200));
    cells.add(imprecise("sexual", "03"));

    List<Assessment> assessments = eclac.assess(cells);

    for (String outcome : List.of("physical", "sexual")) {
      assertThat(
              domains(
                  cells,
                  i -> cells.get(i).outcome().equals(outcome) && assessments.get(i).hidesCounts()))
          .as(outcome)
          .contains("01")
          .hasSizeGreaterThan(1);
    }
  }

  @Test
  void otherUniversesKeepTheirCounts() {
    Publication eclac = new Publication(QualityScheme.CEPAL_2020, List.of());
    Cell hidden = of("physical", "region", "01", 800, 20);
    Cell other = new Cell("2022", "women who were hurt", "help", "region", "01", hidden.estimate());
    Cell shown =
        new Cell(
            "2022",
            "women who were hurt",
            "help",
            "region",
            "01",
            of("help", "region", "01", 800, 200).estimate());

    assertThat(eclac.assess(List.of(hidden, shown)).get(1).hidesCounts()).isFalse();
    assertThat(eclac.assess(List.of(other, shown)).get(1).hidesCounts()).isTrue();
  }

  private static Cell of(String outcome, String table, String domain, long n, long count) {
    return new Cell(
        "2022",
        "women ever in union",
        outcome,
        table,
        domain,
        ReviewedEstimate.proportion(0.5, 0.01, (double) n, (double) count, 1, 100));
  }

  /** A log-CV over 0.175. */
  private static Cell imprecise(String outcome, String domain) {
    return new Cell(
        "2022",
        "women ever in union",
        outcome,
        "region",
        domain,
        ReviewedEstimate.proportion(0.5, 0.2, 700, 200, 1, 100));
  }

  private static List<String> domains(List<Cell> cells, IntPredicate chosen) {
    return IntStream.range(0, cells.size())
        .filter(chosen)
        .mapToObj(i -> cells.get(i).domain())
        .toList();
  }

  private static List<String> hidden(List<Cell> cells) {
    List<Assessment> assessments = INEI.assess(cells);
    return IntStream.range(0, cells.size())
        .filter(i -> assessments.get(i).isHidden())
        .mapToObj(i -> cells.get(i).domain())
        .toList();
  }

  private record Case(String domain, long n) {}

  private static Case cell(String domain, long n) {
    return new Case(domain, n);
  }

  private static List<Cell> cells(String table, Case... cases) {
    return Arrays.stream(cases)
        .map(each -> one("2022", table, each.domain(), each.n(), 0.01))
        .toList();
  }

  private static Cell one(String year, String table, String domain, long n, double se) {
    return new Cell(
        year,
        "women ever in union",
        "partner_violence_any_ever",
        table,
        domain,
        ReviewedEstimate.proportion(0.5, se, (double) n, n / 2.0, 1.7, 100));
  }
}

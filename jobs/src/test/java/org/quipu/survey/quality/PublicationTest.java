package org.quipu.survey.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.quality.Publication.Cell;

class PublicationTest {
  private static final Publication INEI = new Publication(QualityScheme.INEI);

  @Test
  void aCellOfFewCasesHoldsNoNumberAndSaysWhy() {
    PrevalenceRow row = INEI.of(cells("national", cell("00", 20))).get(0);

    assertHidden(row);
    assertThat(row.quality()).isEqualTo("suppressed;partial");
    assertThat(row.qualityReason()).isEqualTo("fewer than 25 cases");
  }

  @Test
  void aShownCellKeepsItsNumbers() {
    PrevalenceRow row = INEI.of(cells("national", cell("00", 700))).get(0);

    assertThat(row.percent()).isEqualTo(50);
    assertThat(row.n()).isEqualTo(700);
    assertThat(row.quality()).isEqualTo("very_good;partial");
  }

  @Test
  void theSmallestOtherCellOfTheTableIsHiddenToo() {
    List<PrevalenceRow> rows =
        INEI.of(cells("region", cell("01", 700), cell("02", 20), cell("03", 600), cell("04", 650)));

    assertThat(hidden(rows)).containsExactly("02", "03");
    assertThat(rows.get(2).quality()).isEqualTo("suppressed;partial");
    assertThat(rows.get(2).qualityReason()).contains("by subtraction");
    assertHidden(rows.get(2));
  }

  @Test
  void twoHiddenCellsProtectEachOther() {
    assertThat(hidden(INEI.of(cells("region", cell("01", 700), cell("02", 20), cell("03", 10)))))
        .containsExactly("02", "03");
  }

  @Test
  void inACrossedTableEveryRowAndColumnIsProtected() {
    List<PrevalenceRow> rows =
        INEI.of(
            cells(
                "region:residence",
                cell("01|1", 300),
                cell("01|2", 20),
                cell("02|1", 400),
                cell("02|2", 200),
                cell("03|1", 500),
                cell("03|2", 350)));

    // 01|2 could be had from region 01 and from the rural column; hiding 02|2 opens region 02.
    assertThat(hidden(rows)).containsExactly("01|1", "01|2", "02|1", "02|2");
    for (String line : List.of("01|", "02|", "03|", "|1", "|2")) {
      assertThat(hidden(rows).stream().filter(domain -> domain.contains(line)).count())
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

    List<PrevalenceRow> rows = INEI.of(all);

    // Region 03 is hidden to protect 02; the lines of the finer table alone would show its parts,
    // which add up to it.
    assertThat(hidden(rows)).contains("02", "03", "02|1", "03|2");
    assertThat(hidden(INEI.of(all.subList(4, 11)))).doesNotContain("03|1", "03|2");
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

    assertThat(hidden(INEI.of(all))).containsExactly("0101", "0102", "0201", "0202");
  }

  @Test
  void aTotalOfOneCellIsHiddenWithIt() {
    List<Cell> all = new ArrayList<>(cells("region", cell("07", 400), cell("19", 500)));
    all.addAll(cells("region:residence", cell("07|1", 400), cell("19|1", 24), cell("19|2", 476)));

    assertThat(hidden(INEI.of(all))).containsExactly("07", "19", "07|1", "19|1");
  }

  @Test
  void fewCellsMoreAreHiddenThanMustBe() {
    List<Cell> all = new ArrayList<>();
    all.addAll(cells("region", cell("07", 400), cell("19", 500), cell("25", 900)));
    all.addAll(cells("region:residence", cell("07|1", 400), cell("19|1", 300), cell("19|2", 200)));
    all.addAll(cells("region:residence", cell("25|1", 880), cell("25|2", 20)));
    all.addAll(cells("residence", cell("1", 1580), cell("2", 220)));

    assertThat(hidden(INEI.of(all))).containsExactly("19|1", "19|2", "25|1", "25|2");
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

    assertThat(hidden(INEI.of(all))).hasSizeGreaterThan(few.size()).containsAll(few);
  }

  @Test
  void anImpreciseCellIsNoSecret() {
    Cell imprecise = new Cell(row("region", "02", 700, 30), 350);
    List<Cell> cells = List.of(cells("region", cell("01", 700)).get(0), imprecise);

    assertThat(hidden(INEI.of(cells))).containsExactly("02");
  }

  @Test
  void tablesOfOtherIndicatorsAndYearsAreLeftAlone() {
    List<Cell> cells =
        List.of(
            new Cell(row("region", "01", 20, 1), 10),
            new Cell(row("age_group", "2", 700, 1), 10),
            new Cell(row("age_group", "3", 700, 1), 10));

    assertThat(hidden(INEI.of(cells))).containsExactly("01");
  }

  private static void assertHidden(PrevalenceRow row) {
    assertThat(
            new double[] {
              row.percent(),
              row.standardError(),
              row.ciLow(),
              row.ciHigh(),
              row.cv(),
              row.deff(),
              row.df(),
              row.weightedN()
            })
        .containsOnly(Double.NaN);
    assertThat(row.n()).isNull();
    assertThat(row.psus()).isNull();
    assertThat(row.strata()).isNull();
  }

  private static List<String> hidden(List<PrevalenceRow> rows) {
    return rows.stream()
        .filter(row -> Double.isNaN(row.percent()))
        .map(PrevalenceRow::domain)
        .toList();
  }

  private record Case(String domain, long n) {}

  private static Case cell(String domain, long n) {
    return new Case(domain, n);
  }

  private static List<Cell> cells(String by, Case... cases) {
    return Arrays.stream(cases)
        .map(one -> new Cell(row(by, one.domain(), one.n(), 1), one.n() / 2.0))
        .toList();
  }

  private static PrevalenceRow row(String by, String domain, long n, double se) {
    return new PrevalenceRow(
        2022,
        "partner_violence_any_ever",
        by,
        domain,
        "",
        50,
        se,
        45,
        55,
        se / 0.5,
        1.7,
        100,
        n,
        n * 1.1,
        100,
        8,
        "partial",
        "microdata",
        "");
  }
}

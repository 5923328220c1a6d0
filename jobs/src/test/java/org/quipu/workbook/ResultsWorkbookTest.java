package org.quipu.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.bulletin.Evidence;
import org.quipu.bulletin.SampleEvidence;
import org.quipu.store.CoverageRow;
import org.quipu.store.Manifest;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.text.Language;
import org.quipu.text.SameTexts;

class ResultsWorkbookTest {
  private static final Evidence EVIDENCE = SampleEvidence.of(Provenance.SYNTHETIC);

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void storeWithResults() {
    store = Store.open(folder.resolve("store").toString());
    List<PrevalenceRow> levels = new ArrayList<>(EVIDENCE.prevalence());
    levels.set(1, SampleEvidence.hidden(levels.get(1)));
    write(Table.PREVALENCE, levels);
    CoverageRow row = EVIDENCE.coverage().get(0);
    write(
        Table.COVERAGE,
        List.of(
            new CoverageRow(
                "=HYPERLINK(\"http://x\")",
                row.region(),
                "-1+2",
                row.fromYear(),
                row.toYear(),
                -5,
                row.denominator(),
                row.coverage(),
                row.unit(),
                row.denominatorName(),
                row.partial(),
                row.source(),
                "")));
    write(Table.ASSOCIATION, EVIDENCE.associations());
  }

  private <R extends Record> void write(Table<R> table, List<R> rows) {
    store.write(table, rows, Manifest.plan(table.name(), Map.of(), List.of()));
  }

  private Path written(Language language) {
    return ResultsWorkbook.of(store, language).write(folder.resolve("out"));
  }

  /** The cells of a sheet, row by row. */
  private static List<Row> rows(Path file, String sheet) throws IOException {
    try (ReadableWorkbook book =
        new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
      return book.findSheet(sheet).orElseThrow().read();
    }
  }

  private static List<String> texts(Row row) {
    return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
  }

  private static Cell cell(List<Row> rows, int row, String heading) {
    return rows.get(row).getCell(texts(rows.get(0)).indexOf(heading));
  }

  @Test
  void familiesOfTestsAreInWordsInEachTableThatHasThem() {
    SheetWords words = new SheetWords(Language.SPANISH);

    assertThat(ResultRows.RESULTS)
        .filteredOn(table -> table.header().contains("family"))
        .hasSizeGreaterThan(4)
        .allSatisfy(table -> assertThat(words.tables().of(table, List.of())).containsKey("family"));
  }

  @Test
  void aSheetATableWithHeadingsInWordsAndNumbersAsNumbers() throws Exception {
    List<Row> rows = rows(written(Language.SPANISH), "Prevalencia");
    PrevalenceRow first = EVIDENCE.prevalence().get(0);

    assertThat(rows).hasSize(EVIDENCE.prevalence().size() + 1);
    assertThat(texts(rows.get(0)))
        .startsWith("Año", "Indicador", "Desagregación")
        .contains("Nivel (%)", "IC 95 %, límite inferior", "Calidad")
        .endsWith("Indicador (identificador)");
    Cell level = cell(rows, 1, "Nivel (%)");
    assertThat(level.getType()).isEqualTo(CellType.NUMBER);
    assertThat(level.asNumber()).isEqualByComparingTo(BigDecimal.valueOf(first.percent()));
    assertThat(level.getDataFormatString()).isEqualTo("0.0");
    assertThat(cell(rows, 1, "Entrevistas").getDataFormatString()).isEqualTo("#,##0");
    assertThat(cell(rows, 1, "Indicador").getText()).startsWith("Violencia");
    assertThat(cell(rows, 1, "Indicador (identificador)").getText()).isEqualTo(first.indicator());
    assertThat(cell(rows, 1, "Fuente").getText()).isEqualTo("sintético");
    assertThat(cell(rows, 1, "Desagregación").getText()).isIn("región", "nacional");
  }

  @Test
  void aFigureThatMayNotBeShownSaysWhy() throws Exception {
    List<Row> rows = rows(written(Language.SPANISH), "Prevalencia");

    assertThat(cell(rows, 2, "Nivel (%)").getText()).isEqualTo("pocas entrevistas");
    assertThat(cell(rows, 2, "Calidad").getText()).isEqualTo("no se muestra");
  }

  @Test
  void noTextIsAFormulaAndNegativeNumbersStayNumbers() throws Exception {
    Path file = written(Language.ENGLISH);
    List<Row> rows = rows(file, "Coverage");

    assertThat(cell(rows, 1, "Measure (identifier)").getText())
        .isEqualTo("'=HYPERLINK(\"http://x\")");
    assertThat(cell(rows, 1, "Region").getText()).isEqualTo("'-1+2");
    assertThat(cell(rows, 1, "Numerator").asNumber()).isEqualByComparingTo("-5");
    assertThat(rows.stream().flatMap(Row::stream))
        .allMatch(cell -> cell == null || cell.getType() != CellType.FORMULA);
  }

  @Test
  void theFirstSheetTellsWhatTheOthersHoldAndMarksSyntheticData() throws Exception {
    Path file = written(Language.SPANISH);
    List<String> told = rows(file, "Léame").stream().map(row -> texts(row).toString()).toList();

    assertThat(told.get(1)).contains("DATOS SINTÉTICOS", "inventadas");
    assertThat(told)
        .anyMatch(line -> line.contains("Prevalencia") && line.contains("Tabla prevalence."))
        .anyMatch(line -> line.contains("no se muestra") && line.contains("entrevistas"))
        .anyMatch(line -> line.contains("Licencia") && line.contains("Apache 2.0"))
        .anyMatch(line -> line.contains("Versión") && line.contains("Quipu 0."));
    // The table association does not say where its numbers come from.
    assertThat(cell(rows(file, "Asociación"), 1, "Fuente").getText()).isEqualTo("sintético");
    assertThat(rows(file, "Columnas").stream().map(ResultsWorkbookTest::texts))
        .contains(List.of("Prevalencia", "Nivel (%)", "prevalence", "percent"));
  }

  @Test
  void headingsStayInPlaceAndFilter() throws Exception {
    try (ZipFile zip = new ZipFile(written(Language.SPANISH).toFile())) {
      String sheet =
          new String(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet2.xml")).readAllBytes(),
              java.nio.charset.StandardCharsets.UTF_8);

      assertThat(sheet)
          .contains("state=\"frozen\"", "ySplit=\"1\"", "<autoFilter ref=\"A1:", "<col ");
    }
  }

  @Test
  void theSameStoreGivesTheSameBytes() throws Exception {
    Path file = written(Language.SPANISH);
    byte[] first = Files.readAllBytes(file);
    Thread.sleep(1100);

    assertThat(written(Language.SPANISH)).isEqualTo(file).hasBinaryContent(first);
    assertThat(file.getFileName()).hasToString("resultados.xlsx");
    assertThat(file.getParent().toFile().list()).containsExactly("resultados.xlsx");
  }

  @Test
  void aTableLongerThanASheetIsRefused() {
    int rows = EVIDENCE.prevalence().size();

    assertThat(ResultsWorkbook.of(store, Language.SPANISH, rows + 1).sheets()).isEqualTo(3);
    assertThatThrownBy(() -> ResultsWorkbook.of(store, Language.SPANISH, rows))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(
            "table prevalence: found " + rows + " rows; expected at most " + (rows - 1));
  }

  @Test
  void aStoreWithoutResultsIsRefused() {
    Store empty = Store.open(folder.resolve("empty").toString());

    assertThatThrownBy(() -> ResultsWorkbook.of(empty, Language.SPANISH))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no results");
  }

  @ParameterizedTest
  @MethodSource("org.quipu.text.Language#all")
  void everyTableAndColumnHasWords(Language language) {
    SheetWords words = new SheetWords(language);
    for (Table<?> table : ResultRows.RESULTS) {
      assertThat(words.hasSheet(table)).as(table.name()).isTrue();
      assertThat(words.sheet(table.name())).hasSizeLessThanOrEqualTo(31);
      assertThat(words.about(table.name())).isNotEmpty();
      assertThat(table.header())
          .as("add a line to data/workbook/columns.csv")
          .allMatch(column -> words.hasColumn(table.name(), column));
    }
    assertThat(ResultRows.RESULTS.stream().map(table -> words.sheet(table.name())))
        .doesNotHaveDuplicates();
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    SameTexts.assertSame(SheetWords.texts(Language.ENGLISH), SheetWords.texts(Language.SPANISH));
  }

  @Test
  void everyMarkOfQualityIsExplained() {
    SheetWords words = new SheetWords(Language.SPANISH);
    List<org.quipu.Coded> marks = new ArrayList<>();
    marks.addAll(List.of(org.quipu.survey.quality.QualityMark.values()));
    marks.addAll(List.of(org.quipu.survey.quality.Grade.values()));

    assertThat(marks)
        .allMatch(mark -> words.meaning(mark.code()).isPresent())
        .noneMatch(mark -> words.value("quality", mark.code()).equals(mark.code()));
  }
}

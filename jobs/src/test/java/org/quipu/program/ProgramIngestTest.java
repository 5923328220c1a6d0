package org.quipu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.store.ProgramRow;

class ProgramIngestTest {
  private static final String ENGLISH =
      "YEAR,PERIOD,ENTITY,SERVICE NAME,UBIGEO,DEPARTMENT,PROVINCE,DISTRICT,"
          + "N° OF INFORMED AND SENSITIZED PEOPLE - TOTAL,"
          + "N° OF INFORMED AND SENSITIVE PEOPLE - 60_MORE - MEN,"
          + "N° OF PROMOTIONAL PREVENTIVE ACTIONS - TOTAL\n";

  @TempDir Path folder;

  private ProgramIngest read(String name, String text) throws IOException {
    return ProgramIngest.read(List.of(write(name, text.getBytes(StandardCharsets.UTF_8))));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void readsThousandsMonthsSexesAndAges() throws IOException {
    ProgramIngest read =
        read(
            "actions.csv",
            ENGLISH
                + "2023,ENE - JUL,PN,CEM,10101,AMAZONAS,CHACHAPOYAS,CHACHAPOYAS,\"4,146\",12,\n");

    assertThat(read.conflicts()).isEmpty();
    assertThat(read.rows())
        .containsExactly(
            row(2023, 7, "people_informed", "", "", "people", 4146),
            row(2023, 7, "people_informed", "men", "60_more", "people", 12));
  }

  private static ProgramRow row(
      int year, int toMonth, String measure, String sex, String ages, String unit, double value) {
    return new ProgramRow(
        year,
        1,
        toMonth,
        "01",
        "0101",
        "010101",
        "CEM",
        "",
        measure,
        sex,
        ages,
        unit,
        value,
        Provenance.PUBLISHED,
        "actions.csv row 2");
  }

  @Test
  void readsTheSpanishOriginalInWindowsCharset() throws IOException {
    String spanish =
        "AÑO;PERIODO;ENTIDAD;NOMBRE DEL SERVICIO;UBIGEO;DEPARTAMENTO;PROVINCIA;DISTRITO;"
            + "N° DE PERSONAS INFORMADAS Y SENSIBILIZADAS - TOTAL;"
            + "N° DE PERSONAS INFORMADAS Y SENSIBILIZADAS - 18_29 - MUJERES;"
            + "N° DE ACCIONES PREVENTIVAS PROMOCIONALES - TOTAL\r\n"
            + "2017;ENE - DIC;PN;CEM;100101;HUÁNUCO;HUÁNUCO;HUÁNUCO;1 234;56;7\r\n";
    Path file = write("acciones.csv", spanish.getBytes(Charset.forName("windows-1252")));

    List<ProgramRow> rows = ProgramIngest.read(List.of(file)).rows();

    assertThat(rows)
        .extracting(
            ProgramRow::region,
            ProgramRow::measure,
            ProgramRow::sex,
            ProgramRow::ageGroup,
            ProgramRow::value)
        .containsExactly(
            tuple("10", "people_informed", "", "", 1234.0),
            tuple("10", "people_informed", "women", "18_29", 56.0),
            tuple("10", "preventive_actions", "", "", 7.0));
  }

  @Test
  void emptyIsMissingAndZeroIsZero() throws IOException {
    ProgramIngest read =
        read("a.csv", ENGLISH + "2017,,PN,CEM,010101,AMAZONAS,CHACHAPOYAS,CHACHAPOYAS,0,NA,.\n");

    assertThat(read.rows()).singleElement().satisfies(row -> assertThat(row.value()).isZero());
  }

  @Test
  void namesTheRowAndColumnOfABadNumber() {
    assertThatThrownBy(
            () ->
                read(
                    "bad.csv",
                    ENGLISH
                        + "2017,,PN,CEM,010101,AMAZONAS,CHACHAPOYAS,CHACHAPOYAS,1,1,1\n"
                        + "2017,,PN,CEM,010101,AMAZONAS,CHACHAPOYAS,CHACHAPOYAS,12x,1,1\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("bad.csv row 3", "INFORMED AND SENSITIZED PEOPLE - TOTAL", "12x");
  }

  @Test
  void refusesAFileThatIsNamedAndHoldsNoRecords() {
    assertThatThrownBy(() -> read("other.csv", "a,b\n1,2\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("other.csv", "a, b", "AÑO");
    assertThatThrownBy(() -> read("empty.csv", ""))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("empty file");
    assertThatThrownBy(() -> read("headings.csv", ENGLISH))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("headings.csv: found columns and no rows");
    assertThatThrownBy(() -> ProgramIngest.read(List.of(folder.resolve("absent.csv"))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("absent.csv");
  }

  @Test
  void leavesOtherFilesOfAFolderAloneAndSaysSo() throws IOException {
    write("notes.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    write(
        "actions.csv",
        (ENGLISH + "2017,,PN,CEM,010101,AMAZONAS,CHACHAPOYAS,CHACHAPOYAS,5,1,1\n")
            .getBytes(StandardCharsets.UTF_8));

    ProgramIngest read = ProgramIngest.read(List.of(folder));

    assertThat(read.rows()).isNotEmpty();
    assertThat(read.notes()).anyMatch(note -> note.contains("notes.csv: no programme records"));
  }

  @Test
  void followsLinksAndLeavesHiddenFilesAlone() throws IOException {
    Path records = Files.createDirectory(folder.resolve("records"));
    String row = "2017,,PN,CEM,010101,AMAZONAS,CHACHAPOYAS,CHACHAPOYAS,5,1,1\n";
    Files.writeString(records.resolve("actions.csv"), ENGLISH + row);
    Files.writeString(records.resolve("._actions.csv"), "no table");
    Path link = Files.createSymbolicLink(folder.resolve("link"), records);

    ProgramIngest read = ProgramIngest.read(List.of(link));

    assertThat(read.rows()).isNotEmpty();
    assertThat(read.notes()).noneMatch(note -> note.contains("._actions.csv"));
  }

  @Test
  void marksMadeUpRecords() throws IOException {
    ProgramIngest byEntity =
        read(
            "a.csv",
            ENGLISH + "2017,,Registros Sintéticos,CEM,010101,AMAZONAS,CHACHAPOYAS,,5,1,1\n");
    ProgramIngest byName =
        read("DATOS_SINTETICOS.csv", ENGLISH + "2017,,PN,CEM,010101,AMAZONAS,CHACHAPOYAS,,5,1,1\n");

    assertThat(byEntity.rows()).extracting(ProgramRow::source).containsOnly(Provenance.SYNTHETIC);
    assertThat(byName.rows()).extracting(ProgramRow::source).containsOnly(Provenance.SYNTHETIC);
  }

  @Test
  void countsNobodyTwiceWhenTwoFilesTellOfTheSameMonths() throws IOException {
    Path july =
        write(
            "july.csv",
            (ENGLISH + "2023,ENE - JUL,PN,CEM,010101,AMAZONAS,CHACHAPOYAS,CHACHAPOYAS,70,1,7\n")
                .getBytes(StandardCharsets.UTF_8));
    Path december =
        write(
            "december.csv",
            (ENGLISH + "2023,ENE - DIC,PN,CEM,010101,AMAZONAS,CHACHAPOYAS,CHACHAPOYAS,120,2,12\n")
                .getBytes(StandardCharsets.UTF_8));

    ProgramIngest read = ProgramIngest.read(List.of(july, december));

    assertThat(read.rows()).extracting(ProgramRow::value).containsExactly(120.0, 2.0, 12.0);
    assertThat(read.notes())
        .anyMatch(
            note ->
                note.contains("july.csv: people_informed of 2023") && note.contains("Amazonas"));
  }

  @Test
  void doesNotAddRegionsTotalsToTheirDistricts() throws IOException {
    Path districts =
        write(
            "districts.csv",
            (ENGLISH
                    + "2022,,PN,CEM,010101,AMAZONAS,CHACHAPOYAS,CHACHAPOYAS,70,1,7\n"
                    + "2022,,PN,CEM,010102,AMAZONAS,CHACHAPOYAS,ASUNCION,30,1,7\n")
                .getBytes(StandardCharsets.UTF_8));
    Path regions =
        write(
            "regions.csv",
            "year,region,measure,value\n2022,Amazonas,people_informed,99\n2023,Amazonas,people_informed,5\n"
                .getBytes(StandardCharsets.UTF_8));

    ProgramIngest read = ProgramIngest.read(List.of(districts, regions));

    assertThat(read.rows())
        .filteredOn(row -> row.measure().equals("people_informed") && row.sex().isEmpty())
        .extracting(ProgramRow::value)
        .containsExactly(70.0, 30.0, 5.0);
    assertThat(read.notes())
        .anyMatch(note -> note.startsWith("regions.csv: people_informed of 2022"));
  }

  @Test
  void leavesOutWhatShipsWithQuipu() throws IOException {
    Path copy = folder.resolve("copy.csv");
    try (InputStream in =
        ProgramIngest.class.getResourceAsStream("/org/quipu/data/programs/pasco-2023.csv")) {
      Files.copy(in, copy);
    }

    assertThat(ProgramIngest.read(List.of(copy)).rows()).isEmpty();
  }

  @Test
  void readsTheLongLayoutInAnyOrderOfColumns() throws IOException {
    ProgramIngest read =
        read(
            "long.csv",
            "valor;unidad;medida;intervención;estrategia;distrito;región;año;fuente;sexo;grupo de"
                + " edad\n"
                + "12.5;people;trained;Entre patas;Comunitaria;Huancayo;Junín;2022;x;;\n"
                + "3;people;trained;Entre patas;Comunitaria;120114;12;2022;MIMP;hombres;18 a 29\n");

    assertThat(read.conflicts()).isEmpty();
    assertThat(read.rows())
        .extracting(ProgramRow::region, ProgramRow::district, ProgramRow::sex, ProgramRow::ageGroup)
        .containsExactly(tuple("12", "120101", "", ""), tuple("12", "120114", "men", "18_29"));
    assertThat(read.rows().get(1).reference()).isEqualTo("MIMP");
  }

  @Test
  void warnsOfARegionsFigureBesideItsDistricts() throws IOException {
    ProgramIngest read =
        read(
            "long.csv",
            "year,region,district,measure,value\n"
                + "2022,Pasco,,trained,9\n"
                + "2022,Pasco,190101,trained,5\n");

    assertThat(read.rows()).hasSize(2);
    assertThat(read.notes())
        .anyMatch(
            note -> note.contains("trained of 2022 in Pasco is given for the region and for"));
  }

  @Test
  void reportsADistrictOfAnotherRegionInTheLongLayout() throws IOException {
    ProgramIngest read =
        read(
            "long.csv",
            "year,region,district,measure,value\n2022,Pasco,120101,people_informed,5\n");

    assertThat(read.rows()).singleElement().satisfies(row -> assertThat(row.district()).isEmpty());
    assertThat(read.conflicts())
        .singleElement()
        .satisfies(conflict -> assertThat(conflict.kind()).isEqualTo("ubigeo_unknown"));
  }
}

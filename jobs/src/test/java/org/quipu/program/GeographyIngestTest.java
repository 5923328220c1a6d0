package org.quipu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.store.DistrictRow;
import org.quipu.store.PopulationRow;
import org.quipu.store.ProvinceRow;
import org.quipu.store.RegionRow;

class GeographyIngestTest {
  private static final double NONE = Double.NaN;

  @TempDir Path folder;

  @Test
  void knowsTheRegionsWithoutAFolder() {
    List<RegionRow> regions = GeographyIngest.shippedRegions();

    assertThat(regions).extracting(RegionRow::region).isEqualTo(Regions.codes());
    assertThat(regions)
        .allSatisfy(region -> assertThat(region.name()).isEqualTo(Regions.name(region.region())));
    assertThat(regions.stream().mapToInt(RegionRow::districts).sum()).isEqualTo(1891);
    assertThat(regions.stream().mapToInt(RegionRow::provinces).sum()).isEqualTo(196);
  }

  /** Codes and names of six districts as INEI writes them; every figure is made up. */
  @Test
  void joinsTablesByUbigeoAndReportsWhatDoesNotMatch() throws IOException {
    Files.writeString(
        folder.resolve("districts.csv"),
        """
        inei,provincia,distrito,superficie,altitude,idh_2019,pct_pobreza_total,latitude,longitude
        190101,PASCO,"CHAUPI
        MARCA",6.5,4330,0.55,20,-10.6864,-76.2625
        190113,PASCO,YANACANCHA,165.1,4338,0.54,NA,,
        190102,PASCO,HUACHON,471.8,3395,0.33,41.5,,
        190201,DANIEL CARRION,YANAHUANCA,921,3184,0.31,45,,
        NA,MARISCAL NIETO,SAN ANTONIO,NA,NA,NA,NA,NA,NA
        """);
    Files.writeString(
        folder.resolve("districts-population-2025.csv"),
        "\uFEFFprovincia;distrito;ubigeo;población;latitud;longitud\n"
            + "Pasco;Chaupimarca;190101;25000;;\n"
            + "Pasco;Yanacancha;190113;30000;-10.6636;-76.2558\n"
            + "Daniel Alcides Carrión;Yanahuanca;190201;9000;;\n"
            + "Mariscal Nieto;San Antonio;180107;28000;;\n");
    Files.writeString(
        folder.resolve("provinces-census-2017.csv"),
        """
        province,women_15_49,women_in_union,pct_urban,pct_indigenous,pct_primary_or_less,pct_age_15_29
        1901,30000,17000,80,10,20,45
        1902,10000,6000,40,30,35,44
        """);

    GeographyIngest read = GeographyIngest.read(folder);

    assertThat(read.provinces()).extracting(ProvinceRow::women1549).containsExactly(30_000.0, 1e4);
    assertThat(read.districts())
        .containsExactly(
            district("180107", "1801", "San Antonio", "Mariscal Nieto", 28_000, NONE, NONE, NONE),
            district("190101", "1901", "Chaupimarca", "Pasco", 25_000, 6.5, 4330, 0.55),
            district("190102", "1901", "Huachón", "Pasco", NONE, 471.8, 3395, 0.33),
            district("190113", "1901", "Yanacancha", "Pasco", 30_000, 165.1, 4338, 0.54),
            district(
                "190201", "1902", "Yanahuanca", "Daniel Alcides Carrión", 9000, 921, 3184, 0.31));
    RegionRow pasco = read.regions().get(18);
    assertThat(pasco)
        .isEqualTo(new RegionRow("19", "Pasco", 40_000, 23_000, 2017, 64_000, 2025, 3, 2));
    assertThat(read.regions().get(0)).isEqualTo(GeographyIngest.shippedRegions().get(0));
    assertThat(read.notes())
        .contains(
            "1 districts with people but without a description: 180107",
            "1 districts described but without people: 190102",
            "1 rows without a district's code: SAN ANTONIO (row 6)",
            "1 rows with a line break inside a value, read as a blank",
            "1 provinces with districts but not in the census: 1801")
        .anyMatch(note -> note.startsWith("1 districts with another province's name: 190201 in"));
  }

  private static DistrictRow district(
      String code,
      String province,
      String name,
      String provinceName,
      double people,
      double area,
      double altitude,
      double humanDevelopment) {
    double poor = Map.of("190101", 20.0, "190102", 41.5, "190201", 45.0).getOrDefault(code, NONE);
    return new DistrictRow(
        code,
        province,
        code.substring(0, 2),
        name,
        provinceName,
        people,
        Double.isNaN(people) ? null : 2025,
        area,
        altitude,
        humanDevelopment,
        poor,
        Map.of("190101", -10.6864, "190113", -10.6636).getOrDefault(code, NONE),
        Map.of("190101", -76.2625, "190113", -76.2558).getOrDefault(code, NONE));
  }

  @Test
  void aNameMayHoldALineBreakADelimiterAndQuotes() throws IOException {
    Files.writeString(
        folder.resolve("distritos-2025.csv"),
        "\ufeffUBIGEO;Distrito;Población\r\n"
            + "190101;\"Chaupi\r\n  marca\";27 000\r\n"
            + "\"190113\";\"Yana; \"\"cancha\"\"\";\"31,5\"\r\n");

    assertThatThrownBy(() -> GeographyIngest.read(folder))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("distritos-2025.csv row 3, column 'Población'", "'31,5'");

    Files.writeString(
        folder.resolve("distritos-2025.csv"),
        "\ufeffUBIGEO;Distrito;Población\r\n"
            + "190199;\"Chaupi\r\n  marca\";27 000\r\n"
            + "\"190198\";\"Yana; \"\"cancha\"\"\";\"31,500\"\r\n");
    GeographyIngest read = GeographyIngest.read(folder);

    assertThat(read.districts())
        .extracting(DistrictRow::district, DistrictRow::name, DistrictRow::people)
        .containsExactly(
            tuple("190198", "Yana; \"cancha\"", 31_500.0),
            tuple("190199", "Chaupi marca", 27_000.0));
    assertThat(read.notes()).contains("1 rows with a line break inside a value, read as a blank");
  }

  @Test
  void degreesEndSomewhere() throws IOException {
    Files.writeString(
        folder.resolve("districts.csv"),
        "inei,distrito,latitude,longitude\n190101,CHAUPIMARCA,-10.6,-762.6\n");

    assertThatThrownBy(() -> GeographyIngest.read(folder))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("row 2, column 'longitude'", "from -180 to 180");
  }

  @Test
  void readsPopulationByYearSexAndAge() throws IOException {
    Files.writeString(
        folder.resolve("population.csv"),
        "Año;Región;Sexo;Grupo de edad;Población\n"
            + "2022;Pasco;Mujeres;15 a 49;61 000\n"
            + "2022;19;;60+;20000\n"
            + "2022;PASCO;;;250000\n");

    GeographyIngest read = GeographyIngest.read(folder);

    assertThat(read.population())
        .containsExactly(
            new PopulationRow(2022, "19", "women", 15, 49, 61_000),
            new PopulationRow(2022, "19", "", 60, null, 20_000),
            new PopulationRow(2022, "19", "", 0, null, 250_000));
    assertThat(read.regions()).isEqualTo(GeographyIngest.shippedRegions());
  }

  @Test
  void refusesTwoFiguresForTheSamePeople() throws IOException {
    Files.writeString(
        folder.resolve("population.csv"),
        "year,region,sex,age_group,population\n2022,19,,,1\n2022,Pasco,,,2\n");

    assertThatThrownBy(() -> GeographyIngest.read(folder))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("population.csv row 3", "second figure");
  }

  @Test
  void saysWhatAFolderLacks() throws IOException {
    Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");

    assertThatThrownBy(() -> GeographyIngest.read(folder))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no table of districts");
    assertThatThrownBy(() -> GeographyIngest.read(folder.resolve("absent")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no folder");
  }
}

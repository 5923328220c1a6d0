package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Folders;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.api.Endes;
import org.quipu.api.SmallAreas;
import org.quipu.endes.ClusterCounts;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.SmallAreaMethod;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.store.SmallAreaRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.store.TargetRow;

class SmallAreasCommandTest {
  private static final String PHYSICAL = "partner_violence_physical_ever";

  @TempDir static Path shared;
  @TempDir Path dir;

  /**
   * Two years of 30 provinces in five regions, in the same clusters; the last has no interviews.
   * Two of the three districts of each province have two clusters each.
   */
  @BeforeAll
  static void ingestTheProvinces() throws IOException {
    Path endes = Files.createDirectory(shared.resolve("endes"));
    for (int year : new int[] {2021, 2022}) {
      SplittableRandom random = new SplittableRandom(year);
      List<String> women = new ArrayList<>();
      women.add("CASEID,V001,V022,V005,V024,V025,V012,V044,UBIGEO");
      List<String> unions = new ArrayList<>(List.of("CASEID,V502"));
      List<String> answers = new ArrayList<>();
      answers.add("CASEID,D105A,D105B,D105C,D105D,D105E,D105F,D105G");
      for (int cluster = 0; cluster < 116; cluster++) {
        int province = cluster / 4;
        int region = 1 + province / 6;
        double chance = 0.15 + 0.05 * region + 0.02 * (province % 6);
        for (int woman = 1; woman <= 12; woman++) {
          String caseId = String.format(Locale.ROOT, "      %04d%03d01  1", cluster + 1, woman);
          women.add(
              String.format(
                  Locale.ROOT,
                  "\"%s\",%d,%d,%d,%d,%d,30,1,%02d%02d%02d",
                  caseId,
                  cluster + 1,
                  region,
                  500_000 + random.nextInt(1_000_000),
                  region,
                  1 + cluster % 2,
                  region,
                  1 + province % 6,
                  1 + cluster / 2 % 2));
          unions.add("\"" + caseId + "\",1");
          answers.add(
              "\"" + caseId + "\"," + (random.nextDouble() < chance ? 1 : 0) + ",0,0,0,0,0,0");
        }
      }
      Files.write(endes.resolve("REC0111_" + year + ".csv"), women);
      Files.write(endes.resolve("RE516171_" + year + ".csv"), unions);
      Files.write(endes.resolve("REC84DV_" + year + ".csv"), answers);
    }

    Path geography = Files.createDirectory(shared.resolve("geography"));
    List<String> census = new ArrayList<>();
    census.add(
        "province,women_15_49,women_in_union,pct_urban,pct_indigenous,pct_primary_or_less,pct_age_15_29");
    for (int province = 0; province < 30; province++) {
      census.add(
          String.format(
              Locale.ROOT,
              "%s,%d,%d,%d,%d,%d,%d",
              code(province),
              2000 + 311 * (province % 7),
              (int) womenInUnion(code(province)),
              20 + 13 * province % 70,
              5 + 7 * province % 60,
              10 + 11 * province % 50,
              30 + 3 * province % 20));
    }
    Files.write(geography.resolve("provinces-census-2017.csv"), census);
    List<String> people = new ArrayList<>(List.of("UBIGEO,DISTRITO,POBLACION"));
    List<String> known = new ArrayList<>();
    known.add("inei,distrito,superficie,altitude,idh_2019");
    for (int province = 0; province < 30; province++) {
      for (int district = 1; district <= 3; district++) {
        String ubigeo = code(province) + "0" + district;
        people.add(ubigeo + ",D" + ubigeo + "," + people(ubigeo));
        known.add(ubigeo + ",D" + ubigeo + "," + 100 * district + ",3000,0." + (3 + district));
      }
    }
    people.add("010104,Nobody's,");
    Files.write(geography.resolve("districts-population-2025.csv"), people);
    Files.write(geography.resolve("districts.csv"), known);
    CommandRun.of(
            "ingest",
            "--endes",
            endes,
            "--geography",
            geography,
            "--store",
            shared.resolve("store"))
        .succeeds();
  }

  private static String code(int province) {
    return String.format(Locale.ROOT, "%02d%02d", 1 + province / 6, 1 + province % 6);
  }

  private static double womenInUnion(String province) {
    return 1000 + 211 * (Integer.parseInt(province) % 5);
  }

  private static int people(String district) {
    return 1000 * (1 + Integer.parseInt(district) % 7);
  }

  /** The women in union of a province's district, by people. */
  private static double womenOf(String district) {
    String province = district.substring(0, 4);
    double all = 0;
    for (int i = 1; i <= 3; i++) {
      all += people(province + "0" + i);
    }

    return womenInUnion(province) * people(district) / all;
  }

  private CsvTable table(String name) {
    return CsvTable.exported(dir.resolve("out"), name);
  }

  @Test
  void provincesOfAStoreAreEstimatedOverItsYears() {
    CommandRun run =
        CommandRun.of(
                "small-areas",
                "--store",
                shared.resolve("store"),
                "--indicator",
                PHYSICAL,
                "--threshold",
                40,
                "--draws",
                200,
                "--out",
                dir.resolve("out"))
            .succeeds();

    CsvTable areas = table("small_areas");
    assertThat(areas.size()).isEqualTo(30);
    CsvTable.Row none = areas.where("area", "0506");
    assertThat(none.text("quality")).isEqualTo("model;no_sample");
    assertThat(none.text("direct")).isEmpty();
    assertThat(none.number("model")).isBetween(20.0, 70.0);
    CsvTable.Row some = areas.where("area", "0101");
    assertThat(some.text("years")).isEqualTo("2021 2022");
    assertThat(some.number("n")).isEqualTo(96);
    // Four clusters over both years, not eight.
    assertThat(some.number("psus")).isEqualTo(4);
    assertThat(some.number("exceedance")).isBetween(0.0, 0.5);
    CsvTable diagnostics = table("small_area_diagnostics");
    assertThat(diagnostics.size()).isEqualTo(27);
    CsvTable.Row held = diagnostics.where("diagnostic", "clusters_out_coverage");
    assertThat(held.number("value")).isBetween(80.0, 100.0);
    assertThat(held.number("reference")).isEqualTo(95);
    assertThat(diagnostics.where("diagnostic", "clusters_out_rmse_model").number("value"))
        .isBetween(5.0, 40.0);
    CsvTable planning = table("small_area_planning");
    assertThat(planning.size()).isEqualTo(34);
    // Two years are there; three have 5/4 of their clusters and 3/2 of their interviews.
    CsvTable.Row three = planning.where("plan", "years_3");
    assertThat(three.number("information")).isBetween(1.25, 1.5);
    assertThat(three.number("interval_width")).isLessThan(three.number("interval_width_now"));
    assertThat(planning.where("area", "0506").number("interval_width"))
        .isLessThan(planning.where("area", "0506").number("interval_width_now"));
    long candidates = areas.rows().filter(row -> row.text("may_be_in_top").equals("true")).count();
    assertThat(run.out())
        .contains("30 provinces are estimated, 1 of them without interviews of their own.")
        .contains("Physical violence, ever: highest in ")
        .contains("any of " + candidates + " areas may be among the 20 highest");
    assertThat(
            table("small_area_diagnostics").where("diagnostic", "top_candidates").number("value"))
        .isEqualTo((double) candidates);
    assertThat(some.number("rank_set_low")).isBetween(1.0, some.number("rank_set_high"));
    assertThat(some.number("r_value")).isBetween(0.0, 1.0);
    assertThat(some.number("rank_group")).isBetween(1.0, 30.0);
    assertThat(some.text("may_be_in_top")).isIn("true", "false");
    assertThat(some.text("top_band"))
        .isIn("muy improbable", "improbable", "tan probable como no", "probable");
    assertThat(table("small_area_model").rows())
        .extracting(row -> row.text("term"))
        .contains("pct_urban", "sigma2v", "deff");
  }

  @Test
  void provincesAddUpToTheirRegionByTheirWomenInUnion() {
    Path store = shared.resolve("store");
    Path out = dir.resolve("out");
    CommandRun.of(
            "small-areas", "--store", store, "--indicator", PHYSICAL, "--years", 2022, "--out", out)
        .succeeds();
    CommandRun.of("prevalence", "--store", store, "--indicator", PHYSICAL, "--out", out).succeeds();

    assertProvincesAddUp(1e-9);
  }

  /** Calibrated weights are counted in whole thousandths of a woman. */
  @Test
  void provincesAddUpToTheirRegionWithCalibratedWeightsToo() throws IOException {
    Path store = Folders.copy(shared.resolve("store"), dir.resolve("store"));
    List<String> totals = new ArrayList<>(List.of("year,variable,level,total"));
    for (int province = 0; province < 29; province++) {
      totals.add("2022,province," + code(province) + "," + (8000 + 4000 * (province % 3)));
    }
    Path file = Files.write(dir.resolve("totals.csv"), totals);
    Path out = dir.resolve("out");
    CommandRun.of(
            "prevalence",
            "--store",
            store,
            "--indicator",
            PHYSICAL,
            "--year",
            2022,
            "--calibrate",
            file,
            "--out",
            out)
        .succeeds();

    CommandRun.of(
            "small-areas", "--store", store, "--indicator", PHYSICAL, "--years", 2022, "--out", out)
        .succeeds();

    assertProvincesAddUp(1e-5);
    assertThat(table("small_areas").rows())
        .allMatch(row -> row.text("quality").contains("calibrated_weight"));
    Store tables = Store.existing(store.toString());
    String calibrate = tables.manifest("prevalence").orElseThrow().options().get("calibrate");
    assertThat(tables.manifest("small_areas/level=province").orElseThrow().options())
        .containsEntry("calibrate", calibrate);
    CommandRun.of("small-areas", "--store", store, "--indicator", PHYSICAL, "--years", 2021)
        .refusesInput("totals.csv: found no totals of 2021");
  }

  /** The provinces' benchmarked estimates of 2022 give the levels of the regions. */
  private void assertProvincesAddUp(double near) {
    CsvTable areas = table("small_areas");
    for (int region = 1; region <= 5; region++) {
      String code = "0" + region;
      double sum = 0;
      double women = 0;
      for (CsvTable.Row row : areas.rows().filter(r -> r.text("region").equals(code)).toList()) {
        double inUnion = womenInUnion(row.text("area"));
        sum += inUnion * row.number("benchmarked");
        women += inUnion;
      }
      double direct =
          table("prevalence")
              .rows()
              .filter(row -> row.text("by").equals("region") && row.text("domain").equals(code))
              .filter(row -> row.text("year").equals("2022"))
              .findFirst()
              .orElseThrow()
              .number("percent");
      assertThat(sum / women).isCloseTo(direct, within(near));
    }
    double country =
        table("prevalence")
            .rows()
            .filter(row -> row.text("by").equals("national") && row.text("year").equals("2022"))
            .findFirst()
            .orElseThrow()
            .number("percent");
    for (CsvTable.Row area : areas.rows().toList()) {
      assertThat(area.number("threshold")).isCloseTo(country, within(near));
      assertThat(area.text("residual").isEmpty()).isEqualTo(area.text("direct").isEmpty());
    }
  }

  @Test
  void countsOfClustersGiveTheEstimatesOfTheWomen() {
    int compared =
        ClusterCounts.giveTheEstimatesOfTheWomen(
            Store.existing(shared.resolve("store").toString()),
            List.of(2021, 2022),
            List.of(PHYSICAL, "partner_violence_physical_12m"));

    // Five regions, 29 provinces with interviews and two districts in each.
    assertThat(compared).isEqualTo(2 * (5 + 29 + 58));
  }

  @Test
  void targetsAreTheProvincesWithTheMostWomenAffected() {
    CommandRun run =
        CommandRun.of(
                "targets",
                "--store",
                shared.resolve("store"),
                "--indicator",
                PHYSICAL,
                "--max-areas",
                5,
                "--draws",
                200,
                "--out",
                dir.resolve("out"))
            .succeeds();

    CsvTable targets = table("targets");
    assertThat(targets.size()).isEqualTo(30);
    double frequency = 0;
    for (int i = 0; i < 30; i++) {
      CsvTable.Row row = targets.row(i);
      double women = womenInUnion(row.text("area"));
      assertThat(row.number("women")).isEqualTo(women);
      assertThat(row.number("affected_women"))
          .isCloseTo(women * row.number("prevalence") / 100, within(1e-9));
      assertThat(row.number("value")).isEqualTo(row.number("affected_women"));
      assertThat(row.text("selected")).isEqualTo(i < 5 ? "true" : "false");
      assertThat(row.text("coverage")).isEmpty();
      frequency += row.number("selection_frequency");
    }
    assertThat(frequency).isCloseTo(5, within(1e-9));
    List<TargetRow> kept = Store.existing(shared.resolve("store").toString()).read(Table.TARGETS);
    assertThat(kept.stream().filter(TargetRow::selected)).hasSize(5);
    assertThat(kept)
        .allMatch(row -> row.level() == AreaLevel.PROVINCE && row.indicator().equals(PHYSICAL));
    assertThat(kept).allMatch(row -> row.source() == Provenance.MICRODATA);
    assertThat(run.out()).contains("5 of 30 provinces are chosen: ", "no plan has more");
    Answers.assertShort(run);
    for (TargetRow row : kept) {
      assertThat(row.affectedWomen()).isBetween(row.affectedLow(), row.affectedHigh());
      assertThat(row.affectedLow())
          .isCloseTo(row.women() * row.prevalenceLow() / 100, within(1e-9));
      assertThat(row.margin()).isNotNegative();
    }
    assertThat(kept.get(0).regionLabel()).isEqualTo(Regions.name(kept.get(0).region()));
    // The fifth and the sixth change places if one of them makes up what lies between.
    assertThat(kept.get(4).margin())
        .isCloseTo(kept.get(4).value() - kept.get(5).value(), within(1e-9));
    assertThat(kept.get(5).margin()).isCloseTo(kept.get(4).margin(), within(1e-9));
  }

  /** Two districts of 0101, of which the first has two centres that informed 100 women. */
  @Test
  void targetsKnowWhoWasReachedWhatIsThereAndWhoIsInNeed() throws IOException {
    Path store = Folders.copy(shared.resolve("store"), dir.resolve("store"));
    Path geography = Folders.copy(shared.resolve("geography"), dir.resolve("geography"));
    Files.delete(geography.resolve("districts.csv"));
    Files.delete(geography.resolve("districts-population-2025.csv"));
    Files.writeString(
        geography.resolve("districts-2025.csv"),
        "ubigeo,distrito,población,latitud,longitud\n"
            + "010101,Chachapoyas,3000,-6.0,-77.0\n010102,Asunción,1000,-7.0,-77.0\n");
    Path records =
        Files.writeString(
            dir.resolve("records.csv"),
            "YEAR,PERIOD,SERVICE NAME,UBIGEO,DEPARTMENT,PROVINCE,DISTRICT,"
                + "N° OF INFORMED AND SENSITIZED PEOPLE - TOTAL,"
                + "N° OF INFORMED AND SENSITIZED PEOPLE - WOMEN\n"
                + "2022,ENE - DIC,CEM,010101,AMAZONAS,CHACHAPOYAS,CHACHAPOYAS,90,60\n"
                + "2022,ENE - DIC,CEM,010101,AMAZONAS,CHACHAPOYAS,CHACHAPOYAS,50,40\n");
    CommandRun.of("ingest", "--geography", geography, "--programs", records, "--store", store)
        .succeeds();
    Object[] words = {
      "targets",
      "--store",
      store,
      "--indicator",
      PHYSICAL,
      "--max-areas",
      5,
      "--draws",
      100,
      "--maximise",
      "unreached",
      "--equity",
      "pct_rural",
      "--out",
      dir.resolve("out")
    };
    CommandRun run = CommandRun.of(words).succeeds();

    assertThat(run.out()).contains("equity-weighted women affected and not reached");
    Answers.assertShort(run);
    assertThat(table("targets_summary").row(0).text("maximised")).isEqualTo("unreached");
    assertThat(table("targets_summary").row(0).text("equity")).isEqualTo("pct_rural");
    assertThat(run.err()).contains("24 areas: no record says whom prevention reached");
    CsvTable.Row reached = table("targets").where("area", "0101");
    // Of 2,000 women of 15-49.
    assertThat(reached.number("coverage")).isEqualTo(5);
    assertThat(reached.number("value"))
        .isCloseTo(
            reached.number("affected_women") * 0.95 * reached.number("equity_weight"),
            within(1e-9));
    assertThat(reached.number("services")).isEqualTo(2);
    assertThat(reached.number("districts_with_service")).isEqualTo(1);
    assertThat(reached.number("services_year")).isEqualTo(2022);
    assertThat(reached.number("affected_women_per_service"))
        .isEqualTo(reached.number("affected_women") / 2);
    // A quarter of its people live one degree of latitude away: 6371.0088 * pi / 180 / 4.
    assertThat(reached.number("distance_km")).isCloseTo(27.79877, within(1e-5));
    CsvTable.Row nobody = table("targets").where("area", "0102");
    assertThat(nobody.number("coverage")).isZero();
    assertThat(nobody.number("services")).isZero();
    assertThat(nobody.text("affected_women_per_service")).isEmpty();
    CsvTable.Row elsewhere = table("targets").where("area", "0201");
    assertThat(elsewhere.text("coverage")).isEmpty();
    assertThat(elsewhere.text("services")).isEmpty();

    Path sites = Files.writeString(dir.resolve("sites.csv"), "lat,lon\n-7.0,-77.0\n");
    CommandRun.of(append(words, "--services", sites)).succeeds();
    reached = table("targets").where("area", "0101");
    assertThat(reached.number("services")).isEqualTo(1);
    assertThat(reached.text("services_year")).isEmpty();
    assertThat(reached.number("distance_km")).isCloseTo(3 * 27.79877, within(1e-4));
    CommandRun.of(append(words, "--equity", "pct_poor")).refusesCommandLine("--equity");
    CommandRun.of(
            "targets",
            "--store",
            shared.resolve("store"),
            "--maximise",
            "unreached",
            "--draws",
            100)
        .refusesInput("no women informed in a whole year", "ingest --programs");
    CommandRun.of(
            "targets", "--store", shared.resolve("store"), "--equity", "pct_poor", "--draws", 100)
        .refusesInput("pct_poor of no area", "ingest --geography");
    CommandRun.of("targets", "--store", shared.resolve("store"), "--services", sites)
        .refusesInput("no coordinates of districts", "ingest --geography");
  }

  private static Object[] append(Object[] words, Object... more) {
    return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray();
  }

  @Test
  void aBudgetIsKeptWithTheCostsOfWomen() {
    CommandRun.of(
            "targets",
            "--store",
            shared.resolve("store"),
            "--indicator",
            PHYSICAL,
            "--cost-per-area",
            1000,
            "--cost-per-woman",
            2,
            "--budget",
            40_000,
            "--floor",
            1,
            "--draws",
            100,
            "--out",
            dir.resolve("out"))
        .succeeds();

    List<CsvTable.Row> chosen =
        table("targets").rows().filter(row -> row.text("selected").equals("true")).toList();
    assertThat(chosen.stream().mapToDouble(row -> row.number("cost")).sum())
        .isLessThanOrEqualTo(40_000);
    assertThat(chosen.stream().map(row -> row.text("region")).distinct()).hasSize(5);
    assertThat(chosen)
        .allSatisfy(
            row -> assertThat(row.number("cost")).isEqualTo(1000 + 2 * row.number("women")));
    CommandRun.of("targets", "--store", shared.resolve("store"), "--budget", 3)
        .refusesInput("no column cost", "--cost-per-woman");
    CommandRun.of("targets").refusesCommandLine("needs --store or --areas");
  }

  @Test
  void districtsOfAStoreAreEstimatedFromTheCountsOfClusters() {
    Path store = dir.resolve("store");
    Folders.copy(shared.resolve("store"), store);
    Path out = dir.resolve("out");
    CommandRun.of("small-areas", "--store", store, "--indicator", PHYSICAL).succeeds();
    CommandRun run =
        CommandRun.of(
                "small-areas",
                "--store",
                store,
                "--level",
                "district",
                "--indicator",
                PHYSICAL,
                "--draws",
                300,
                "--out",
                out)
            .succeeds();

    assertThat(run.err()).contains("1 district lacks people").contains("left out: 010104");
    assertThat(run.out()).contains("90 districts are estimated, 32 of them without interviews");
    Answers.assertShort(run);
    List<CsvTable.Row> districts =
        table("small_areas").rows().filter(row -> row.text("level").equals("district")).toList();
    assertThat(districts).hasSize(90);
    assertThat(table("small_areas").rows().filter(row -> row.text("level").equals("province")))
        .as("provinces stay in the table")
        .hasSize(30);
    for (CsvTable.Row row : districts) {
      assertThat(row.text("quality")).startsWith("model");
      assertThat(row.text("quality").contains("no_sample"))
          .isEqualTo(row.text("area").endsWith("3") || row.text("area").startsWith("0506"));
      assertThat(row.text("quality").contains("no_better_than_province"))
          .isEqualTo(row.number("rmse") >= 0.95 * row.number("rmse_larger"));
      assertThat(row.number("rmse")).isLessThanOrEqualTo(row.number("rmse_larger"));
      assertThat(row.number("ci_low")).isLessThan(row.number("benchmarked"));
      assertThat(row.text("method")).isEqualTo("beta_binomial");
    }
    addUpToTheDirectEstimatesOfRegions(store, out, districts);
    CsvTable.Row some = table("small_areas").where("area", "010102");
    assertThat(some.number("n")).isEqualTo(48);
    assertThat(some.number("psus")).isEqualTo(2);
    assertThat(
            table("small_area_diagnostics")
                .where("diagnostic", "areas_without_sample_percent")
                .number("value"))
        .isCloseTo(100 * 32 / 90.0, within(1e-9));
    assertThat(table("small_area_model").rows())
        .filteredOn(row -> row.text("level").equals("district"))
        .extracting(row -> row.text("term"))
        .containsSubsequence("(Intercept)", "urban", "sigma2u", "sigma2v", "sigma2w", "phi");
    assertThat(
            CommandRun.of("small-areas", "--store", store, "--indicator", PHYSICAL)
                .succeeds()
                .err())
        .contains("small_areas: up to date");
  }

  private void addUpToTheDirectEstimatesOfRegions(
      Path store, Path out, List<CsvTable.Row> districts) {
    CommandRun.of("small-areas", "--store", store, "--indicator", PHYSICAL, "--out", out)
        .succeeds();
    for (int region = 1; region <= 5; region++) {
      String code = "0" + region;
      double ofDistricts = 0;
      double women = 0;
      for (CsvTable.Row row : districts) {
        if (row.text("region").equals(code)) {
          ofDistricts += womenOf(row.text("area")) * row.number("benchmarked");
          women += womenOf(row.text("area"));
        }
      }
      double ofProvinces = 0;
      for (CsvTable.Row row : table("small_areas").rows().toList()) {
        if (row.text("level").equals("province") && row.text("region").equals(code)) {
          ofProvinces += womenInUnion(row.text("area")) * row.number("benchmarked");
        }
      }
      assertThat(ofDistricts / women).isCloseTo(ofProvinces / women, within(1e-9));
    }
  }

  @Test
  void targetsMayBeDistricts() {
    CommandRun run =
        CommandRun.of(
                "targets",
                "--store",
                shared.resolve("store"),
                "--level",
                "district",
                "--indicator",
                PHYSICAL,
                "--max-areas",
                7,
                "--floor",
                1,
                "--draws",
                100,
                "--out",
                dir.resolve("out"))
            .succeeds();

    assertThat(run.out()).contains("7 of 90 districts");
    Answers.assertShort(run);
    for (CsvTable.Row row : table("targets").rows().toList()) {
      assertThat(row.number("women")).isCloseTo(womenOf(row.text("area")), within(1e-9));
      assertThat(row.text("level")).isEqualTo("district");
    }
  }

  @Test
  void aFileSaysWhatElseIsKnownOfDistricts() throws IOException {
    List<String> rows = new ArrayList<>(List.of("area,pct_urban,roads"));
    for (int province = 0; province < 30; province++) {
      for (int district = 1; district <= 3; district++) {
        rows.add(code(province) + "0" + district + ",50," + (province * 7 + district * 5) % 11);
      }
    }
    Path file = Files.write(dir.resolve("districts.csv"), rows);
    Path store = dir.resolve("store");
    Folders.copy(shared.resolve("store"), store);
    CommandRun.of(
            "small-areas",
            "--store",
            store,
            "--level",
            "district",
            "--indicator",
            PHYSICAL,
            "--draws",
            100,
            "--covariates",
            file,
            "--out",
            dir.resolve("out"))
        .succeeds();

    assertThat(table("small_area_model").rows())
        .extracting(row -> row.text("term"))
        .contains("roads", "urban")
        .doesNotContain("pct_urban");
    // Half of the clusters are urban in each district.
    assertThat(
            table("small_area_diagnostics")
                .where("diagnostic", "urban_share_error")
                .number("value"))
        .isLessThan(10);
    CommandRun.of("small-areas", "--store", store, "--level", "district", "--method", "reml")
        .refusesCommandLine("--level district and --method beta_binomial go together");
    CommandRun.of("small-areas", "--store", store, "--level", "district", "--deff", 2)
        .refusesCommandLine("goes without --back, --variances and --deff");
    CommandRun.of("small-areas", "--store", store, "--level", "district", "--covariate", "roads")
        .refusesInput("no such covariate of districts", "log_density");
    CommandRun.of("small-areas", "--direct", file, "--method", "beta_binomial")
        .refusesCommandLine("needs the clusters of a store");
    CommandRun.of("small-areas", "--store", store, "--level", "area")
        .refusesCommandLine("provinces and districts");
  }

  @Test
  void aStoreWhoseTablesAreUpToDateIsNotEstimatedAgain() {
    Object[] words = {
      "small-areas", "--store", shared.resolve("store"), "--indicator", PHYSICAL, "--years", 2022
    };
    CommandRun.of(words).succeeds();

    assertThat(CommandRun.of(words).succeeds().err()).contains("small_areas: up to date");
  }

  @Test
  void areasOfFilesAreEstimatedAsTheyAre() throws IOException {
    Path direct =
        Files.writeString(
            dir.resolve("direct.csv"),
            "area,estimate,standard_error,n\n"
                + "a,10,2,50\nb,12,1,90\nc,9,1.5,40\nd,15,2,30\ne,11,1,70\nf,20,1,60\n");
    Path covariates =
        Files.writeString(dir.resolve("covariates.csv"), "area,x\na,1\nb,2\nc,1\nd,4\ne,2\ng,3\n");
    CommandRun run =
        CommandRun.of(
                "small-areas",
                "--direct",
                direct,
                "--covariates",
                covariates,
                "--out",
                dir.resolve("out"))
            .succeeds();

    assertThat(run.err())
        .contains("1 area of")
        .contains("left out: f")
        .contains("estimated from the others: g");
    CsvTable areas = table("small_areas");
    assertThat(areas.rows())
        .extracting(row -> row.text("area"))
        .containsExactly("a", "b", "c", "d", "e", "g");
    CsvTable.Row first = areas.row(0);
    assertThat(first.text("level")).isEqualTo("area");
    assertThat(first.text("method")).isEqualTo("reml");
    double gamma = first.number("gamma");
    double model = first.number("model");
    assertThat(model).isCloseTo(first.number("model_scale"), within(1e-12));
    assertThat(gamma).isBetween(0.0, 1.0);
    assertThat(areas.row(5).text("quality")).isEqualTo("model;no_sample");
    assertThat(run.out())
        .contains("6 areas are estimated, 1 of them")
        .contains("estimate: highest in d, ");
  }

  @Test
  void areasMayResembleTheirNeighbours() throws IOException {
    Path direct =
        Files.writeString(
            dir.resolve("direct.csv"),
            "area,estimate,standard_error,n\n"
                + "a,10,2,50\nb,12,1,90\nc,9,1.5,40\nd,15,2,30\ne,11,1,70\nf,20,1,60\n");
    Path neighbours =
        Files.writeString(
            dir.resolve("neighbours.csv"),
            "area,neighbour\na,b\nb,a\nb,c\nc,b\nd,e\ne,d\ne,f\nf,e\nf,x\n");
    CommandRun run =
        CommandRun.of(
                "small-areas",
                "--direct",
                direct,
                "--method",
                "spatial",
                "--neighbours",
                neighbours,
                "--out",
                dir.resolve("out"))
            .succeeds();

    assertThat(run.err()).contains("1 area is not studied and left out: x");
    assertThat(table("small_area_model").where("term", "rho").number("estimate"))
        .isBetween(-1.0, 1.0);
    assertThat(table("small_areas").row(0).text("method")).isEqualTo("spatial");
    Path lonely = Files.writeString(dir.resolve("lonely.csv"), "area,neighbour\na,b\nb,a\n");
    CommandRun.of("small-areas", "--direct", direct, "--method", "spatial", "--neighbours", lonely)
        .refusesInput("lonely.csv", "a neighbour of each area");
    CommandRun.of("small-areas", "--direct", direct, "--method", "spatial")
        .refusesCommandLine("--method spatial or spacetime and --neighbours go together");
  }

  /** Five areas in a row at three times, one of which the last lacks; x varies, z does not. */
  private Path panel() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    StringBuilder direct = new StringBuilder("area,time,estimate,standard_error\n");
    StringBuilder covariates = new StringBuilder("area,time,x\n");
    for (int area = 1; area <= 5; area++) {
      for (int year = 2018; year <= 2020; year++) {
        double x = random.nextGaussian();
        covariates.append("a%d,%d,%s%n".formatted(area, year, x));
        if (area < 5 || year != 2019) {
          direct.append(
              "a%d,%d,%s,0.5%n".formatted(area, year, 3 + area + x + random.nextGaussian()));
        }
      }
    }
    Files.writeString(dir.resolve("panel-x.csv"), covariates);
    Files.writeString(dir.resolve("panel-z.csv"), "area,z\na1,3\na2,1\na3,4\na4,1\na5,5\n");
    Files.writeString(
        dir.resolve("row.csv"),
        "area,neighbour\na1,a2\na2,a1\na2,a3\na3,a2\na3,a4\na4,a5\na5,a4\n");
    return Files.writeString(dir.resolve("panel.csv"), direct);
  }

  @Test
  void areasMayResembleTheirOwnPast() throws IOException {
    Path panel = panel();
    for (String method : List.of("spacetime", "spacetime_independent")) {
      CommandRun run =
          CommandRun.of(
                  "small-areas",
                  "--direct",
                  panel,
                  "--covariates",
                  dir.resolve("panel-x.csv"),
                  "--neighbours",
                  dir.resolve("row.csv"),
                  "--method",
                  method,
                  "--top",
                  2,
                  "--out",
                  dir.resolve("out"))
              .succeeds();

      CsvTable areas = table("small_areas");
      assertThat(areas.size()).isEqualTo(15);
      assertThat(areas.rows())
          .filteredOn(row -> row.text("quality").contains("no_sample"))
          .singleElement()
          .satisfies(row -> assertThat(row.text("area") + row.text("time")).isEqualTo("a52019"));
      assertThat(run.err()).contains("1 area of").contains("estimated from the others: a5 in 2019");
      for (String year : List.of("2018", "2019", "2020")) {
        List<CsvTable.Row> rows =
            areas.rows().filter(row -> row.text("time").equals(year)).toList();
        // Two are the highest of the five of each time.
        assertThat(rows.stream().mapToDouble(row -> row.number("probability_in_top")).sum())
            .isCloseTo(2, within(1e-9));
        assertThat(rows).allMatch(row -> row.number("rank_set_all_high") <= 5);
      }
      assertThat(table("small_area_model").rows())
          .extracting(row -> row.text("term"))
          .containsSubsequence("x", "sigma21", "rho1", "sigma22")
          .satisfies(
              terms -> assertThat(terms.contains("rho2")).isEqualTo(method.equals("spacetime")));
      assertThat(run.out())
          .contains("15 areas and times are estimated")
          .contains("estimate in 2020: highest in ");
    }
  }

  @Test
  void covariatesOfAllTimesAreThoseOfEach() throws IOException {
    CommandRun.of(
            "small-areas",
            "--direct",
            panel(),
            "--covariates",
            dir.resolve("panel-z.csv"),
            "--out",
            dir.resolve("out"))
        .succeeds();

    assertThat(table("small_areas").size()).isEqualTo(15);
    assertThat(table("small_area_model").where("term", "areas").number("estimate")).isEqualTo(14);
  }

  @Test
  void aCovariateThatOthersMakeUpIsNamed() throws IOException {
    Path direct =
        Files.writeString(
            dir.resolve("direct.csv"),
            "area,estimate,standard_error\na,3,1\nb,4,1\nc,3,1\nd,5,1\ne,6,1\n");
    Path covariates =
        Files.writeString(
            dir.resolve("twice.csv"), "area,x,twice\na,1,2\nb,3,6\nc,2,4\nd,5,10\ne,4,8\n");
    for (String method : List.of("reml", "bayes")) {
      CommandRun.of(
              "small-areas", "--direct", direct, "--covariates", covariates, "--method", method)
          .refusesInput("the covariate twice", "a sum of the others");
    }
  }

  @Test
  void aModelOfTimesNeedsTimesAndNeighbours() throws IOException {
    Path panel = panel();
    Path once =
        Files.writeString(
            dir.resolve("once.csv"), "area,estimate,standard_error\na1,3,1\na2,4,1\na3,3,1\n");
    Path half =
        Files.writeString(
            dir.resolve("half.csv"), "area,time,estimate,standard_error\na1,2018,3,1\na2,,4,1\n");
    Path few = Files.writeString(dir.resolve("few.csv"), "area,neighbour\na1,a2\na2,a1\n");
    Path row = dir.resolve("row.csv");
    CommandRun.of("small-areas", "--direct", once, "--method", "spacetime", "--neighbours", row)
        .refusesInput("once.csv", "area a1 has no time, which the method spacetime needs");
    CommandRun.of("small-areas", "--direct", half, "--method", "spacetime", "--neighbours", row)
        .refusesInput("half.csv, row 2", "no whole number in the column time");
    CommandRun.of("small-areas", "--direct", panel, "--method", "spacetime", "--neighbours", few)
        .refusesInput("few.csv", "areas without a neighbour: a3, a4, a5");
    CommandRun.of("small-areas", "--direct", panel, "--method", "spacetime")
        .refusesCommandLine("--method spatial or spacetime and --neighbours go together");
    CommandRun.of(
            "small-areas",
            "--store",
            shared.resolve("store"),
            "--method",
            "spacetime",
            "--neighbours",
            row)
        .refusesCommandLine("--method spacetime goes with --direct");
  }

  @Test
  void covariatesAreChosenAndThoseLeftOutAreListed() {
    CommandRun.of(
            "small-areas",
            "--store",
            shared.resolve("store"),
            "--indicator",
            PHYSICAL,
            "--select",
            "bic",
            "--draws",
            200,
            "--out",
            dir.resolve("out"))
        .succeeds();

    CsvTable model = table("small_area_model");
    List<CsvTable.Row> covariates =
        model.rows().filter(row -> !row.text("selected").isEmpty()).toList();
    assertThat(covariates)
        .extracting(row -> row.text("term"))
        .containsExactly("pct_urban", "pct_indigenous", "pct_primary_or_less", "pct_age_15_29");
    assertThat(covariates)
        .allSatisfy(
            row -> {
              assertThat(row.number("criterion_change")).isPositive();
              assertThat(row.text("estimate").isEmpty())
                  .isEqualTo(row.text("selected").equals("false"));
            })
        .anyMatch(row -> row.text("selected").equals("false"));
    assertThat(model.where("term", "selection_bic").number("estimate")).isFinite();
  }

  @Test
  void theMeanSquaredErrorMayLeaveOutTheBiasOfTheVariance() throws IOException {
    Path panel = panel();
    double[] rmse = new double[2];
    for (int i = 0; i < 2; i++) {
      CommandRun.of(
              "small-areas",
              "--direct",
              panel,
              "--method",
              "ml",
              "--mse",
              List.of("prasad-rao", "datta-lahiri").get(i),
              "--out",
              dir.resolve("out"))
          .succeeds();
      rmse[i] = table("small_areas").row(0).number("rmse");
    }

    // Maximum likelihood takes the variance between areas too low, and so the first the error.
    assertThat(rmse[0]).isLessThan(rmse[1]);
    CommandRun.of("small-areas", "--direct", panel, "--mse", "prasad-rao", "--method", "ampl")
        .refusesCommandLine("the mean squared error of the method ampl is not by prasad-rao");
    CommandRun.of("small-areas", "--direct", panel, "--mse", "jackknife")
        .refusesCommandLine("there are prasad-rao, datta-lahiri");
  }

  @Test
  void theFacadeGivesTheTableAndItsDraws() {
    Path store = shared.resolve("store");
    CommandRun.of("small-areas", "--store", store, "--indicator", PHYSICAL, "--years", 2021, 2022)
        .succeeds();

    SmallAreas areas = Endes.open(store.toString()).women(2021, 2022).smallAreas(PHYSICAL);
    List<SmallAreaRow> table =
        Store.existing(store.toString()).read(Table.SMALL_AREAS).stream()
            .filter(row -> row.level() == AreaLevel.PROVINCE)
            .toList();
    assertThat(areas.rows()).hasSize(30).containsExactlyInAnyOrderElementsOf(table);
    assertThat(areas.toString()).contains("benchmarked").contains("no_sample");
    double[][] draws = areas.draws();
    assertThat(draws).hasDimensions(1000, 30);
    for (int i = 0; i < 30; i++) {
      int area = i;
      SmallAreaRow row = areas.rows().get(i);
      double mean = Arrays.stream(draws).mapToDouble(draw -> draw[area]).average().orElseThrow();
      // Five standard errors of a mean of 1,000 draws, for a factor of at most 1.6.
      assertThat(mean).isCloseTo(row.benchmarked(), within(5 * 1.6 * row.rmse() / Math.sqrt(1000)));
    }
    SmallAreas direct =
        areas.model(SmallAreaSpec.reml()).level(AreaLevel.PROVINCE).model(SmallAreaSpec.reml());
    assertThat(direct.rows()).allMatch(row -> row.method() == SmallAreaMethod.REML);
  }

  @Test
  void provincesThatOnlyTheSampleOrOnlyTheCensusHasAreListed() throws IOException {
    Path store = Folders.copy(shared.resolve("store"), dir.resolve("store"));
    Path geography = Files.createDirectory(dir.resolve("geography"));
    List<String> census =
        Files.readAllLines(shared.resolve("geography/provinces-census-2017.csv")).stream()
            .map(line -> line.replaceFirst("^0101,", "0507,"))
            .toList();
    Files.write(geography.resolve("provinces-census-2017.csv"), census);
    CommandRun.of("ingest", "--geography", geography, "--store", store).succeeds();

    CommandRun run =
        CommandRun.of(
                "small-areas",
                "--store",
                store,
                "--indicator",
                PHYSICAL,
                "--draws",
                100,
                "--out",
                dir.resolve("out"))
            .succeeds();
    assertThat(run.err())
        .contains("1 province of the sample is not in the census and is left out: 0101");
    assertThat(table("small_areas").size()).isEqualTo(30);
    assertThat(table("small_areas").where("area", "0507").text("quality"))
        .isEqualTo("model;no_sample");
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() throws IOException {
    CommandRun.of("small-areas").refusesCommandLine("needs --store or --direct");
    CommandRun.of("small-areas", "--direct", "x.csv", "--years", 2020)
        .refusesCommandLine("--direct goes without");
    CommandRun.of("small-areas", "--direct", "x.csv", "--benchmark", "ratio")
        .refusesCommandLine("--benchmark");
    CommandRun.of("small-areas", "--direct", "x.csv", "--scale", "log", "--back", "bc")
        .refusesCommandLine("no back-transformation bc from the scale log");
    CommandRun.of("small-areas", "--store", shared.resolve("store"), "--years", 2019)
        .refusesInput("no microdata of that year");
    CommandRun.of("small-areas", "--store", shared.resolve("store"), "--covariate", "height")
        .refusesInput("no such covariate of provinces", "pct_urban");
    Path percent =
        Files.writeString(
            dir.resolve("percent.csv"),
            "area,estimate,standard_error,n\na,10,2,50\nb,12,1,90\nc,9,1,40\n");
    CommandRun.of("small-areas", "--direct", percent, "--scale", "arcsine")
        .refusesInput("percent.csv", "proportions from 0 to 1");
    Path twice =
        Files.writeString(
            dir.resolve("twice.csv"), "area,estimate,standard_error\na,10,2\na,12,1\n");
    CommandRun.of("small-areas", "--direct", twice).refusesInput("row 2", "each area once");
  }
}

package org.quipu.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.file.TextTable;

class SyntheticEndesTest {
  @TempDir static Path dir;

  private static SurveyTable women2017;
  private static SurveyTable women2022;
  private static SurveyTable answers2022;
  private static Respondents in2017;
  private static Respondents in2022;

  @BeforeAll
  static void write() throws IOException {
    SyntheticEndes.write(dir);
    women2017 = SurveyTable.of2017(dir, "66", "REC0111");
    women2022 = SurveyTable.of2022(dir, "1631", "REC0111");
    answers2022 = SurveyTable.of2022(dir, "1637", "REC84DV");
    in2017 =
        new Respondents(
            women2017,
            SurveyTable.of2017(dir, "71", "RE516171"),
            SurveyTable.of2017(dir, "73", "REC84DV"));
    in2022 = new Respondents(women2022, SurveyTable.of2022(dir, "1635", "RE516171"), answers2022);
  }

  @Test
  void sameBytesEveryTime(@TempDir Path again) throws IOException {
    SyntheticEndes.write(again);

    for (Path zip : zips()) {
      assertThat(Files.mismatch(zip, again.resolve(zip.getFileName())))
          .as(zip.toString())
          .isEqualTo(-1);
    }
  }

  @Test
  void laidOutAsOnThePortalAndMarkedInEveryZip() throws IOException {
    // Folder names differ inside one year: 2017 has Modulo73 and 605-Modulo66.
    Set<String> entries = new HashSet<>();
    for (Path path : zips()) {
      try (ZipFile zip = new ZipFile(path.toFile())) {
        ZipEntry mark = zip.getEntry("DATOS-SINTETICOS.txt");
        assertThat(new String(zip.getInputStream(mark).readAllBytes(), StandardCharsets.UTF_8))
            .contains("DATOS SINTÉTICOS", "quipu demo");
        zip.stream()
            .filter(entry -> !entry.getName().equals(mark.getName()))
            .forEach(entry -> entries.add(path.getFileName() + ":" + entry.getName()));
      }
    }

    assertThat(entries)
        .containsExactlyInAnyOrder(
            "605-Modulo64.zip:Modulo64/RECH0.CSV",
            "605-Modulo65.zip:Modulo65/RECH23.CSV",
            "605-Modulo66.zip:605-Modulo66/REC0111.CSV",
            "605-Modulo66.zip:605-Modulo66/REC91.CSV",
            "605-Modulo71.zip:Modulo71/RE516171.CSV",
            "605-Modulo73.zip:Modulo73/REC84DV.CSV",
            "786-Modulo1629.zip:786-Modulo1629/RECH0.csv",
            "786-Modulo1630.zip:786-Modulo1630/RECH23.csv",
            "786-Modulo1631.zip:786-Modulo1631/REC0111.csv",
            "786-Modulo1631.zip:786-Modulo1631/REC91.csv",
            "786-Modulo1635.zip:786-Modulo1635/RE516171.csv",
            "786-Modulo1637.zip:786-Modulo1637/REC84DV.csv");
  }

  /** Delimited text has no value labels, so that reading such an answer would end in a warning. */
  @Test
  void noAnswerThatOnlyValueLabelsExplain() {
    List<String> labelled =
        TextTable.shipped("endes/dictionary.csv").rows().stream()
            .filter(row -> row.text("recode").startsWith("/"))
            .filter(row -> !row.text("recode").matches(".*;[0-9*-]+=.*"))
            .map(row -> row.text("variable"))
            .toList();

    assertThat(labelled).contains("S119D");
    assertThat(labelled)
        .noneMatch(SurveyTable.of2017(dir, "66", "REC91")::has)
        .noneMatch(SurveyTable.of2022(dir, "1631", "REC91")::has);
  }

  @Test
  void everyRowOfEveryFileIsMarkedOutOfItsZipToo() {
    for (SurveyTable table :
        List.of(
            women2017,
            answers2022,
            SurveyTable.of2017(dir, "64", "RECH0"),
            SurveyTable.of2022(dir, "1630", "RECH23"))) {
      assertThat(IntStream.range(0, table.size()))
          .allMatch(row -> table.number(row, SyntheticEndes.MARK_COLUMN) == 1);
    }
  }

  @Test
  void sizesOfTheRealSurvey() {
    assertThat(women2017.size()).isBetween(35_000, 39_000);
    assertThat(women2022.size()).isBetween(36_000, 40_000);
    // ENDES 2022: 21,321 women of 15-49 ever in union answered, INEI cuadro 12.1.1.
    assertThat(in2022.universe()).isEqualTo(21_321);
    assertThat(in2017.universe()).isBetween(22_000L, 23_000L);
    for (Respondents year : List.of(in2017, in2022)) {
      assertThat(year.clustersByStratum()).hasSize(248);
      assertThat(year.clustersByStratum().values()).allMatch(clusters -> clusters >= 2);
      assertThat(year.clustersByStratum().values().stream().mapToInt(n -> n).sum())
          .isEqualTo(3_254);
    }
  }

  @Test
  void keysHoldClusterDwellingHouseholdAndLine() {
    Set<String> households = SurveyTable.of2022(dir, "1629", "RECH0").by("HHID").keySet();
    Pattern form = Pattern.compile(" {6}(\\d{4})(\\d{3})\\d{2}([ \\d]{3})");
    Set<String> seen = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < women2022.size(); i++) {
      String caseId = women2022.text(i, "CASEID");
      Matcher key = form.matcher(caseId);
      boolean right =
          key.matches()
              && seen.add(caseId)
              && caseId.substring(0, 15).equals(women2022.text(i, "HHID"))
              && households.contains(women2022.text(i, "HHID"))
              && Long.parseLong(key.group(1)) == women2022.number(i, "V001")
              && Long.parseLong(key.group(2)) == women2022.number(i, "V002")
              && Long.parseLong(key.group(3).strip()) == women2022.number(i, "V003");
      if (!right) {
        wrong.add(caseId);
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void weightsSumToTheCompleteInterviews() {
    for (SurveyTable women : List.of(women2017, women2022)) {
      double sum = 0;
      int complete = 0;
      int withoutWeight = 0;
      for (int i = 0; i < women.size(); i++) {
        boolean done = women.number(i, "V015") == 1;
        complete += done ? 1 : 0;
        sum += women.number(i, "V005") / 1e6;
        withoutWeight += women.number(i, "V005") == 0 ? 1 : 0;
      }

      assertThat(sum).isCloseTo(complete, within(1.0));
      assertThat(withoutWeight).isEqualTo(women.size() - complete);
      assertThat(complete).isBetween(women.size() * 94 / 100, women.size() - 1);
    }
  }

  @Test
  void girlsOf12To14AreListedIn2022Only() {
    SurveyTable unions = SurveyTable.of2022(dir, "1635", "RE516171");
    var union = unions.by("CASEID");
    int girls = 0;
    int selectedOrMarried = 0;
    for (int i = 0; i < women2022.size(); i++) {
      if (women2022.number(i, "V012") < 15) {
        girls++;
        Integer row = union.get(women2022.text(i, "CASEID"));
        boolean married = row != null && unions.number(row, "V502") != 0;
        selectedOrMarried += married || women2022.number(i, "V044") != 0 ? 1 : 0;
      }
    }

    assertThat(girls).isGreaterThan(2_000);
    assertThat(selectedOrMarried).isZero();
    assertThat(
            IntStream.range(0, women2022.size()).map(i -> (int) women2022.number(i, "V012")).min())
        .hasValue(12);
    assertThat(
            IntStream.range(0, women2017.size()).map(i -> (int) women2017.number(i, "V012")).min())
        .hasValue(15);
  }

  @Test
  void oneWomanSelectedInAHousehold() {
    List<String> selected =
        IntStream.range(0, women2022.size())
            .filter(i -> women2022.number(i, "V044") > 0)
            .mapToObj(i -> women2022.text(i, "HHID"))
            .toList();

    assertThat(new HashSet<>(selected)).hasSameSizeAs(selected);
  }

  @Test
  void answersKeepTheQuestionnairesRules() {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < answers2022.size(); i++) {
      if (!keepsTheRules(i)) {
        wrong.add(answers2022.text(i, "CASEID"));
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static boolean keepsTheRules(int row) {
    boolean asked = answers2022.number(row, "D105A") >= 0;
    boolean right = (answers2022.text(row, "D105J") + answers2022.text(row, "D105K")).isEmpty();
    for (char item = 'A'; item <= 'F'; item++) {
      long ever = answers2022.number(row, "D101" + item);
      long recent = answers2022.number(row, "QI1003" + item + "N");
      right &= (asked ? Set.of(0L, 1L, 8L, 9L) : Set.of(-1L)).contains(ever);
      right &= (ever == 1 ? Set.of(1L, 2L, 3L) : Set.of(-1L)).contains(recent);
    }

    for (char item = 'A'; item <= 'I'; item++) {
      right &=
          (asked ? Set.of(0L, 1L, 2L, 3L, 9L) : Set.of(-1L))
              .contains(answers2022.number(row, "D105" + item));
    }

    boolean hurt = answers2022.number(row, "D106") == 1 || answers2022.number(row, "D107") == 1;
    return right && (!hurt || answers2022.number(row, "D119Y") >= 0);
  }

  @ParameterizedTest
  // INEI: Series Anuales (2017), cuadros 12.1.1, 12.4.1 and 12.4.2 (2022); the prevention
  // programme's baseline of 10.6 for 2017.
  @CsvSource({
    "2017, any/ever, 65.4",
    "2017, psychological/ever, 61.5",
    "2017, physical/ever, 30.6",
    "2017, sexual/ever, 6.5",
    "2017, physical_or_sexual/12m, 10.6",
    "2022, any/ever, 55.66",
    "2022, psychological/ever, 51.89",
    "2022, physical/ever, 27.76",
    "2022, sexual/ever, 6.70",
    "2022, any/12m, 35.63",
    "2022, psychological/12m, 34.81",
    "2022, physical/12m, 8.12",
    "2022, sexual/12m, 2.17",
    "2022, physical_or_sexual/12m, 8.57"
  })
  void countryAsPublished(int year, String form, double percent) {
    assertThat(year(year).national(form).percent()).isCloseTo(percent, within(0.05));
  }

  @ParameterizedTest
  // 2017: INEI's release on its five highest regions. Pasco: the ministry's bulletin.
  @CsvSource({
    "2017, 8, 79.4",
    "2017, 3, 78.0",
    "2017, 21, 74.7",
    "2017, 19, 74.3",
    "2017, 12, 73.6",
    "2022, 19, 49.6",
    "2022, 3, 65.3"
  })
  void regionsAsPublished(int year, int region, double percent) {
    assertThat(year(year).region(region, "any/ever").percent()).isCloseTo(percent, within(0.1));
  }

  @Test
  void everyTargetWellWithinOneStandardError() {
    for (TextTable.Row target : TextTable.shipped("demo/prevalence.csv").rows()) {
      Respondents year = year(target.integer("year"));
      String form = target.text("form") + "/" + target.text("window");
      int region = target.integer("region");
      Respondents.Estimate estimate = region == 0 ? year.national(form) : year.region(region, form);

      assertThat(estimate.percent())
          .as(target.where())
          .isCloseTo(target.number("percent"), within(0.25 * estimate.standardError()));
    }
  }

  /** The levels of 2017 are shaken by the error of two samples; 25 draws leave room around 1. */
  @ParameterizedTest
  @ValueSource(strings = {"sexual/ever", "physical/ever"})
  void changesOfTheRegionsScatterAsThoseOfASample(String form) {
    double sum = 0;
    double squares = 0;
    double sampling = 0;
    for (int region = 1; region <= 25; region++) {
      Respondents.Estimate from = in2017.region(region, form);
      Respondents.Estimate to = in2022.region(region, form);
      double change = to.percent() - from.percent();
      sum += change;
      squares += change * change;
      sampling += Math.pow(from.standardError(), 2) + Math.pow(to.standardError(), 2);
    }

    double scatter = (squares - sum * sum / 25) / 24;
    assertThat(scatter / (sampling / 25)).isBetween(0.4, 2.5);
  }

  @Test
  void precisionOfTheRealSurvey() {
    // INEI 2022, cuadro 12.1.1: standard error 0.750. ENDES 2020, physical: median deff 1.7.
    assertThat(in2022.national("any/ever").standardError()).isBetween(0.55, 0.85);
    assertThat(in2017.national("any/ever").standardError()).isBetween(0.55, 0.85);
    assertThat(in2022.medianRegionalDeff("any/ever")).isBetween(1.4, 2.0);
    assertThat(in2017.medianRegionalDeff("physical/ever")).isBetween(1.4, 2.0);
  }

  @Test
  void regionsThatNobodyPublishedStayUnderTheFiveHighest() {
    for (int region = 1; region <= 25; region++) {
      if (!List.of(3, 8, 12, 19, 21).contains(region)) {
        assertThat(in2017.region(region, "any/ever").percent()).isLessThan(73.6);
      }
    }
  }

  private static Respondents year(int year) {
    return year == 2017 ? in2017 : in2022;
  }

  private static List<Path> zips() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.sorted().toList();
    }
  }
}

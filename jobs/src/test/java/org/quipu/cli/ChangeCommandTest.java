package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Folders;
import org.quipu.Provenance;
import org.quipu.change.ChangeVerdict;
import org.quipu.endes.MadeUpSurvey;
import org.quipu.math.Adjustment;
import org.quipu.store.ChangeRow;
import org.quipu.store.ContrastRow;
import org.quipu.store.DecompositionRow;
import org.quipu.store.HeterogeneityRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.store.TrendRow;
import org.quipu.survey.quality.QualityMark;

/** From files to changes, through the commands. */
class ChangeCommandTest {
  private static final Percentage EXACT = withPercentage(1e-7);
  private static final String PHYSICAL = "partner_violence_physical_ever";
  private static final String SEXUAL = "partner_violence_sexual_ever";

  @TempDir static Path shared;
  private static Path madeUp;

  @TempDir Path dir;

  @BeforeAll
  static void ingestTheMadeUpSurvey() throws IOException {
    madeUp = shared.resolve("store");
    Path endes = MadeUpSurvey.write(shared.resolve("endes"));
    CommandRun.of("ingest", "--endes", endes, "--store", madeUp).succeeds();
  }

  /**
   * The made-up survey of {@code src/test/r/change.R} as files of ENDES 2018 and 2019, which share
   * their clusters: its groups are regions 1 to 3.
   */
  @Test
  void microdataInTheSameClustersGiveRsChanges() throws IOException {
    Path store = Folders.copy(madeUp, dir.resolve("store"));
    CommandRun run =
        change(store, 2018, 2019, "--decompose", "region", "--indicator", PHYSICAL).succeeds();
    assertThat(run.err()).contains("2018 and 2019 share 15 clusters: their covariance counts");

    // R survey: svycontrast on svytotal of both years as one design, change.R
    Store tables = Store.existing(store.toString());
    Map<String, ChangeRow> changes = changes(tables);
    assertChange(changes.get("region 01"), -3.78733711918744, 8.95007516499379);
    assertChange(changes.get("region 02"), -2.10185608907003, 9.61923598589567);
    assertChange(changes.get("region 03"), 4.15618799372209, 9.58497198672738);
    assertChange(changes.get("national 00"), 3.85558656156390, 6.14356147018762);
    // degf of the region in that design
    assertThat(changes.get("region 01").df()).isEqualTo(10);
    assertThat(changes.get("region 01").family())
        .hasToString("partner_violence_physical_ever by region: 3 tests, holm");
    assertThat(changes.get("region 01").tests()).isEqualTo(3);
    assertThat(changes.get("region 01").correction()).isEqualTo(Adjustment.HOLM);

    HeterogeneityRow alike = tables.read(Table.CHANGE_HETEROGENEITY).get(0);
    assertThat(alike.statistic()).isCloseTo(1.437082972632340, EXACT);
    assertThat(alike.pValue()).isCloseTo(0.487462708762548, EXACT);

    ContrastRow rest = tables.read(Table.CHANGE_CONTRAST).get(0);
    assertThat(rest.domain()).isEqualTo("01");
    assertThat(rest.difference()).isCloseTo(-4.61515731171644, EXACT);
    assertThat(rest.standardError()).isCloseTo(10.03880893983367, EXACT);

    DecompositionRow split = tables.read(Table.CHANGE_DECOMPOSITION).get(0);
    assertThat(split.by()).isEqualTo("national");
    assertThat(split.composition()).isCloseTo(5.05262858895729, EXACT);
    assertThat(split.compositionSe()).isCloseTo(1.92326922617024, EXACT);
    assertThat(split.rate()).isCloseTo(-1.19704202739339, EXACT);
    assertThat(split.rateSe()).isCloseTo(6.81587121935728, EXACT);
  }

  // change.R, "the survey by provinces as MadeUpSurvey has them"
  @Test
  void provincesSayWhatIsTooSmallToSee() throws IOException {
    Path store = Folders.copy(madeUp, dir.resolve("store"));

    CommandRun run =
        change(store, 2018, 2019, "--by", "province", "--indicator", PHYSICAL).succeeds();

    Map<String, ChangeRow> changes = changes(Store.existing(store.toString()));
    ChangeRow first = changes.get("province 0101");
    assertChange(first, -2.07528875558521, 9.79352381754008);
    assertThat(first.df()).isEqualTo(3);
    assertThat(first.pValue()).isCloseTo(0.845761857105006, EXACT);
    assertThat(first.smallestDetectable()).isCloseTo(41.68024515140685, EXACT);
    ChangeRow second = changes.get("province 0102");
    assertChange(second, 3.9751134785791, 10.8199561361036);
    assertThat(second.df()).isEqualTo(4);
    assertThat(second.pValue()).isCloseTo(0.731942700392927, EXACT);
    assertThat(second.smallestDetectable()).isCloseTo(40.69449939761226, EXACT);
    // one cluster in each of three strata: no degrees of freedom
    ChangeRow third = changes.get("province 0103");
    assertThat(third.change()).isCloseTo(15.64461578930267, EXACT);
    assertThat(third.verdict()).isEqualTo(ChangeVerdict.NOT_TESTED);
    assertThat(third.df()).isNaN();
    assertThat(third.smallestDetectable()).isNaN();
    assertThat(run.out())
        .contains(
            "2 may hide a change: in half of them only 41.7 points or more would have been found 8"
                + " times out of 10.");
  }

  /** Years of the rotating sample of 2021-2024, of which two thirds of the clusters stay. */
  @Test
  void consecutiveYearsOfTheRotatingSampleAreNotIndependent() throws IOException {
    Path store = dir.resolve("store");
    Path endes = MadeUpSurvey.write(dir.resolve("endes"), 2021);
    CommandRun.of("ingest", "--endes", endes, "--store", store).succeeds();

    CommandRun run = change(store, 2021, 2022, "--indicator", PHYSICAL).succeeds();

    String shared = "2021 and 2022 share 15 clusters: their covariance counts";
    assertThat(run.err()).contains(shared);
    Store tables = Store.existing(store.toString());
    assertThat(tables.manifest("change").orElseThrow().notes()).containsExactly(shared);
    // as in 2018 and 2019: change.R
    assertChange(changes(tables).get("region 01"), -3.78733711918744, 8.95007516499379);
  }

  @Test
  void independentSamplesHaveNoCovariance() throws IOException {
    Path store = Folders.copy(madeUp, dir.resolve("store"));
    change(store, 2018, 2019, "--independent", "--indicator", PHYSICAL).succeeds();

    ChangeRow row = changes(Store.existing(store.toString())).get("region 01");
    assertThat(row.covariance()).isZero();
    assertThat(row.quality().has(QualityMark.INDEPENDENCE_ASSUMED)).isTrue();
    assertThat(row.change()).isCloseTo(-3.78733711918744, EXACT);
    assertThat(row.standardError()).isNotCloseTo(8.95007516499379, withPercentage(1));
  }

  @Test
  void aSecondRunFindsTheTablesThere() throws IOException {
    Path store = Folders.copy(madeUp, dir.resolve("store"));
    change(store, 2018, 2019, "--indicator", PHYSICAL);
    CommandRun again = change(store, 2018, 2019, "--indicator", PHYSICAL, "--by", "region");

    assertThat(again.err()).contains("change: up to date");
    assertThat(again.out()).containsPattern("Physical violence, ever +region +0 +0 +3 ");
    assertThat(change(store, 2018, 2019, "--indicator", PHYSICAL, "--adjust", "bh").err())
        .doesNotContain("change: up to date");
  }

  @Test
  void publishedFiguresGiveChangesWithMarkedStandardErrors() throws IOException {
    Path published = dir.resolve("published.csv");
    Files.write(
        published,
        List.of(
            "year,region,form,window,percent,standard_error,n,kind",
            "2017,Pasco,any,ever,74.3,,,published",
            "2021,Pasco,any,ever,55.47,,700,recomputed",
            "2022,Pasco,any,ever,49.6,,753,published",
            "2021,Tacna,any,ever,56.92,,650,recomputed",
            "2022,Tacna,any,ever,47.8,,660,recomputed",
            "2023,Pasco,any,ever,48.5,,700,recomputed"));
    Path store = dir.resolve("store");
    CommandRun.of("ingest", "--published", published, "--store", store).succeeds();
    String assumed = "2021 and 2022 share clusters, but the covariance is not counted";
    assertThat(change(store, 2021, 2022, "--out", dir).succeeds().err()).contains(assumed);

    Map<String, ChangeRow> changes = changes(Store.existing(store.toString()));
    // sqrt((55.47 · 44.53 / 700 + 49.6 · 50.4 / 753) · 1.7)
    assertChange(changes.get("region 19"), -5.87, 3.412109701084765);
    assertThat(changes.get("region 19").quality())
        .hasToString("not_assessed;se_approximated;recomputed;independence_assumed");
    assertThat(changes.get("region 19").source()).isEqualTo(Provenance.RECOMPUTED);
    assertThat(changes.get("region 19").df()).isNaN();
    assertThat(Files.readAllLines(dir.resolve("tables/change_sensitivity.csv"))).hasSize(5);

    change(store, 2021, 2023).succeeds();
    TrendRow trend = Store.existing(store.toString()).read(Table.TREND).get(0);
    assertThat(trend.years()).isEqualTo("2021;2022;2023");
    assertThat(trend.quality())
        .hasToString("not_assessed;se_approximated;recomputed;independence_assumed");

    assertThat(change(store, 2017, 2022).succeeds().err()).doesNotContain("share clusters");
    ChangeRow untested = changes(Store.existing(store.toString())).get("region 19");
    assertThat(untested.change()).isCloseTo(-24.7, EXACT);
    assertThat(untested.relativeChange()).isCloseTo(-33.2436069986541, EXACT);
    assertThat(untested.verdict()).isEqualTo(ChangeVerdict.NOT_TESTED);
    assertThat(untested.standardError()).isNaN();
  }

  // src/test/r/change-endes.R: the formulas written out in R over both designs.
  @Test
  void realDesignsOf2018And2020ShareClusters() {
    Path store = RealSurveys.copy(dir.resolve("store"), 2018, 2020);
    CommandRun run =
        change(
                store,
                2018,
                2020,
                "--by",
                "national,region,residence,province",
                "--decompose",
                "residence",
                "--indicator",
                SEXUAL,
                PHYSICAL)
            .succeeds();

    Store tables = Store.existing(store.toString());
    Map<String, ChangeRow> changes = new HashMap<>();
    tables.read(Table.CHANGE).stream()
        .filter(row -> row.indicator().equals(SEXUAL))
        .forEach(row -> changes.put(row.by() + " " + row.domain(), row));
    assertChange(
        changes.get("national 00"), -1.9729982239944, 0.424304676528184, -0.000533003638104572);
    assertChange(changes.get("region 01"), -5.59011913508682, 1.44320200029386, 0.01764080913671);
    assertChange(
        changes.get("region 15"), -2.51401221319756, 0.992202346881928, -0.00847167335623706);
    assertChange(
        changes.get("region 19"), -2.447956218726573, 1.669672426845229, 0.315489960612436);
    assertThat(changes.get("region 19").df()).isEqualTo(123);
    assertThat(changes.get("region 19").relativeChange()).isCloseTo(-27.0996628299671, EXACT);
    assertThat(changes.get("region 19").relativeCiLow()).isCloseTo(-56.7343284901518, EXACT);
    assertThat(changes.get("region 19").relativeCiHigh()).isCloseTo(11.5491479937677, EXACT);
    assertChange(
        changes.get("residence 1"), -1.7656802028477, 0.51843107825954, -0.000952691140449737);
    assertChange(
        changes.get("residence 2"), -2.750471980852586, 0.607052033857736, 0.000286452607871445);

    ContrastRow pasco =
        tables.read(Table.CHANGE_CONTRAST).stream()
            .filter(row -> row.indicator().equals(SEXUAL) && row.domain().equals("19"))
            .findFirst()
            .orElseThrow();
    assertThat(pasco.difference()).isCloseTo(-0.477867687565715, EXACT);
    assertThat(pasco.standardError()).isCloseTo(1.723409811893863, EXACT);

    Map<String, HeterogeneityRow> alike = new HashMap<>();
    tables.read(Table.CHANGE_HETEROGENEITY).stream()
        .filter(row -> row.indicator().equals(SEXUAL))
        .forEach(row -> alike.put(row.by(), row));
    assertThat(alike.get("residence").statistic()).isCloseTo(1.521796305469939, EXACT);
    assertThat(alike.get("residence").pValue()).isCloseTo(0.217347860949144, EXACT);
    assertThat(alike.get("region").statistic()).isCloseTo(74.8734418607687, EXACT);
    assertThat(alike.get("region").pValue()).isCloseTo(3.90371682400217e-07, EXACT);

    DecompositionRow split =
        tables.read(Table.CHANGE_DECOMPOSITION).stream()
            .filter(row -> row.by().equals("national"))
            .findFirst()
            .orElseThrow();
    assertThat(split.composition()).isCloseTo(0.01644913761634, EXACT);
    assertThat(split.compositionSe()).isCloseTo(0.00978517182601, EXACT);
    assertThat(split.rate()).isCloseTo(-1.989447361611, EXACT);
    assertThat(split.rateSe()).isCloseTo(0.423747064449, EXACT);

    // R: length(intersect(paste(V022, V001), paste(HV022, HV001))) of the women with a weight
    assertThat(run.err()).contains("2018 and 2020 share 2,709 clusters");
    assertThat(run.err()).contains("no change by province: 2018 has no domains of this table");
    // The files of 2020 lack D105G, those of 2018 do not.
    assertThat(tables.read(Table.CHANGE))
        .filteredOn(row -> row.indicator().equals(PHYSICAL))
        .isNotEmpty()
        .allMatch(row -> Double.isNaN(row.change()))
        .allMatch(row -> row.quality().has(QualityMark.NOT_COMPARABLE));
    assertThat(run.err()).contains("do not have the same items for 1 indicator, whose");
  }

  @Test
  void yearsInTheWrongOrderAreAWrongCommandLine() {
    change(dir, 2022, 2017).refusesCommandLine("--from 2022 is not before --to 2017");
  }

  @Test
  void aYearThatTheStoreLacksIsAWrongInput() throws IOException {
    Path published = dir.resolve("published.csv");
    Files.write(published, List.of("year,region,form,window,percent", "2017,Pasco,any,ever,74.3"));
    Path store = dir.resolve("store");
    CommandRun.of("ingest", "--published", published, "--store", store).succeeds();

    change(store, 2017, 2022).refusesInput("year 2022", "a year of [2017]");

    assertThat(Store.existing(store.toString()).has(Table.CHANGE)).isFalse();
  }

  private static CommandRun change(Path store, int from, int to, Object... more) {
    List<Object> words = new ArrayList<>(List.of("change", "--store", store));
    words.addAll(List.of("--from", from, "--to", to));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  private static Map<String, ChangeRow> changes(Store store) {
    Map<String, ChangeRow> changes = new HashMap<>();
    store.read(Table.CHANGE).forEach(row -> changes.put(row.by() + " " + row.domain(), row));
    return changes;
  }

  private static void assertChange(ChangeRow row, double change, double standardError) {
    assertThat(row.change()).isCloseTo(change, EXACT);
    assertThat(row.standardError()).isCloseTo(standardError, EXACT);
  }

  private static void assertChange(
      ChangeRow row, double change, double standardError, double covariance) {
    assertChange(row, change, standardError);
    assertThat(row.covariance()).isCloseTo(covariance, EXACT);
  }
}

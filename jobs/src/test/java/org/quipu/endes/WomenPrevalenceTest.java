package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Progress;
import org.quipu.TestSpark;
import org.quipu.YearRange;
import org.quipu.change.ChangeVerdict;
import org.quipu.job.ChangeJob;
import org.quipu.job.IngestJob;
import org.quipu.job.PrevalenceJob;
import org.quipu.math.Adjustment;
import org.quipu.store.ChangeRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Store;
import org.quipu.survey.quality.Grade;
import org.quipu.survey.quality.QualityMark;

/** Rows of regions whose samples tell little: one cluster, nobody, too few women. */
class WomenPrevalenceTest {
  private static final String PHYSICAL = "partner_violence_physical_ever";

  @TempDir static Path folder;
  private static Store store;
  private static Map<String, PrevalenceRow> rows;

  /**
   * Regions as their clusters, and of each cluster the women and those who were hit. Of 4 there are
   * too few; of the others 5 has the fewest and is hidden with it.
   */
  private static final Map<Integer, int[][]> REGIONS =
      Map.of(
          1, new int[][] {{20, 4}, {20, 9}, {20, 6}, {20, 12}},
          2, new int[][] {{30, 10}},
          3, new int[][] {{20, 0}, {20, 0}, {20, 0}},
          4, new int[][] {{6, 0}, {6, 0}},
          5, new int[][] {{9, 4}, {9, 2}, {9, 3}});

  @BeforeAll
  static void ingest() throws IOException {
    TestSpark.session();
    Path endes = Files.createDirectory(folder.resolve("endes"));
    for (int year = 2018; year <= 2019; year++) {
      write(endes, year);
    }

    store = Store.open(folder.resolve("store").toString());
    Progress quiet = Progress.ofWarnings(message -> {});
    new IngestJob(store, quiet)
        .run(
            new IngestJob.Request(
                endes.toString(), null, IncompleteModules.REFUSED, List.of(), null, null));
    rows =
        new PrevalenceJob(store, quiet)
                .run(
                    new PrevalenceJob.Request(
                        List.of(2018),
                        List.of("region"),
                        List.of(PHYSICAL),
                        WomenPrevalence.Method.DEFAULT))
                .rows()
                .stream()
                .collect(Collectors.toMap(PrevalenceRow::domain, Function.identity()));
  }

  /** Each region is a stratum. */
  private static void write(Path endes, int year) throws IOException {
    List<String> women = new ArrayList<>(List.of("CASEID,V001,V022,V005,V024,V025,V012,V044"));
    List<String> unions = new ArrayList<>(List.of("CASEID,V502"));
    List<String> answers =
        new ArrayList<>(List.of("CASEID,D105A,D105B,D105C,D105D,D105E,D105F,D105G"));
    REGIONS.forEach(
        (region, clusters) -> {
          for (int c = 0; c < clusters.length; c++) {
            for (int woman = 0; woman < clusters[c][0]; woman++) {
              int cluster = 10 * region + c;
              String id =
                  String.format(Locale.ROOT, "\"      %04d%03d01  1\"", cluster, women.size());
              women.add(
                  String.format(
                      Locale.ROOT, "%s,%d,%d,1000000,%d,1,30,1", id, cluster, region, region));
              unions.add(id + ",1");
              answers.add(id + "," + (woman < clusters[c][1] ? 1 : 0) + ",0,0,0,0,0,0");
            }
          }
        });
    Files.write(endes.resolve("REC0111_" + year + ".csv"), women);
    Files.write(endes.resolve("RE516171_" + year + ".csv"), unions);
    Files.write(endes.resolve("REC84DV_" + year + ".csv"), answers);
  }

  @Test
  void aDomainInOneClusterIsMarkedAndNotGraded() {
    PrevalenceRow row = rows.get("02");
    assertThat(row.percent()).isCloseTo(100 / 3.0, within(1e-12));
    assertThat(row.n()).isEqualTo(30);
    assertThat(row.psus()).isEqualTo(1);
    assertThat(row.df()).isZero();
    assertThat(new double[] {row.standardError(), row.ciLow(), row.ciHigh(), row.cv(), row.deff()})
        .containsOnly(Double.NaN);
    assertThat(row.quality().has(QualityMark.ONE_CLUSTER)).isTrue();
    assertThat(row.quality().grade()).contains(Grade.NOT_ASSESSED);
  }

  @Test
  void aDomainInOneClusterIsNotTestedForChange() {
    List<ChangeRow> changes =
        new ChangeJob(store, Progress.ofWarnings(message -> {}))
            .run(
                new ChangeJob.Request(
                    new YearRange(2018, 2019),
                    List.of("region"),
                    List.of(PHYSICAL),
                    SampleOverlap.COUNTED,
                    Adjustment.HOLM,
                    ""))
            .changes();
    ChangeRow row =
        changes.stream()
            .filter(each -> each.indicator().equals(PHYSICAL) && each.domain().equals("02"))
            .findFirst()
            .orElseThrow();
    assertThat(row.verdict()).isEqualTo(ChangeVerdict.NOT_TESTED);
    assertThat(row.pValue()).isNaN();
    assertThat(row.quality().has(QualityMark.ONE_CLUSTER)).isTrue();
  }

  @Test
  void nobodyIsABoundaryWithAnInterval() {
    PrevalenceRow row = rows.get("03");
    assertThat(row.percent()).isZero();
    assertThat(row.standardError()).isZero();
    assertThat(row.ciLow()).isZero();
    // R: 100 * qbeta(.975, 1, 60 * (qt(.975, 59) / qt(.975, 2))^2)
    assertThat(row.ciHigh()).isCloseTo(24.74329312272366, within(1e-10));
    assertThat(row.quality()).hasToString("referential;boundary");
  }

  @Test
  void aHiddenCellDoesNotSayThatItIsABoundary() {
    PrevalenceRow row = rows.get("04");
    assertThat(row.n()).isNull();
    assertThat(row.quality().isHidden()).isTrue();
    assertThat(row.quality().has(QualityMark.BOUNDARY)).isFalse();
    assertThat(row.quality().has(QualityMark.ONE_CLUSTER)).isFalse();
  }
}

package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.survey.WorkedExamples;

/** The command on small files: numbers as Stata's manual, UCLA and R's survey package give them. */
class EstimateCommandTest {
  private static final String FPC =
      """
      stratid;psuid;weight;Nh;x
      1.0;1;3;15;2.79999995231628
      1.0;2;3;15;4.09999990463257
      1;3;3;15;6.80000019073486
      1.0;4;3;15;6.80000019073486
      1.0;5;3;15;9.19999980926514
      2.0;1;4;12;3.70000004768372
      2;2;4;12;6.59999990463257
      2.0;3;4;12;4.19999980926514
      """;

  @TempDir private Path folder;

  private CommandRun estimate(String csv, String options) throws IOException {
    Path data = Files.writeString(folder.resolve("data.csv"), csv);
    List<Object> words = new ArrayList<>(List.of("estimate", "--data", data, "--out", out()));
    words.addAll(List.of(options.split(" ", -1)));
    return CommandRun.of(words.toArray());
  }

  private Path out() {
    return folder.resolve("out.csv");
  }

  private CsvTable estimates(String csv, String options) throws IOException {
    estimate(csv, options).succeeds();
    return CsvTable.read(out());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 5.448148, 0.7412683",
    "--fpc Nh, 5.448148, 0.6160407",
    "--total, 147.1, 20.01424"
  })
  void stataFpc(String options, double estimate, double standardError) throws IOException {
    String design = "--outcome x --stratum stratid --psu psuid --weight weight ";
    CommandRun run = estimate(FPC, (design + options).strip()).succeeds();
    assertThat(run.err()).contains("1 estimate in");
    CsvTable table = CsvTable.read(out());
    assertThat(table.headings())
        .containsExactly(
            "outcome",
            "by",
            "domain",
            "statistic",
            "estimate",
            "standard_error",
            "ci_low",
            "ci_high",
            "cv",
            "deff",
            "df",
            "n",
            "weighted_n",
            "psus",
            "strata",
            "missing_information");
    CsvTable.Row row = table.row(0);
    assertThat(row.number("estimate")).isEqualTo(estimate, within(5e-7 * estimate));
    assertThat(row.number("standard_error")).isEqualTo(standardError, within(5e-7 * standardError));
    assertThat(row.text("outcome")).isEqualTo("x");
    assertThat(row.text("by")).isEqualTo("national");
    assertThat(row.text("domain")).isEqualTo("00");
    assertThat(row.number("df")).isEqualTo(6);
    assertThat(row.text("n")).isEqualTo("8");
    assertThat(row.number("weighted_n")).isEqualTo(27);
    assertThat(row.text("psus")).isEqualTo("8");
    assertThat(row.text("strata")).isEqualTo("2");
  }

  @Test
  void categoriesAreProportions() throws IOException {
    CsvTable table = estimates("sex,n\nf,1\nm,2\nf,1\nf,1\n", "--outcome sex n --proportion");
    assertThat(table.rows().map(row -> row.text("outcome")))
        .containsExactly("sex=f", "sex=m", "n=1", "n=2");
    assertThat(table.row(0).number("estimate")).isEqualTo(0.75);
    assertThat(table.row(0).text("statistic")).isEqualTo("proportion");
  }

  /** A Parquet file has numbers of a floating type where the CSV has 0, 0.5 and 10000001. */
  @Test
  void categoriesHaveTheSameNamesFromParquet() throws IOException {
    String csv =
        "Days,zone,yes\n0,10000001,1\n0.5,10000001,0\n10,10000002,1\n0,10000002,1\n,10000002,0\n";
    String options = "--outcome Days yes --proportion --by national,zone";
    estimate(csv, options).succeeds();
    List<String> fromCsv = Files.readAllLines(out());

    CommandRun.of(
            "convert",
            folder.resolve("data.csv"),
            "--to",
            folder.resolve("p"),
            "--format",
            "parquet")
        .succeeds();
    List<Object> words =
        new ArrayList<>(
            List.of("estimate", "--data", folder.resolve("p/data.parquet"), "--out", out()));
    words.addAll(List.of(options.split(" ", -1)));
    CommandRun.of(words.toArray()).succeeds();

    assertThat(fromCsv.get(1)).startsWith("Days=0,national,00,proportion,0.5,");
    assertThat(Files.readAllLines(out())).isEqualTo(fromCsv);
  }

  /** Stata's data; j leaves out a cluster of its stratum, k one of all. */
  private static final String JACKKNIFE =
      """
      weight,x,j1,j2,j3,j4,j5,j6,j7,j8,k1,k2,k3,k4,k5,k6,k7,k8
      3,2.8,0,3.75,3.75,3.75,3.75,3,3,3,0,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s
      3,4.1,3.75,0,3.75,3.75,3.75,3,3,3,%1$s,0,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s
      3,6.8,3.75,3.75,0,3.75,3.75,3,3,3,%1$s,%1$s,0,%1$s,%1$s,%1$s,%1$s,%1$s
      3,6.8,3.75,3.75,3.75,0,3.75,3,3,3,%1$s,%1$s,%1$s,0,%1$s,%1$s,%1$s,%1$s
      3,9.2,3.75,3.75,3.75,3.75,0,3,3,3,%1$s,%1$s,%1$s,%1$s,0,%1$s,%1$s,%1$s
      4,3.7,4,4,4,4,4,0,6,6,%2$s,%2$s,%2$s,%2$s,%2$s,0,%2$s,%2$s
      4,6.6,4,4,4,4,4,6,0,6,%2$s,%2$s,%2$s,%2$s,%2$s,%2$s,0,%2$s
      4,4.2,4,4,4,4,4,6,6,0,%2$s,%2$s,%2$s,%2$s,%2$s,%2$s,%2$s,0
      """
          .formatted(Double.toString(24 / 7.0), Double.toString(32 / 7.0));

  /**
   * R survey 4.1: {@code svymean(~x, svrepdesign(data = fpc, repweights = …, weights = ~weight,
   * type = …, combined.weights = TRUE))}, for JKn with {@code scale = 1, rscales = (n - 1) / n},
   * for JK1 with {@code scale = 7 / 8}, for Fay with {@code rho = 0.3}.
   */
  @ParameterizedTest
  @CsvSource({
    "j* --replicate-type jkn --replicate-scales"
        + " .8@.8@.8@.8@.8@0.6666666666666666@0.6666666666666666@0.6666666666666666,"
        + " 0.741268330631531",
    "k* --replicate-type jk1, 0.721350754102493",
    "k* --replicate-type jkn --replicate-scales 0.875, 0.721350754102493",
    "k* --replicate-type bootstrap, 0.291469719908516",
    "k* --replicate-type brr, 0.272644957629158",
    "k* --replicate-type fay --rho 0.3, 0.389492796613082",
  })
  void theKindOfReplicateWeightsIsSaid(String replicates, double standardError) throws IOException {
    CsvTable.Row row =
        estimates(
                JACKKNIFE,
                "--outcome x --weight weight --replicates " + replicates.replace('@', ','))
            .row(0);
    assertThat(row.number("estimate")).isEqualTo(5.448148148148, within(1e-12));
    assertThat(row.number("standard_error")).isEqualTo(standardError, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({
    "--replicates j*, do not tell how they were made: add --replicate-type brr",
    "--replicates j* --replicate-type fay, --replicate-type fay and --rho go together",
    "--replicates j* --replicate-type brr --rho 0.3, --replicate-type fay and --rho go"
        + " together",
    "--replicates j* --replicate-type fay --rho 1, --rho lies from 0 to under 1: 1.0",
    "--replicates j* --replicate-type jkn, --replicate-type jkn and --replicate-scales go"
        + " together",
    "--replicates j* --replicate-type jkn --replicate-scales .8@.5, has 2 values for 8 columns",
    "--replicates j* --replicate-type jkn --replicate-scales -1, must be 0 or more: -1.0",
    "--replicates j1 --replicate-type jk1, needs two columns of weights or more: j1",
    "--replicates jkn --replicate-type jkn --replicate-scales 1, is of columns of replicate"
        + " weights",
  })
  void replicateWeightsOfNoKindAreRefused(String options, String message) throws IOException {
    CommandRun run =
        estimate(JACKKNIFE, "--outcome x --weight weight " + options.replace('@', ','));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(message);
  }

  @Test
  void replicateWeightsOfTheFile() throws IOException {
    String scd =
        """
        ESA,arrests,alive,brr1,brr2,brr3,brr4
        1,120,25,2,2,0,0
        1,78,24,0,0,2,2
        2,185,30,2,0,2,0
        2,228,49,0,2,0,2
        3,670,80,2,0,0,2
        3,530,70,0,2,2,0
        """;
    CsvTable.Row ratio =
        estimates(
                scd,
                "--outcome alive --denominator arrests --stratum ESA --replicates brr*"
                    + " --replicate-type brr")
            .row(0);
    assertThat(ratio.number("estimate")).isEqualTo(0.1535063501, within(5e-11));
    assertThat(ratio.number("standard_error")).isEqualTo(0.00941840067, within(5e-12));
    assertThat(ratio.text("statistic")).isEqualTo("ratio");
  }

  @ParameterizedTest
  @CsvSource({
    "--outcome y, 2, no column y",
    "--outcome x --psu psuid --stratum psuid, 2, one cluster in stratum 1; 2; 3; 4; 5",
    "--outcome x --weight nowhere, 2, no column nowhere",
    "--outcome x --mean --total, 1, mutually exclusive",
    "--outcome x --mean --denominator Nh, 1, --denominator makes a ratio",
    "--outcome x --quantile 2, 1, --quantile lies between 0 and 1",
    "--outcome x --lonely-psu perhaps, 1, lonely-psu",
    "--outcome x --fpc stratid --stratum psuid --psu weight, 2, one number for the whole stratum",
    "--outcome x --by stratid:, 2, a column without a name",
    "--outcome x --fpc x --psu psuid, 2, 'several numbers; expected one number'"
  })
  void wrongInputsAreNamed(String options, int code, String message) throws IOException {
    CommandRun run = estimate(FPC, options);
    assertThat(run.err()).contains(message);
    assertThat(run.code()).isEqualTo(code);
    assertThat(out()).doesNotExist();
  }

  /**
   * A row of weight 0 adds nothing to its cluster's residuals. R's {@code svyrecvar} (survey 4.1-1)
   * takes its calibrated weight for 1 where it subtracts the mean of the cell, so that {@code
   * postStratify} gives 0.250702871680662 with the row and 0.243728720608135, which is also the sum
   * of the residuals by hand (y less the mean, less its weighted mean in the cell, times the
   * calibrated weight), without it; {@code rake} gives 0.267914412411463 without it, and no number
   * with it.
   */
  @ParameterizedTest
  @CsvSource({
    "poststratify, 0.243728720608135",
    "linear, 0.243728720608135",
    "rake, 0.267914412411463"
  })
  void rowsOfWeightZeroChangeNoErrorOfCalibratedMeans(String method, double error)
      throws IOException {
    String rows =
        """
        psu,g,w,y
        1,a,1,1
        1,b,2,5
        2,a,2,2
        2,b,1,4
        2,b,1,3
        3,a,1,7
        3,b,1,1
        4,a,3,2
        4,b,1,6
        """;
    Path totals =
        Files.writeString(folder.resolve("totals.csv"), "variable,level,total\ng,a,10\ng,b,8\n");
    String options = "--outcome y --psu psu --weight w --calibration-method %s --calibrate %s";
    for (String more : List.of("", "1,a,0,9\n")) {
      CsvTable.Row mean = estimates(rows + more, options.formatted(method, totals)).row(0);
      assertThat(mean.number("estimate")).isEqualTo(3.206349206349207, within(1e-12));
      assertThat(mean.number("standard_error")).isEqualTo(error, within(1e-12));
    }
  }

  /** Stata's manual of survey data, fpc: mean 5.448148, standard error 0.6160407. */
  @Test
  void showsTheEstimates() throws IOException {
    String design = "--stratum stratid --psu psuid --weight weight --fpc Nh --outcome x ";
    CommandRun mean = estimate(FPC, design + "--by national,stratid").succeeds();
    assertThat(mean.out().lines())
        .hasSize(4)
        .element(1, STRING)
        .matches("  x +all +mean +5\\.448 +0\\.616 +3\\.941 to 6\\.956 +8");
    assertThat(mean.out()).contains("Standard error", "stratid=1", "stratid=2");
    String spanish =
        estimate(FPC, design + "--quantile 0.5 --language es --decimal comma").succeeds().out();
    assertThat(spanish).contains("Error estándar", "todos", "cuantil 0,5  ", "4,20");
    assertThat(estimate("y,g\n1,0\n1,0\n1,0\n", "--outcome y --by y:g").succeeds().out())
        .containsPattern("y +y=1, g=0 +mean +1\\.000 +0\\.000 +– +3");
  }

  @Test
  void showsTheFirstOfManyEstimates() throws IOException {
    String rows =
        IntStream.range(0, 84)
            .mapToObj(i -> i / 2 + "," + 1e-12 * i)
            .collect(Collectors.joining("\n", "g,y\n", "\n"));
    String shown = estimate(rows, "--outcome y --by g").succeeds().out();
    assertThat(shown.lines()).hasSize(42).last().asString().startsWith("… and 2 more in ");
    assertThat(shown).containsPattern("g=1 +mean +2\\.50e-12");
  }

  @Test
  void saysWhereNoRowCounts() throws IOException {
    for (String statistic : List.of("--mean", "--total", "--quantile 0.5", "--gini")) {
      estimate("y,w\n1,0\n2,0\n", "--outcome y --weight w " + statistic)
          .refusesInput("data.csv: found no row with a value and a weight above 0");
    }

    estimate("y,w\n", "--outcome y").refusesInput("found no row with a value");
    estimate("y,w\n1,1\n", "--outcome y").refusesInput("one cluster in the sample: ");
  }

  @Test
  void tellsNoValueOfARow() throws IOException {
    CommandRun negative = estimate("y,w\n1,-7.25\n2,1\n", "--outcome y --weight w");
    negative.refusesInput("found a row whose weight is missing, negative or infinite");
    assertThat(negative.err()).doesNotContain("7.25");
    CommandRun fpc = estimate("y,n\n1,-7.25\n2,1\n", "--outcome y --fpc n");
    fpc.refusesInput("found a row whose number is missing, 0 or negative");
    assertThat(fpc.err()).doesNotContain("7.25");
  }

  /** Two clusters of a poor and a rich one, by hand. */
  @Test
  void inequalityAndPoverty() throws IOException {
    String csv =
        """
        y;psu
        1;1
        3;1
        1;2
        5;2
        """;
    CsvTable.Row gini = estimates(csv, "--outcome y --psu psu --gini").row(0);
    assertThat(gini.text("statistic")).isEqualTo("gini");
    // The distances of the six pairs, 2 + 0 + 4 + 2 + 2 + 4, each way, over 2 n² times the mean
    assertThat(gini.number("estimate")).isEqualTo(2.0 * 14 / (2 * 16 * 2.5), within(1e-15));

    CsvTable poverty = estimates(csv, "--outcome y --psu psu --poverty 60%");
    assertThat(poverty.rows().map(row -> row.text("statistic")))
        .containsExactly("poverty_line", "poverty_headcount", "poverty_gap", "poverty_severity");
    assertThat(poverty.row(0).number("estimate")).isEqualTo(0.6, within(1e-15));
    CsvTable fixed = estimates(csv, "--outcome y --psu psu --poverty 2");
    assertThat(fixed.rows().map(row -> row.number("estimate")).toList())
        .containsExactly(0.5, 0.25, 0.125);
    estimate(csv, "--outcome y --poverty -5").refusesCommandLine("above 0");
    estimate(csv, "--outcome y --poverty 60% --gini").refusesCommandLine("");
    estimate(csv, "--outcome y --gini --replicates jk1 --psu psu")
        .refusesCommandLine("--quantile, --gini and --poverty go with neither");
  }

  /** Pooled by hand: the mean of two means; within 1 and 1, between 0.5 (see Rubin 1987). */
  @Test
  void imputationsAreColumnsOrFiles() throws IOException {
    String csv =
        """
        y_1;y_2;psu
        1;2;1
        3;4;2
        """;
    String options = "--outcome y --imputed y=y_* --psu psu --mean";
    CsvTable pooled = estimates(csv, options);
    CsvTable.Row row = pooled.row(0);
    assertThat(row.text("outcome")).isEqualTo("y");
    assertThat(row.number("estimate")).isEqualTo(2.5);
    // 1 + (1 + 1/2) 0.5
    assertThat(row.number("standard_error")).isEqualTo(Math.sqrt(1.75), within(1e-14));

    Path first = Files.writeString(folder.resolve("1.csv"), "y,psu\n1,1\n3,2\n");
    Path second = Files.writeString(folder.resolve("2.csv"), "y,psu\n2,1\n4,2\n");
    CommandRun.of(
            "estimate", "--data", first, second, "--outcome", "y", "--psu", "psu", "--out", out())
        .succeeds();
    assertThat(CsvTable.read(out())).isEqualTo(pooled);
    CommandRun.of(
            "estimate",
            "--data",
            first,
            second,
            "--imputed",
            "y=y_*",
            "--outcome",
            "y",
            "--out",
            out())
        .refusesCommandLine("not both");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --imputed y=x           | --imputed takes NAME=COLUMN,COLUMN
          --imputed y             | --imputed takes NAME=COLUMN,COLUMN
          --imputed y=x,Nh z=x,Nh,weight | as many columns as the others: 2 and 3
          --imputed y=x,Nh --interval beta | logit, wilson or wald
          """)
  void imputationsThatAreNoneAreRefused(String options, String message) throws IOException {
    estimate(FPC, "--outcome x " + options).refusesCommandLine(message);
  }

  @Test
  void lonelyClustersAreNamedInAWarning() throws IOException {
    CommandRun run =
        estimate(FPC, "--outcome x --stratum psuid --psu psuid --lonely-psu adjust").succeeds();
    assertThat(run.err())
        .contains("warning: strata with a single cluster, treated by 'adjust': 1, 2, 3, 4, 5")
        .contains("1, 2, 3, 4, 5");
  }

  /**
   * The published examples on their files, in the digits that their sources print: CAMIS, R's
   * survey package (its domains of replicates and second stages too), UCLA's Province'91 and Levy
   * and Lemeshow's ambulances.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nhanes     | --outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR                        | 00              | estimate=0.112143 standard_error=0.005446 ci_low=0.10059829 ci_high=0.12368762
          nhanes     | --outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR --proportion           | 00              | estimate=0.112143 standard_error=0.005446 ci_low=0.1011069593 ci_high=0.1242170892 deff=2.336725 df=16
          nhanes     | --outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR --total                | 00              | estimate=28635245 standard_error=2020711
          nhanes     | --outcome HI_CHOL --denominator RIAGENDR --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR | 00              | estimate=0.074222 standard_error=0.003715 ci_low=0.06634722 ci_high=0.08209696
          nhanes     | --outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR --by race              | 1               | estimate=0.101492 standard_error=0.006246 deff=1.082734 df=16
          nhanes     | --outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR --by race              | 2               | estimate=0.121649 standard_error=0.006604 deff=1.407822 df=16
          nhanes     | --outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR --by race              | 3               | estimate=0.078640 standard_error=0.010385 deff=2.091156 df=15
          nhanes     | --outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR --by race              | 4               | estimate=0.099679 standard_error=0.024666 deff=3.098290 df=15
          nhanes     | --outcome agecat --proportion --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR            | agecat=0-19     | estimate=0.207749 standard_error=0.006130
          nhanes     | --outcome agecat --proportion --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR            | agecat=20-39    | estimate=0.293408 standard_error=0.009561
          nhanes     | --outcome agecat --proportion --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR            | agecat=40-59    | estimate=0.303290 standard_error=0.004519
          nhanes     | --outcome agecat --proportion --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR            | agecat=60+      | estimate=0.195553 standard_error=0.008093
          nhanes     | --outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR --replicates jkn       | 00              | estimate=0.112143 standard_error=0.005449661267
          apistrat   | --outcome api00 --stratum stype --psu snum --weight pw --fpc fpc                            | 00              | estimate=662.2873632 standard_error=9.4089408 deff=1.20446
          apistrat   | --outcome api00 --stratum stype --weight pw --fpc fpc                                       | 00              | estimate=662.2873632 standard_error=9.4089408
          apistrat   | --outcome enroll --total --stratum stype --weight pw --fpc fpc                              | 00              | estimate=3687177.5 standard_error=114641.72
          apistrat   | --outcome api.stu --denominator enroll --stratum stype --weight pw --fpc fpc                | 00              | estimate=0.8369568869 standard_error=0.007757103
          apistrat   | --outcome api00 --stratum stype --weight pw --fpc fpc --replicates jkn                      | 00              | standard_error=9.40894
          apiclus1   | --outcome api00 --psu dnum --weight pw --fpc fpc                                            | 00              | estimate=644.169399 standard_error=23.542241 ci_low=593.6763145 ci_high=694.6624834 deff=9.34587 df=14
          apiclus1   | --outcome api00 --psu dnum --weight pw                                                      | 00              | estimate=644.169399 standard_error=23.779011
          apiclus1   | --outcome api00 --psu dnum --weight pw --fpc fpc --by stype                                 | H               | estimate=618.5714286 standard_error=38.02024936
          apiclus1   | --outcome api00 --psu dnum --weight pw --fpc fpc --replicates jk1                           | 00              | estimate=644.169399 standard_error=26.32936
          apiclus1   | --outcome api00 --psu dnum --weight pw --fpc fpc --quantile 0.25                            | 00              | estimate=552 ci_low=492 ci_high=627
          apiclus1   | --outcome api00 --stratum dnum --psu snum --weight pw --lonely-psu certainty                | 00              | estimate=644.16940 standard_error=5.8058
          apiclus1   | --outcome api00 --stratum dnum --psu snum --weight pw --lonely-psu adjust                   | 00              | estimate=644.16940 standard_error=5.8281
          apiclus1   | --outcome api00 --stratum dnum --psu snum --weight pw --lonely-psu average                  | 00              | estimate=644.16940 standard_error=6.0096
          apiclus1   | --outcome enroll --total --psu dnum --weight pw --fpc fpc                                   | 00              | estimate=3404940.1 standard_error=932235.03
          apiclus1   | --outcome api00 --psu dnum --weight pw --fpc fpc --by stype                                 | E               | estimate=648.8680556 standard_error=22.36240889
          apiclus1   | --outcome api00 --psu dnum --weight pw --fpc fpc --by stype                                 | M               | estimate=631.44 standard_error=31.60946523
          apiclus1   | --outcome api00 --psu dnum --weight pw --fpc fpc --replicates jk1 --by stype                | H               | estimate=618.571428571 standard_error=46.3441217452
          apiclus1   | --outcome api00 --psu dnum --weight pw --fpc fpc --quantile 0.5                             | 00              | estimate=652 ci_low=561 ci_high=714
          apiclus1   | --outcome api00 --psu dnum --weight pw --fpc fpc --quantile 0.75                            | 00              | estimate=719 ci_low=696 ci_high=777
          apiclus2   | --outcome api00 --psu dnum,snum --weight pw --fpc fpc1,fpc2                                 | 00              | estimate=670.81181 standard_error=30.09903
          apiclus2   | --outcome enroll --total --psu dnum,snum --weight pw --fpc fpc1,fpc2                        | 00              | estimate=2639272.93 standard_error=799637.7736
          apiclus2   | --outcome api00 --psu dnum,snum --weight pw --fpc fpc1,fpc2 --by stype                      | M               | estimate=642.352 standard_error=45.0913163003
          province91 | --outcome ue91 --total --stratum str --psu clu --weight wt --fpc fpc                        | 00              | estimate=23580 standard_error=11801.49 cv=50.0487 deff=0.758641 df=6
          province91 | --outcome ue91 --denominator lab91 --stratum str --psu clu --weight wt --fpc fpc            | 00              | estimate=0.1233754 standard_error=0.00333247965 ci_low=0.115221116 ci_high=0.131529684
          firms      | --outcome uriage --weight srs.w --deff without                                              | 00              | estimate=113.700 standard_error=35.626 deff=1.0101
          firms      | --outcome uriage --weight pps.w --deff replace                                              | 00              | estimate=243.914 standard_error=48.752 deff=1.974067
          scd        | --outcome alive --denominator arrests --stratum ESA --psu ambulance                         | 00              | estimate=0.1535063501 standard_error=0.0098073036
          """)
  void publishedExamples(String file, String options, String domain, String expected)
      throws IOException {
    String data = Files.readString(WorkedExamples.file(file));
    assertPrinted(estimates(data, options), domain, expected);
  }

  // R's data(fpc): svymean in subset(design, x > 4) and subset(design, x <= 4).
  @ParameterizedTest
  @CsvSource({
    "'', 1, estimate=6.195 standard_error=0.7555129",
    "'', 0, estimate=3.314286 standard_error=0.3117042",
    "--fpc Nh, 1, estimate=6.195 standard_error=0.63011"
  })
  void domainsOfStataFpc(String options, String domain, String expected) throws IOException {
    String split = withColumn(FPC, ";", "large", line -> line[4].compareTo("4") > 0);
    String design = "--outcome x --stratum stratid --psu psuid --weight weight --by large ";
    assertPrinted(estimates(split, (design + options).strip()), domain, expected);
  }

  // R's svyciprop of ell == 0 in apiclus1.
  @ParameterizedTest
  @CsvSource({
    "logit, ci_low=0.002304691 ci_high=0.177747767",
    "beta, ci_low=0.000216147 ci_high=0.137507764",
    "wald, ci_low=-0.0267 ci_high=0.0704"
  })
  void intervalsOfARareProportion(String method, String expected) throws IOException {
    String data = Files.readString(WorkedExamples.file("apiclus1"));
    int ell = List.of(data.lines().findFirst().orElseThrow().split(",", -1)).indexOf("ell");
    String rare = withColumn(data, ",", "rare", line -> line[ell].equals("0"));
    String options = "--outcome rare --proportion --psu dnum --weight pw --fpc fpc --interval ";
    assertPrinted(estimates(rare, options + method), "00", "estimate=0.0218579 " + expected);
  }

  @Test
  void aLonelyClusterIsNamed() throws IOException {
    String data = Files.readString(WorkedExamples.file("apiclus1"));
    estimate(data, "--outcome api00 --stratum dnum --psu snum --weight pw")
        .refusesInput("one cluster in stratum 413");
  }

  // The linearised standard errors of CAMIS; a bootstrap of 2000 has an error of about 2 %.
  @Test
  void theBootstrapComesCloseToLinearisation() throws IOException {
    String data = Files.readString(WorkedExamples.file("nhanes"));
    String options =
        "--outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR"
            + " --replicates bootstrap --bootstrap-replicates 2000 --seed ";
    CsvTable first = estimates(data, options + 1);
    double error = first.row(0).number("standard_error");
    assertThat(error).isCloseTo(0.005446, withinPercentage(8));
    assertThat(estimates(data, options + 1)).isEqualTo(first);
    assertThat(estimates(data, options + 2).row(0).number("standard_error")).isNotEqualTo(error);
  }

  /** The file with one more column: 1 where the cells of a line meet the condition, else 0. */
  private static String withColumn(
      String csv, String separator, String heading, Predicate<String[]> condition) {
    List<String> lines = csv.lines().toList();
    return lines.get(0)
        + separator
        + heading
        + "\n"
        + lines.stream()
            .skip(1)
            .map(line -> line + separator + (condition.test(line.split(separator, -1)) ? 1 : 0))
            .collect(Collectors.joining("\n"));
  }

  /**
   * The row of a domain, or of a category, agrees with numbers by their headings, in the digits
   * that they have.
   */
  private static void assertPrinted(CsvTable table, String domain, String expected) {
    CsvTable.Row row =
        table
            .rows()
            .filter(each -> List.of(each.text("domain"), each.text("outcome")).contains(domain))
            .findFirst()
            .orElseThrow();
    for (String value : expected.split(" ", -1)) {
      String[] named = value.split("=", -1);
      double digit = Math.pow(10, -new BigDecimal(named[1]).scale());
      assertThat(row.number(named[0]))
          .as(named[0])
          .isEqualTo(Double.parseDouble(named[1]), within(digit / 2));
    }
  }

  /**
   * The weights of the file sum to 15 + 12 and so do the totals, which move the strata's shares.
   */
  @Test
  void calibratesToTotals() throws IOException {
    Path totals =
        Files.writeString(
            folder.resolve("totals.csv"), "variable,level,total\nstratid,1,18\nstratid,2,9\n");
    String design =
        "--outcome x --stratum stratid --psu psuid --weight weight --calibrate " + totals;
    CommandRun run = estimate(FPC, design + " --calibration-method poststratify").succeeds();
    assertThat(run.err())
        .contains("weights of 8 rows calibrated in 1 step: multiplied by 0.750 to 1.200");
    CsvTable table = CsvTable.read(out());
    // R: svymean(~x, postStratify(svydesign(~psuid, ~stratid, ~weight, data, nest = TRUE),
    // ~stratid, totals))
    assertThat(table.rows().findFirst().orElseThrow().number("estimate"))
        .isCloseTo(5.571111090977987, within(1e-9));
    assertThat(table.rows().findFirst().orElseThrow().number("standard_error"))
        .isCloseTo(0.807706704867499, within(1e-9));
    assertThat(
            estimate(FPC, design + " --trim ,3.5 --calibration-method poststratify --trim-strict")
                .succeeds()
                .err())
        .contains("weights were trimmed");
    // R: svymean(~x, postStratify(as.svrepdesign(design, type = "JKn"), ~stratid, totals)), of the
    // file's x, which is a float
    estimate(FPC, design + " --calibration-method poststratify --replicates jkn").succeeds();
    assertThat(CsvTable.read(out()).rows().findFirst().orElseThrow().number("standard_error"))
        .isCloseTo(0.807706704867, within(1e-9));
    assertThat(estimate(FPC, design + " --trim 1,4 --replicates jkn").err())
        .contains("--trim goes without --replicates");
    assertThat(estimate(FPC, "--outcome x --trim 1,4").err())
        .contains("--trim goes with --calibrate");
    assertThat(estimate(FPC, design + " --trim-strict").err())
        .contains("--trim-strict goes with --trim");
    assertThat(estimate(FPC, design + " --trim 3").err()).contains("'3' is not two numbers");
  }

  @Test
  void covariancesThatCannotBeHadAreRefused() throws IOException {
    estimate(FPC, "--outcome x --quantile 0.5 --covariance " + folder.resolve("c.csv"))
        .refusesCommandLine("Woodruff's intervals of quantiles give no covariances");
    estimate(FPC, "--outcome x --covariance " + out())
        .refusesCommandLine("give the covariances another one");
  }
}

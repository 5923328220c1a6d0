package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.SharedData;

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

  private record Run(int code, String err, List<String[]> rows) {
    String[] row(int index) {
      return rows.get(index);
    }

    double value(int row, int column) {
      return Double.parseDouble(rows.get(row)[column]);
    }
  }

  private Run run(String csv, String options) throws IOException {
    Path data = Files.writeString(folder.resolve("data.csv"), csv);
    Path out = folder.resolve("out.csv");
    List<String> arguments =
        new ArrayList<>(List.of("estimate", "--data", data.toString(), "--out", out.toString()));
    arguments.addAll(List.of(options.split(" ")));
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int code = CommandLines.run(arguments.toArray(String[]::new));
      List<String[]> rows = new ArrayList<>();
      if (Files.exists(out)) {
        Files.readAllLines(out).stream().skip(1).forEach(line -> rows.add(line.split(",", -1)));
      }

      return new Run(code, err.toString(StandardCharsets.UTF_8), rows);
    } finally {
      System.setErr(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 5.448148, 0.7412683",
    "--fpc Nh, 5.448148, 0.6160407",
    "--total, 147.1, 20.01424"
  })
  void stataFpc(String options, double estimate, double standardError) throws IOException {
    Run run =
        run(FPC, ("--outcome x --stratum stratid --psu psuid --weight weight " + options).trim());
    assertThat(run.err()).contains("1 estimates in");
    assertThat(run.code()).isZero();
    assertThat(run.value(0, 4)).isEqualTo(estimate, within(5e-7 * estimate));
    assertThat(run.value(0, 5)).isEqualTo(standardError, within(5e-7 * standardError));
    assertThat(run.row(0)[0]).isEqualTo("x");
    assertThat(run.row(0)[1]).isEqualTo("national");
    assertThat(run.row(0)[2]).isEqualTo("00");
    assertThat(run.value(0, 10)).isEqualTo(6);
    assertThat(run.row(0)[11]).isEqualTo("8");
    assertThat(run.value(0, 12)).isEqualTo(27);
    assertThat(run.row(0)[13]).isEqualTo("8");
    assertThat(run.row(0)[14]).isEqualTo("2");
  }

  @Test
  void categoriesAreProportions() throws IOException {
    Run run = run("sex,n\nf,1\nm,2\nf,1\nf,1\n", "--outcome sex n --proportion");
    assertThat(run.rows())
        .extracting(row -> row[0])
        .containsExactly("sex=f", "sex=m", "n=1", "n=2");
    assertThat(run.value(0, 4)).isEqualTo(0.75);
    assertThat(run.row(0)[3]).isEqualTo("proportion");
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
    Run run = run(scd, "--outcome alive --denominator arrests --stratum ESA --replicates brr*");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.value(0, 4)).isEqualTo(0.1535063501, within(5e-11));
    assertThat(run.value(0, 5)).isEqualTo(0.00941840067, within(5e-12));
    assertThat(run.row(0)[3]).isEqualTo("ratio");
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
    "--outcome x --fpc stratid --stratum psuid --psu weight, 2, one value for the whole stratum"
  })
  void wrongInputsAreNamed(String options, int code, String message) throws IOException {
    Run run = run(FPC, options);
    assertThat(run.err()).contains(message);
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.rows()).isEmpty();
  }

  @Test
  void lonelyClustersAreNamedInAWarning() throws IOException {
    Run run = run(FPC, "--outcome x --stratum psuid --psu psuid --lonely-psu adjust");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("warning: one cluster only in 5 strata")
        .contains("1, 2, 3, 4, 5");
  }

  /** The published examples A to C on their files, in the digits that their sources print. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nhanes   | --outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR                            | 00 | 0.112143      | 0.005446    | 0.10059829   | 0.12368762
          nhanes   | --outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR --proportion               | 00 | 0.112143      | 0.005446    | 0.1011069593 | 0.1242170892
          nhanes   | --outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR --total                    | 00 | 28635245      | 2020711     |              |
          nhanes   | --outcome HI_CHOL --denominator RIAGENDR --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR     | 00 | 0.074222      | 0.003715    | 0.06634722   | 0.08209696
          nhanes   | --outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR --by race                  | 4  | 0.099679      | 0.024666    |              |
          nhanes   | --outcome agecat --proportion --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR                | 00 | 0.207749      | 0.006130    |              |
          nhanes   | --outcome HI_CHOL --stratum SDMVSTRA --psu SDMVPSU --weight WTMEC2YR --replicates jkn           | 00 | 0.112143      | 0.00544966  |              |
          apistrat | --outcome api00 --stratum stype --psu snum --weight pw --fpc fpc                                | 00 | 662.2873632   | 9.4089408   |              |
          apistrat | --outcome api00 --stratum stype --weight pw --fpc fpc                                           | 00 | 662.2873632   | 9.4089408   |              |
          apistrat | --outcome enroll --total --stratum stype --weight pw --fpc fpc                                  | 00 | 3687177.5     | 114641.72   |              |
          apistrat | --outcome api.stu --denominator enroll --stratum stype --weight pw --fpc fpc                    | 00 | 0.8369568869  | 0.007757103 |              |
          apiclus1 | --outcome api00 --psu dnum --weight pw --fpc fpc                                                | 00 | 644.169399    | 23.542241   | 593.6763145  | 694.6624834
          apiclus1 | --outcome api00 --psu dnum --weight pw                                                          | 00 | 644.169399    | 23.779011   |              |
          apiclus1 | --outcome api00 --psu dnum --weight pw --fpc fpc --by stype                                     | H  | 618.5714286   | 38.02024936 |              |
          apiclus1 | --outcome api00 --psu dnum --weight pw --fpc fpc --replicates jk1                               | 00 | 644.169399    | 26.32936    |              |
          apiclus1 | --outcome api00 --psu dnum --weight pw --fpc fpc --quantile 0.25                                | 00 | 552           |             | 492          | 627
          apiclus1 | --outcome api00 --stratum dnum --psu snum --weight pw --lonely-psu certainty                    | 00 | 644.16940     | 5.8058      |              |
          apiclus1 | --outcome api00 --stratum dnum --psu snum --weight pw --lonely-psu adjust                       | 00 | 644.16940     | 5.8281      |              |
          apiclus1 | --outcome api00 --stratum dnum --psu snum --weight pw --lonely-psu average                      | 00 | 644.16940     | 6.0096      |              |
          apiclus2 | --outcome api00 --psu dnum,snum --weight pw --fpc fpc1,fpc2                                     | 00 | 670.81181     | 30.09903    |              |
          """)
  void publishedExamples(
      String file,
      String options,
      String domain,
      String estimate,
      String standardError,
      String low,
      String high)
      throws IOException {
    Path data = SharedData.require("worked-examples/" + file + ".csv");
    Run run = run(Files.readString(data), options.strip());
    assertThat(run.code()).as(run.err()).isZero();
    String[] row =
        run.rows().stream()
            .filter(each -> each[each.length - 13].equals(domain))
            .findFirst()
            .orElseThrow();
    String[] expected = {estimate, standardError, low, high};
    for (int i = 0; i < expected.length; i++) {
      if (expected[i] != null) {
        double digit = Math.pow(10, -new BigDecimal(expected[i]).scale());
        assertThat(Double.parseDouble(row[row.length - 11 + i]))
            .isEqualTo(Double.parseDouble(expected[i]), within(digit / 2));
      }
    }
  }
}

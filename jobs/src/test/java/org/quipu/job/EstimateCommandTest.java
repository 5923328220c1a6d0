package org.quipu.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}

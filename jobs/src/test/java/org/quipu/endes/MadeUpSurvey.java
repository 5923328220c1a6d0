package org.quipu.endes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quipu.change.TwoYearTotals;
import org.quipu.survey.Estimate;

/**
 * The made-up survey of {@code src/test/r/change.R} as files of two years of ENDES in the same 15
 * clusters: its groups are regions 1 to 3, and whole clusters make the provinces 0101 to 0103.
 */
public final class MadeUpSurvey {
  private MadeUpSurvey() {}

  /** Writes the files, as of 2018 and 2019, into a folder that is not there yet; returns it. */
  public static Path write(Path folder) throws IOException {
    return write(folder, 2018);
  }

  /** Writes the files, as of this year and the next. */
  public static Path write(Path folder, int first) throws IOException {
    return write(folder, rows(TwoYearTotals.class.getResourceAsStream("rows.csv")), first - 1);
  }

  /**
   * Writes the files of the made-up survey of {@code src/test/r/average.R}: 2018 to 2020 in the
   * same clusters, 2021 to 2024 with a third of them leaving each year.
   */
  public static Path writeRotating(Path folder) throws IOException {
    return write(folder, rows(Estimate.class.getResourceAsStream("average/rotating.csv")), 0);
  }

  private static Path write(Path folder, List<String[]> rows, int before) throws IOException {
    Files.createDirectory(folder);
    for (int year : rows.stream().mapToInt(row -> Integer.parseInt(row[0])).distinct().toArray()) {
      List<String> women = new ArrayList<>();
      women.add("CASEID,V001,V022,V005,V024,V025,V012,V044,UBIGEO");
      List<String> unions = new ArrayList<>(List.of("CASEID,V502"));
      List<String> answers = new ArrayList<>();
      answers.add("CASEID,D105A,D105B,D105C,D105D,D105E,D105F,D105G");
      for (String[] row : rows) {
        if (Integer.parseInt(row[0]) == year) {
          int cluster = 100 * Integer.parseInt(row[1]) + Integer.parseInt(row[2]);
          String caseId = String.format(Locale.ROOT, "      %04d%03d01  1", cluster, women.size());
          women.add(
              String.format(
                  Locale.ROOT,
                  "\"%s\",%d,%s,%.0f,%s,1,30,1,01%02d01",
                  caseId,
                  cluster,
                  row[1],
                  1e6 * Double.parseDouble(row[5]),
                  row[3],
                  province(row)));
          unions.add("\"" + caseId + "\",1");
          answers.add("\"" + caseId + "\"," + row[4] + ",0,0,0,0,0,0");
        }
      }

      int named = before + year;
      Files.write(folder.resolve("REC0111_" + named + ".csv"), women);
      Files.write(folder.resolve("RE516171_" + named + ".csv"), unions);
      Files.write(folder.resolve("REC84DV_" + named + ".csv"), answers);
    }

    return folder;
  }

  /** Strata 4 and 5; of the other strata a cluster of each; the rest. */
  private static int province(String[] row) {
    if (Integer.parseInt(row[1]) > 3) {
      return 2;
    }

    return row[2].equals("1") ? 3 : 1;
  }

  private static List<String[]> rows(InputStream file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
  }
}

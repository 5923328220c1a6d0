package org.quipu.survey;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.quipu.SharedData;

/** The data sets of published worked examples: small ones typed in, larger ones read. */
public final class WorkedExamples {
  private static final Set<String> MISSING = Set.of("", "NA", ".");

  private WorkedExamples() {}

  /** Stata's {@code fpc}, as R's survey package has it. */
  static SurveyTable fpc() {
    return new SurveyTable("fpc", 8)
        .with("stratid", 1, 1, 1, 1, 1, 2, 2, 2)
        .with("psuid", 1, 2, 3, 4, 5, 1, 2, 3)
        .with("weight", 3, 3, 3, 3, 3, 4, 4, 4)
        .with("Nh", 15, 15, 15, 15, 15, 12, 12, 12)
        .with(
            "x",
            2.79999995231628,
            4.09999990463257,
            6.80000019073486,
            6.80000019073486,
            9.19999980926514,
            3.70000004768372,
            6.59999990463257,
            4.19999980926514);
  }

  /** Lehtonen and Pahkinen's Province'91: a stratified sample of 8 municipalities. */
  static SurveyTable province91() {
    return new SurveyTable("province91", 8)
        .with("str", 1, 1, 2, 2, 2, 2, 2, 2)
        .with("clu", 1, 5, 9, 13, 17, 21, 25, 29)
        .with("wt", 4, 4, 4, 4, 4, 4, 4, 4)
        .with("fpc", .25, .25, .25, .25, .25, .25, .25, .25)
        .with("ue91", 4123, 721, 194, 129, 239, 61, 262, 166)
        .with("lab91", 33786, 4930, 2069, 927, 2144, 573, 1737, 1615);
  }

  /** The ten firms of R survey's {@code tests/deff.R}. */
  static SurveyTable firms() {
    return new SurveyTable("firms", 10)
        .with("uriage", 15, 143, 21, 51, 337, 50, 274, 145, 15, 86)
        .with("srs.w", 100, 100, 100, 100, 100, 100, 100, 100, 100, 100)
        .with("pps.w", 20, 200, 11, 25, 550, 30, 250, 100, 10, 55);
  }

  /** Levy and Lemeshow's cardiac arrests: two ambulances in each of three areas. */
  static SurveyTable scd() {
    return new SurveyTable("scd", 6)
        .with("ESA", 1, 1, 2, 2, 3, 3)
        .with("ambulance", 1, 2, 1, 2, 1, 2)
        .with("arrests", 120, 78, 185, 228, 670, 530)
        .with("alive", 25, 24, 30, 49, 80, 70);
  }

  /** A file of {@code shared/worked-examples}; skips the test where it is absent. */
  public static SurveyTable shared(String name) {
    Path file = SharedData.require("worked-examples/" + name + ".csv");
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    CsvParser parser = new CsvParser(settings);
    List<String[]> rows = parser.parseAll(file.toFile());
    String[] header = parser.getContext().headers();
    SurveyTable table = new SurveyTable(name, rows.size());
    for (int i = 0; i < header.length; i++) {
      int column = i;
      table.with(
          header[i],
          rows.stream()
              .map(row -> row[column])
              .map(value -> value == null || MISSING.contains(value) ? null : value)
              .toArray(String[]::new));
    }

    return table;
  }
}

package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsCommandTest {
  @TempDir private Path folder;
  private Path areas;

  /** Two regions; with 9 to spend and a floor of 1 the best is 0101 and 0201, with 12. */
  @BeforeEach
  void write() throws IOException {
    areas =
        file(
            "areas.csv",
            "region;cost;area;value;label",
            "north;4;0101;10;Alto",
            "north;3;0102;8;",
            "north;1.50;0103;1;",
            "south;5;0201;2;Bajo");
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private CsvTable table(String name) {
    return CsvTable.exported(folder.resolve("out"), name);
  }

  @Test
  void choosesTheBestPlan() {
    CommandRun run =
        CommandRun.of(
                "targets",
                "--areas",
                areas,
                "--budget",
                9,
                "--floor",
                1,
                "--out",
                folder.resolve("out"))
            .succeeds();

    assertThat(run.out())
        .isEqualToIgnoringNewLines(
            "2 of 4 areas are chosen: Alto, Bajo."
                + "They hold a value of 12 (57% of all) at a cost of 9; no plan has more."
                + "With 2 less Alto would leave the plan, with 2 more 0102 would enter.");
    CsvTable targets = table("targets");
    assertThat(targets.headings())
        .startsWith(
            "rank",
            "area",
            "label",
            "region",
            "women",
            "prevalence",
            "affected_women",
            "coverage",
            "uncovered_women",
            "probability_in_top",
            "selected",
            "cost",
            "selection_frequency",
            "value");
    assertThat(targets.rows().map(row -> row.text("area") + row.text("selected")))
        .containsExactly("0101true", "0102false", "0201true", "0103false");
    CsvTable.Row third = targets.where("area", "0103");
    assertThat(third.text("cost")).isEqualTo("1.5");
    assertThat(third.text("selection_frequency")).isEmpty();
    assertThat(third.text("selection_band")).isEmpty();
    // In place of 0101 it would leave a value of 3 instead of 12.
    assertThat(third.number("margin")).isEqualTo(9);
    assertThat(targets.where("area", "0201").text("label")).isEqualTo("Bajo");

    CsvTable summary = table("targets_summary");
    assertThat(summary.headings())
        .startsWith("plan", "areas", "value", "cost", "gap", "expected_regret");
    assertThat(summary.rows().map(row -> row.text("plan")))
        .containsExactly("optimum", "greedy", "by_estimate");
    CsvTable.Row best = summary.where("plan", "optimum");
    assertThat(best.number("value")).isEqualTo(12);
    assertThat(best.number("gap")).isZero();
    assertThat(best.text("tie")).isEqualTo("none");
    assertThat(best.text("expected_regret")).isEmpty();
    // Down the list of value per cost: 0102 first, then only 0201 fits: 10 of 12.
    assertThat(summary.where("plan", "greedy").number("gap")).isEqualTo(100.0 * 2 / 12);
  }

  @Test
  void keepsToTheListsAndChecksOne() throws IOException {
    Path uncertain =
        file(
            "uncertain.csv",
            "area,region,value,cost,standard_error",
            "0101,north,10,4,0.1",
            "0102,north,8,4,0.1",
            "0103,north,1,4,0.1",
            "0201,south,2,4,0.1");
    Path include = file("include.csv", "area", "0201");
    Path exclude = file("exclude.csv", "name,area", "Alto,0101");
    Path check = file("check.csv", "area", "0103", "0201");
    CommandRun run =
        CommandRun.of(
                "targets",
                "--areas",
                uncertain,
                "--max-areas",
                2,
                "--include",
                include,
                "--exclude",
                exclude,
                "--check",
                check,
                "--draws",
                40,
                "--out",
                folder.resolve("out"))
            .succeeds();

    assertThat(run.out())
        .isEqualToIgnoringNewLines(
            "The list of 2 areas holds a value of 3, 70.0% less than the best list of its number"
                + " and cost (10)."
                + "About 1 of them do not belong, and 1 that are left out do."
                + "The data contradict listing 0103 and leaving out 0102."
                + "2 of 4 areas are chosen: 0102, 0201.");
    Answers.assertShort(run);
    CsvTable targets = table("targets");
    assertThat(targets.rows().filter(row -> row.text("selected").equals("true")))
        .extracting(row -> row.text("area"))
        .containsExactly("0102", "0201");
    // Values lie ten standard errors and more apart: every draw has the same order.
    assertThat(targets.where("area", "0102").number("selection_frequency")).isEqualTo(1);
    assertThat(targets.where("area", "0101").number("probability_in_top")).isEqualTo(1);
    assertThat(targets.rows().filter(row -> row.text("contradicted").equals("true")))
        .extracting(row -> row.text("area"))
        .containsExactly("0102", "0103");
    CsvTable summary = table("targets_summary");
    assertThat(summary.where("plan", "optimum").number("expected_regret")).isZero();
    assertThat(summary.where("plan", "list").number("value")).isEqualTo(3);
    assertThat(summary.where("plan", "best_list").number("value")).isEqualTo(10);
    assertThat(summary.where("plan", "optimum").number("fast_draws")).isEqualTo(10);
    assertThat(summary.where("plan", "optimum").number("fast_gap_largest")).isZero();
    assertThat(summary.where("plan", "greedy").text("fast_draws")).isEmpty();
    assertThat(targets.where("area", "0102").text("selection_band")).isEqualTo("likely");
    // What must be chosen has no margin.
    assertThat(targets.where("area", "0201").text("margin")).isEmpty();
  }

  @Test
  void aListAloneGivesTheBounds() throws IOException {
    CommandRun run =
        CommandRun.of(
                "targets", "--areas", areas, "--check", file("list.csv", "area", "0102", "0103"))
            .succeeds();

    // The list costs 4.5: 0102 alone would do, 0101 with its value of 10 costs 4.
    assertThat(run.out())
        .contains(
            "The list of 2 areas holds a value of 9, 10.0% less", "1 of 4 areas is chosen: Alto.");
  }

  @Test
  void theNextServiceIsAsFarAsTheCrowFlies() throws IOException {
    Path located =
        file(
            "located.csv",
            "area,value,latitude,longitude",
            "Lima,5,-12.0464,-77.0428",
            "Cusco,4,-13.5319,-71.9675");
    Path sites = file("sites.csv", "nombre;latitud;longitud", "Lima;-12,0464;-77,0428");
    Path out = folder.resolve("out");
    CommandRun.of(
            "targets", "--areas", located, "--services", sites, "--max-areas", 1, "--out", out)
        .succeeds();

    CsvTable targets = table("targets");
    assertThat(targets.where("area", "Lima").number("distance_km")).isZero();
    // The spherical law of cosines in Python: 6371.0088 * acos(sin(a) * sin(c) + cos(a) * cos(c) *
    // cos(d - b)).
    assertThat(targets.where("area", "Cusco").number("distance_km"))
        .isCloseTo(574.5761432416535, within(1e-6));
    assertThat(targets.where("area", "Lima").text("services")).isEmpty();
    CommandRun.of("targets", "--areas", areas, "--services", sites)
        .refusesInput("areas.csv", "no columns latitude and longitude");
    Path sea = file("sea.csv", "area,value,latitude,longitude", "a,1,-12,-87");
    CommandRun.of("targets", "--areas", sea, "--services", sites)
        .refusesInput("sea.csv, row 1", "outside Peru");
  }

  @Test
  void listsMayNameAreasAsPeopleDo() throws IOException {
    Path named =
        file(
            "named.csv",
            "area,value,label",
            "0101,5,\u00c1ncash",
            "0102,4,Lima",
            "0103,3,Lima",
            "0104,1,Ica");
    // An accent in two characters, a zero that a spreadsheet dropped, a byte order mark.
    Path list = file("list.csv", "\ufeffarea;why", "A\u0301ncash;", "104;\"two\nlines\"");
    CommandRun run =
        CommandRun.of("targets", "--areas", named, "--max-areas", 2, "--include", list).succeeds();

    assertThat(run.out()).contains("2 of 4 areas are chosen: \u00c1ncash, Ica.");
    CommandRun.of("targets", "--areas", named, "--check", file("two.csv", "area", "Lima"))
        .refusesInput("two.csv, row 1", "the name of 2 areas", "0102, 0103");
    CommandRun.of("targets", "--areas", named, "--check", file("twice.csv", "area", "0104", "Ica"))
        .refusesInput("twice.csv, row 2", "Ica again");
    CommandRun.of("targets", "--areas", named, "--exclude", file("none.csv", "area"))
        .refusesInput("none.csv", "no row below the headings");
    CommandRun.of("targets", "--areas", named, "--exclude", file("blank.csv", ""))
        .refusesInput("blank.csv");
    CommandRun.of("targets", "--areas", named, "--exclude", file("other.csv", "place", "0101"))
        .refusesInput("other.csv", "no column area");
  }

  @Test
  void noPlanIsAWrongInputThatNamesTheBound() {
    CommandRun.of("targets", "--areas", areas, "--budget", 6, "--floor", 1)
        .refusesInput("a budget of 6", "6.5 at least for the floor of 1 areas of each region");
  }

  @Test
  void refusesWrongFilesAndOptions() throws IOException {
    CommandRun.of("targets", "--areas", areas, "--budget", -1).refusesCommandLine("--budget");
    CommandRun.of("targets", "--areas", areas, "--max-areas", -1).refusesCommandLine("--max-areas");
    CommandRun.of("targets", "--areas", areas, "--floor", -1).refusesCommandLine("--floor");
    CommandRun.of("targets", "--areas", areas, "--draws", 0).refusesCommandLine("--draws");
    CommandRun.of("targets", "--areas", file("a.csv", "area,cost", "1,2"))
        .refusesInput("a.csv", "no column value");
    Path plain = file("b.csv", "area,value", "1,2");
    CommandRun.of("targets", "--areas", plain, "--budget", 1).refusesInput("no column cost");
    CommandRun.of("targets", "--areas", plain, "--floor", 1).refusesInput("no column region");
    CommandRun.of("targets", "--areas", plain, "--include", file("c.csv", "area", "9"))
        .refusesInput("c.csv", "b.csv does not have: 9");
    CommandRun.of("targets", "--areas", file("d.csv", "area,value", "1,2", "1,3"))
        .refusesInput("d.csv, row 2", "1 again");
    CommandRun.of("targets", "--areas", file("e.csv", "area,value", "1,NA"))
        .refusesInput("e.csv, row 1, column value", "no value");
    CommandRun.of("targets", "--areas", file("f.csv", "area,value,cost", "1,2,-3"))
        .refusesInput("f.csv, row 1, column cost", "0 or more");
    CommandRun.of("targets", "--areas", file("i.csv", "area,value", "1,1e308"))
        .refusesInput("i.csv, row 1, column value", "15 digits");
    CommandRun.of("targets", "--areas", file("j.csv", "area,value,standard_error", "1,1,-inf"))
        .refusesInput("j.csv, row 1, column standard_error");
    CommandRun.of("targets", "--areas", file("k.csv", "area,value,cost", "1,2,NaN"))
        .refusesInput("k.csv, row 1, column cost");
    CommandRun.of("targets", "--areas", file("l.csv", "area,value"))
        .refusesInput("l.csv", "no row below the headings");
    CommandRun.of("targets", "--areas", file("m.csv", "area;value", "1;2,5", "2;many"))
        .refusesInput("m.csv, row 2, column value", "found text");
    CommandRun.of("targets", "--areas", plain, "--equity", "pct_poor")
        .refusesCommandLine("--areas");
    CommandRun.of("targets", "--store", "x", "--equity", "height").refusesCommandLine("pct_poor");
    CommandRun.of("targets", "--store", "x", "--maximise", "x").refusesCommandLine("unreached");
    CommandRun.of("targets", "--areas", file("g.csv", "area,value,region", "1,2,"))
        .refusesInput("g.csv, row 1", "without a region");
    CommandRun.of("targets", "--areas", file("h.csv", "area,value", ",2"))
        .refusesInput("h.csv, row 1", "no area");
  }
}

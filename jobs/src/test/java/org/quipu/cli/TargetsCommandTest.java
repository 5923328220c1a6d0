package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
        .contains("2 of 4 areas are chosen, value 12, cost 9: no plan has more.")
        .hasLineCount(1);
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

    assertThat(run.out()).hasLineCount(3).contains("The list of 2 areas has a value of 3");
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
        .refusesInput("f.csv, row 1", "0 or more");
    CommandRun.of("targets", "--areas", file("g.csv", "area,value,region", "1,2,"))
        .refusesInput("g.csv, row 1", "without a region");
    CommandRun.of("targets", "--areas", file("h.csv", "area,value", ",2"))
        .refusesInput("h.csv, row 1", "no area");
  }
}

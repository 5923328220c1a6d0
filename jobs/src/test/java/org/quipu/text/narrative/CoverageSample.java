package org.quipu.text.narrative;

import java.util.List;
import java.util.Optional;
import org.quipu.Provenance;
import org.quipu.YearRange;
import org.quipu.program.Coverage;
import org.quipu.program.Denominators;
import org.quipu.program.GeographyIngest;
import org.quipu.store.CoverageRow;
import org.quipu.store.PopulationRow;
import org.quipu.store.ProgramRow;

/** Coverage of a few records that bear every kind of unit, denominator, partial year and note. */
final class CoverageSample {
  private static final String INFORMED = "people_informed";
  private static final String ACTIONS = "preventive_actions";
  private static final String CASES = "cases_attended";

  private CoverageSample() {}

  static List<CoverageRow> rows() {
    List<PopulationRow> population =
        List.of(
            new PopulationRow(2020, "19", "women", 15, 49, 400),
            new PopulationRow(2021, "19", "women", 15, 49, 600),
            new PopulationRow(2021, "19", "men", 18, 29, 50),
            new PopulationRow(2021, "19", "women", 60, null, 80));
    List<ProgramRow> records =
        List.of(
            row(2020, 1, 12, "190101", "", INFORMED, "", "", 70),
            row(2021, 1, 12, "190101", "", INFORMED, "", "", 30),
            row(2021, 1, 12, "190101", "", INFORMED, "men", "18_29", 10),
            row(2021, 1, 12, "190101", "", INFORMED, "women", "60_more", 20),
            row(2023, 1, 3, "190101", "", INFORMED, "", "", 4),
            row(2023, 7, 7, "190101", "", INFORMED, "", "", 5),
            row(2021, 1, 12, "200101", "Campañas", INFORMED, "women", "", 20),
            row(2021, 1, 12, "200101", "", ACTIONS, "", "", 3),
            row(2023, 1, 7, "200101", "", ACTIONS, "", "", 2),
            row(2021, 1, 12, "200101", "", CASES, "", "", 9),
            row(2021, 1, 12, "200101", "Hombres", "trained", "men", "", 8),
            row(2021, 1, 12, "200101", "Todos", "trained", "", "", 11));
    return Coverage.of(
            records,
            Denominators.of(GeographyIngest.shippedRegions(), population),
            Optional.of(new YearRange(2020, 2023)))
        .rows();
  }

  private static ProgramRow row(
      int year,
      int fromMonth,
      int toMonth,
      String district,
      String intervention,
      String measure,
      String sex,
      String ages,
      double value) {
    return new ProgramRow(
        year,
        fromMonth,
        toMonth,
        district.substring(0, 2),
        district.substring(0, 4),
        district,
        "CEM",
        intervention,
        measure,
        sex,
        ages,
        "people",
        value,
        Provenance.PUBLISHED,
        "");
  }
}

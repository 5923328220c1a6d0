package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.List;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.AssociationVerdict;
import org.quipu.association.CorrectedAnalysis;
import org.quipu.association.EventStudyRun;
import org.quipu.association.EventStudyTerm;
import org.quipu.association.TestFamily;
import org.quipu.change.ChangeVerdict;
import org.quipu.change.IneiComparison;
import org.quipu.math.Adjustment;
import org.quipu.math.SimultaneousIntervals;
import org.quipu.program.ProgramIngest;
import org.quipu.program.ServiceFigure;
import org.quipu.store.AssociationRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.CoverageRow;
import org.quipu.store.DomainComparisons;
import org.quipu.store.DomainFamily;
import org.quipu.store.DomainFamily.Subject;
import org.quipu.store.EventStudyRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.ProgramRow;
import org.quipu.store.PublishedRow;
import org.quipu.store.Table;
import org.quipu.study.ComparedMeasures;
import org.quipu.study.Covariates;
import org.quipu.study.Question;
import org.quipu.study.StoredQuestions;
import org.quipu.survey.quality.Quality;

/**
 * Tables as the jobs write them: 25 regions and the country in two years, the records that ship,
 * and services' records. The levels are ENDES 2021 and 2024, any form, ever; the rest is made up.
 */
public final class SampleEvidence {
  static final YearRange SPAN = new YearRange(2021, 2024);
  private static final double[] EARLY = {
    54.86, 49.59, 50.6, 64.1, 60.7, 56.3, 53.9, 59.9, 62.2, 57.9, 52.7, 49.6, 59.0, 52.8, 46.7,
    56.1, 40.0, 70.6, 58.7, 55.5, 53.9, 62.2, 52.7, 56.9, 54.8, 42.2
  };
  private static final double[] LATE = {
    51.96, 49.5, 53.1, 66.4, 53.2, 49.0, 35.9, 57.6, 59.3, 56.5, 48.5, 50.9, 59.2, 51.6, 49.6, 52.9,
    47.8, 57.5, 54.0, 50.6, 48.6, 59.9, 53.5, 39.6, 56.2, 39.5
  };
  private static final double[] SHARES = {1, 0.93, 0.5, 0.11};

  private SampleEvidence() {}

  /** Tables whose survey rows come from this source. */
  public static Evidence of(Provenance source) {
    List<PrevalenceRow> prevalence = new ArrayList<>();
    List<ChangeRow> changes = new ArrayList<>();
    for (int form = 0; form < SHARES.length; form++) {
      String indicator = FigureBuilder.FORMS.get(form);
      for (int i = 0; i < EARLY.length; i++) {
        String region = "%02d".formatted(i);
        double from = EARLY[i] * SHARES[form];
        double to = LATE[i] * SHARES[form];
        double se = i == 0 ? 0.8 : 2.2 + i % 4 * 0.3;
        prevalence.add(level(SPAN.from(), indicator, region, from, se, source));
        prevalence.add(level(SPAN.to(), indicator, region, to, se, source));
        changes.add(change(indicator, region, from, to, se * Math.sqrt(2), source));
      }
    }

    List<CoverageRow> coverage = coverage(source);
    YearRange window = new YearRange(2021, 2023);
    Question question =
        new StoredQuestions(
                changes, prevalence, ComparedMeasures.of(coverage, window), Covariates.NONE)
            .of(FigureBuilder.ANY)
            .get(0);
    AssociationAnalysis analysis =
        AssociationAnalysis.of(question.spec(), new AssociationAnalysis.Settings(199, 199, 1));
    return Evidence.NONE
        .with(Table.PREVALENCE, prevalence)
        .with(Table.POSITION, compared(prevalence).positions())
        .with(Table.COMPARISON, compared(prevalence).pairs())
        .with(Table.CHANGE, changes)
        .with(Table.COVERAGE, coverage)
        .with(Table.ASSOCIATION, AssociationRow.of(CorrectedAnalysis.of(List.of(analysis)).get(0)))
        .with(Table.ASSOCIATION_POINT, question.points(analysis))
        .with(Table.EVENT_STUDY, events(source))
        .with(Table.PROGRAMS, programs(source))
        .with(Table.PUBLISHED, source == Provenance.SYNTHETIC ? List.of() : published());
  }

  /** The regions among these levels, each compared with each. */
  static DomainComparisons compared(List<PrevalenceRow> levels) {
    return DomainComparisons.of(levels.stream().filter(row -> row.by().equals("region")).toList());
  }

  /** The event study of the strategy that ships: the effect and the years of two runs. */
  private static List<EventStudyRow> events(Provenance source) {
    List<EventStudyRow> rows = new ArrayList<>();
    for (EventStudyRun run : EventStudyRun.values()) {
      rows.add(event(run, EventStudyTerm.EFFECT, null, -0.1, source));
      rows.add(event(run, EventStudyTerm.DIFFERENCE, 2021, -0.2, source));
      rows.add(event(run, EventStudyTerm.DIFFERENCE, 2022, -1.8, source));
      rows.add(event(run, EventStudyTerm.DIFFERENCE, 2023, 1.9, source));
      rows.add(event(run, EventStudyTerm.DIFFERENCE, 2024, -0.1, source));
      rows.add(event(run, EventStudyTerm.PRE_TREND, null, Double.NaN, source));
    }

    return rows;
  }

  private static EventStudyRow event(
      EventStudyRun run, EventStudyTerm term, Integer year, double points, Provenance source) {
    double none = Double.NaN;
    return new EventStudyRow(
        "Prevenir para proteger",
        FigureBuilder.ANY,
        run,
        term,
        year,
        points,
        1.43,
        points - 3,
        points + 3,
        points / 1.43,
        17.7,
        0.948,
        0.947,
        0.978,
        none,
        3.2,
        2024,
        2021,
        2024,
        run == EventStudyRun.ALL ? 25 : 24,
        run == EventStudyRun.ALL ? 15 : 14,
        true,
        TestFamily.EVER,
        source,
        "event.not_significant",
        4,
        Adjustment.BENJAMINI_HOCHBERG,
        AssociationVerdict.NOT_SIGNIFICANT,
        6,
        "15",
        "");
  }

  static PrevalenceRow level(
      int year, String indicator, String region, double percent, double se, Provenance source) {
    boolean national = region.equals(Regions.NATIONAL);
    double cv = 100 * se / percent;
    String verdict = cv >= 15 ? "referential" : "good";

    return new PrevalenceRow(
        year,
        indicator,
        national ? "national" : "region",
        region,
        Regions.name(region),
        percent,
        se,
        percent - 1.96 * se,
        percent + 1.96 * se,
        cv,
        1.7,
        100,
        national ? 21321L : 812L,
        812,
        120,
        8,
        Quality.parse(source == Provenance.SYNTHETIC ? verdict + ";synthetic" : verdict),
        source,
        "");
  }

  private static ChangeRow change(
      String indicator, String region, double from, double to, double se, Provenance source) {
    return change(indicator, region, from, to, se, source, "good");
  }

  /** The same change with other marks. */
  static ChangeRow marked(ChangeRow row, String quality) {
    return change(
        row.indicator(),
        row.domain(),
        row.percentFrom(),
        row.percentTo(),
        row.standardError(),
        row.source(),
        quality);
  }

  private static ChangeRow change(
      String indicator,
      String region,
      double from,
      double to,
      double se,
      Provenance source,
      String quality) {
    boolean national = region.equals(Regions.NATIONAL);
    double change = to - from;
    double z = change / se;
    boolean clear = Math.abs(z) > 3;

    return new ChangeRow(
        indicator,
        national ? "national" : "region",
        region,
        Regions.name(region),
        SPAN.from(),
        SPAN.to(),
        from,
        to,
        change,
        100 * change / from,
        se,
        change - 1.96 * se,
        change + 1.96 * se,
        z,
        200,
        clear ? 0.0004 : Math.abs(z) > 1.96 ? 0.02 : 0.2,
        clear ? 0.01 : 1,
        clear
            ? change < 0 ? ChangeVerdict.DECREASE : ChangeVerdict.INCREASE
            : ChangeVerdict.NO_CLEAR_CHANGE,
        100 * (change - 1.96 * se) / from,
        100 * (change + 1.96 * se) / from,
        0,
        new DomainFamily(
            indicator,
            national ? "national" : "region",
            national ? 1 : 25,
            Adjustment.HOLM,
            Subject.CHANGE),
        Quality.parse(quality),
        source,
        national ? 1 : 25,
        Adjustment.HOLM,
        change,
        IneiComparison.Significance.NONE,
        change - 3 * se,
        change + 3 * se,
        SimultaneousIntervals.Method.BONFERRONI_HOLM,
        Math.abs(z) > 1.96
            ? change < 0 ? ChangeVerdict.DECREASE : ChangeVerdict.INCREASE
            : ChangeVerdict.NO_CLEAR_CHANGE,
        2.8 * se);
  }

  private static List<CoverageRow> coverage(Provenance source) {
    List<CoverageRow> rows = new ArrayList<>();
    for (int i = 0; i < EARLY.length; i++) {
      String region = "%02d".formatted(i);
      rows.add(
          new CoverageRow(
              "people_informed_per_1000_women",
              region,
              Regions.name(region),
              2021,
              2022,
              150_000 + 1000 * i,
              92_803,
              300 + 37 * (i * 7 % 25),
              "per_1000_women_15_49",
              "women_15_49;census:2017",
              "2023:1-7",
              source == Provenance.SYNTHETIC ? source : Provenance.PUBLISHED,
              ""));
    }

    return rows;
  }

  private static List<ProgramRow> programs(Provenance source) {
    List<ProgramRow> rows = new ArrayList<>(ProgramIngest.shipped());
    Provenance kind = source == Provenance.SYNTHETIC ? source : Provenance.PUBLISHED;
    for (String region : Regions.codes()) {
      for (int year = 2019; year <= 2023; year++) {
        int months = year == 2023 ? 7 : 12;
        double people = 1000 * Integer.parseInt(region) + 7 * year;
        rows.add(service(year, months, region, ServiceFigure.PEOPLE_INFORMED.code(), people, kind));
        rows.add(
            service(
                year, months, region, ServiceFigure.PREVENTIVE_ACTIONS.code(), people / 40, kind));
        if (year != 2020) {
          rows.add(
              service(
                  year, months, region, ServiceFigure.CASES_ATTENDED.code(), people / 12, kind));
        }
      }
    }

    return rows;
  }

  private static ProgramRow service(
      int year, int months, String region, String measure, double value, Provenance source) {
    return new ProgramRow(
        year,
        1,
        months,
        region,
        region + "01",
        region + "0101",
        "CENTRO EMERGENCIA MUJER",
        "",
        measure,
        "",
        "",
        "people",
        value,
        source,
        "actions.csv");
  }

  private static List<PublishedRow> published() {
    List<PublishedRow> rows = new ArrayList<>();
    for (int form = 0; form < SHARES.length; form++) {
      for (int year = 2009; year <= 2025; year++) {
        rows.add(
            new PublishedRow(
                year,
                "00",
                FigureBuilder.FORMS.get(form),
                (76.9 - 1.7 * (year - 2009)) * SHARES[form],
                year < 2022 ? Double.NaN : 0.75,
                null,
                Provenance.PUBLISHED,
                "INEI",
                1));
      }
    }

    return rows;
  }

  /** The same cell as a quality scheme leaves it when it may not be shown. */
  public static PrevalenceRow hidden(PrevalenceRow row) {
    return hidden(row, "suppressed");
  }

  static PrevalenceRow hidden(PrevalenceRow row, String quality) {
    return new PrevalenceRow(
        row.year(),
        row.indicator(),
        row.by(),
        row.domain(),
        row.label(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        null,
        Double.NaN,
        null,
        null,
        Quality.parse(quality),
        row.source(),
        "n 12 < 25");
  }

  /** The change of such a cell. */
  static ChangeRow hidden(ChangeRow row) {
    return new ChangeRow(
        row.indicator(),
        row.by(),
        row.domain(),
        row.label(),
        row.fromYear(),
        row.toYear(),
        row.percentFrom(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        ChangeVerdict.NOT_TESTED,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        row.family(),
        Quality.parse("suppressed"),
        row.source(),
        row.tests(),
        row.correction(),
        Double.NaN,
        IneiComparison.Significance.NONE,
        Double.NaN,
        Double.NaN,
        row.simultaneousMethod(),
        ChangeVerdict.NOT_TESTED,
        Double.NaN);
  }
}

package org.quipu.demo;

import java.util.List;
import java.util.function.Predicate;

/**
 * The files of one synthetic year, with the columns that analyses of violence need, under INEI's
 * names and codes. From 2019 the year is the first column; UBIGEO is there from 2018.
 */
final class SurveyFiles {
  private static final List<String> CONTROL = List.of("A", "B", "C", "D", "E", "F");
  private static final List<String> ACTS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I");

  private final int year;
  private final List<Household> households;
  private final List<Woman> women;

  SurveyFiles(int year, List<Household> households) {
    this.year = year;
    this.households = households;
    this.women = households.stream().flatMap(household -> household.women.stream()).toList();
  }

  /** Households: identification, design and weight. */
  ModuleFile<Household> rech0() {
    ModuleFile<Household> file =
        start("RECH0", households)
            .text("HHID", Household::id)
            .number("HV001", h -> h.cluster.number())
            .number("HV002", h -> h.dwelling)
            .number("HV002A", h -> h.number)
            .number("HV005", h -> h.weight)
            .number("HV015", h -> h.result)
            .number("HV021", h -> h.cluster.number())
            .number("HV022", h -> h.cluster.stratum())
            .number("HV023", h -> region(h.cluster))
            .number("HV024", h -> region(h.cluster))
            .number("HV025", h -> residence(h.cluster));
    return year < 2018
        ? file
        : file.text("UBIGEO", h -> h.cluster.place().district())
            .text("NOMCCPP", h -> h.cluster.place().districtName());
  }

  /** Households: place and wealth. */
  ModuleFile<Household> rech23() {
    return start("RECH23", households.stream().filter(h -> h.result == 1).toList())
        .text("HHID", Household::id)
        .number("SHREGION", h -> h.cluster.place().naturalRegion())
        .number("SHPROVIN", h -> province(h.cluster))
        .number("SHDISTRI", h -> district(h.cluster))
        .number("HV270", h -> h.quintile);
  }

  /** Women: identification, design, weight, age, schooling, selection for the violence module. */
  ModuleFile<Woman> rec0111() {
    ModuleFile<Woman> file =
        start("REC0111", women)
            .text("HHID", w -> w.household.id())
            .text("CASEID", Woman::id)
            .number("V001", w -> w.household.cluster.number())
            .number("V002", w -> w.household.dwelling)
            .number("V003", w -> w.line)
            .number("V005", Woman::weight)
            .number("V012", w -> w.age)
            .number("V013", Woman::ageGroup)
            .number("V015", w -> w.result)
            .number("V021", w -> w.household.cluster.number())
            .number("V022", w -> w.household.cluster.stratum())
            .number("V023", w -> region(w.household.cluster))
            .number("V024", w -> region(w.household.cluster))
            .number("V025", w -> residence(w.household.cluster))
            .number("V044", w -> w.selection)
            .number("V106", w -> ifComplete(w, w.educationLevel()))
            .number("V149", w -> ifComplete(w, w.education))
            .number("V190", w -> w.household.quintile);
    return year < 2018 ? file : file.text("UBIGEO", w -> w.household.cluster.place().district());
  }

  /**
   * Women: place, mother tongue, help from institutions. How a woman sees herself (S119D) is drawn
   * but not in the file: its numbers changed between years and are read by their labels alone,
   * which delimited text does not have.
   */
  ModuleFile<Woman> rec91() {
    ModuleFile<Woman> file =
        start("REC91", women(w -> w.result == 1))
            .text("CASEID", Woman::id)
            .number("SREGION", w -> w.household.cluster.place().naturalRegion())
            .number("SPROVIN", w -> province(w.household.cluster))
            .number("SDISTRI", w -> district(w.household.cluster))
            .number("S119", w -> w.language);
    for (int i = 0; i < Help.INSTITUTIONS.size(); i++) {
      int item = i;
      file.number(
          "S1023A" + Help.INSTITUTIONS.get(i),
          w -> w.wentNowhere == Woman.BLANK ? Woman.BLANK : w.institutions[item]);
    }

    return file.number("S1023AZ", w -> w.wentNowhere);
  }

  /** Women: unions. Girls of 12-14 are in it from 2020 only. */
  ModuleFile<Woman> re516171() {
    return start("RE516171", women(w -> w.result == 1 && (w.age >= 15 || year >= 2020)))
        .text("CASEID", Woman::id)
        .number("V501", w -> w.maritalStatus)
        .number("V502", Woman::union)
        .number("V503", w -> w.maritalStatus == 0 ? Woman.BLANK : w.unions)
        .number("V511", w -> w.firstUnionAge);
  }

  /** Women: violence by the partner and by others, help from persons. */
  ModuleFile<Woman> rec84dv() {
    ModuleFile<Woman> file =
        start("REC84DV", women(w -> w.result == 1 && w.age >= 15)).text("CASEID", Woman::id);
    for (int i = 0; i < CONTROL.size(); i++) {
      int item = i;
      file.number("D101" + CONTROL.get(i), w -> w.control[item]);
    }

    file.number("D103A", w -> w.threats[0])
        .number("D103B", w -> w.threats[1])
        .empty("D103C")
        .number("D103D", w -> w.threats[2]);
    for (int i = 0; i < ACTS.size(); i++) {
      int item = i;
      file.number("D105" + ACTS.get(i), w -> w.acts[item]);
    }

    file.empty("D105J")
        .empty("D105K")
        .number("D106", w -> anyOf(w, 0, 4))
        .number("D107", w -> anyOf(w, 4, 7))
        .number("D108", w -> anyOf(w, 7, 9))
        .number("D113", w -> w.partnerDrinks)
        .number("D114", w -> w.partnerDrunk)
        .number("D115Y", w -> w.nobodyElse);
    for (int i = 0; i < Help.PERSONS.size(); i++) {
      int item = i;
      file.number(
          "D119" + Help.PERSONS.get(i),
          w -> w.soughtNobody == Woman.BLANK ? Woman.BLANK : w.helpers[item]);
    }

    file.number("D119Y", w -> w.soughtNobody)
        .number("D120", w -> w.whyNoHelp)
        .number("D121", w -> w.fatherBeatMother);
    for (int i = 0; i < CONTROL.size(); i++) {
      int item = i;
      file.number("QI1003" + CONTROL.get(i) + "N", w -> w.recentControl[item]);
    }

    return file;
  }

  private <T> ModuleFile<T> start(String name, List<T> rows) {
    ModuleFile<T> file = new ModuleFile<>(name, rows);
    return year < 2019 ? file : file.number("ID1", row -> year);
  }

  private List<Woman> women(Predicate<Woman> condition) {
    return women.stream().filter(condition).toList();
  }

  /** Whether any of these acts happened: 0 or 1, blank where she was not asked. */
  private static long anyOf(Woman woman, int from, int to) {
    if (woman.acts[0] == Woman.BLANK) {
      return Woman.BLANK;
    }

    for (int i = from; i < to; i++) {
      if (woman.acts[i] >= 1 && woman.acts[i] <= 3) {
        return 1;
      }
    }

    return 0;
  }

  private static long ifComplete(Woman woman, int value) {
    return woman.result == 1 ? value : Woman.BLANK;
  }

  private static long region(Cluster cluster) {
    return Long.parseLong(cluster.area().region());
  }

  private static long residence(Cluster cluster) {
    return cluster.urban() ? 1 : 2;
  }

  private static long province(Cluster cluster) {
    return Long.parseLong(cluster.place().district().substring(2, 4));
  }

  private static long district(Cluster cluster) {
    return Long.parseLong(cluster.place().district().substring(4, 6));
  }
}

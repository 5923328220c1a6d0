package org.quipu.endes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.UserException;
import org.quipu.endes.Dictionary.Entry;
import org.quipu.endes.EndesFiles.ModuleFile;

/** Decides from the headers of a year's files which variable serves each harmonised column. */
final class Planner {
  private final int year;
  private final List<ModuleFile> files;
  private final List<String> notes = new ArrayList<>();
  private final Map<ModuleFile, List<Entry>> chosen = new LinkedHashMap<>();

  Planner(int year, List<ModuleFile> files) {
    this.year = year;
    this.files = files;
  }

  YearPlan plan(boolean synthetic) {
    ModuleFile base =
        file(EndesModule.WOMEN)
            .or(() -> file(EndesModule.VIOLENCE))
            .orElseThrow(() -> lacks("neither REC0111 nor REC84DV", "women"));
    boolean members = !base.module().name().equals(EndesModule.WOMEN);
    Dictionary.columns().stream()
        .filter(column -> members || !column.equals(EligibleWomen.SEX))
        .forEach(this::choose);
    if (file(EndesModule.VIOLENCE).isEmpty()) {
      notes.add("no REC84DV (module 73, from 2020 on 1637): no indicator of violence");
    }

    for (String needed : List.of("weight", "stratum")) {
      if (chosen(needed).isEmpty()) {
        throw lacks("no " + needed + " (it is in REC0111, or RECH0)", "the sample design");
      }
    }

    WeightKind weight = WeightKind.in(chosen("weight").orElseThrow().module());
    noteWeight(weight);
    return new YearPlan(
        year,
        EndesModule.index(base.module().name()),
        weight,
        synthetic,
        chosen.entrySet().stream().map(entry -> plan(entry.getKey(), entry.getValue())).toList());
  }

  /** What a reader of the year's table should know. */
  List<String> notes() {
    return notes;
  }

  private void noteWeight(WeightKind kind) {
    String expected = SurveyYear.of(year).weight();
    Entry weight = chosen("weight").orElseThrow();
    if (kind == WeightKind.HOUSEHOLD) {
      notes.add(
          "the household's weight "
              + weight.variable()
              + " stands in for the woman's "
              + expected
              + ", and the household's stratum, cluster and region for hers: estimates differ from"
              + " INEI's");
    } else if (!weight.variable().equals(expected)) {
      notes.add(
          "INEI weighs violence in "
              + year
              + " by "
              + expected
              + ", which the files lack; "
              + weight.variable()
              + " is used: estimates differ from INEI's");
    }
  }

  private void choose(String column) {
    for (Entry place : Dictionary.places(column, year)) {
      Optional<ModuleFile> file = file(place.module()).filter(found -> found.has(place.variable()));
      if (file.isEmpty()) {
        continue;
      }

      if (place.recode().needsLabels() && file.get().labels().get(place.variable()).isEmpty()) {
        notes.add(
            column
                + ": "
                + place.module()
                + "."
                + place.variable()
                + " has no value labels, which are needed to interpret its codes; left out");
        continue;
      }

      chosen.computeIfAbsent(file.get(), any -> new ArrayList<>()).add(place);
      return;
    }
  }

  private Optional<Entry> chosen(String column) {
    return chosen.values().stream()
        .flatMap(List::stream)
        .filter(entry -> entry.column().equals(column))
        .findFirst();
  }

  private Optional<ModuleFile> file(String module) {
    return files.stream().filter(file -> file.module().name().equals(module)).findFirst();
  }

  private ModulePlan plan(ModuleFile file, List<Entry> entries) {
    return new ModulePlan(
        year,
        EndesModule.index(file.module().name()),
        file.source(),
        entries.stream().map(Entry::variable).toList(),
        entries.stream().map(entry -> Dictionary.index(entry.column())).toList(),
        entries.stream()
            .map(entry -> entry.recode().forFile(file.labels().get(entry.variable())))
            .toList());
  }

  private UserException lacks(String found, String what) {
    return UserException.input(
        "ENDES " + year,
        found + " among " + files.stream().map(file -> file.source().name()).toList(),
        "the files of one year that give " + what,
        "Add the missing module, or check that all files are of " + year + ".");
  }
}

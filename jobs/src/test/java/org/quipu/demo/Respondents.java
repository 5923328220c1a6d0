package org.quipu.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * An estimator of the tests' own: weighted prevalence and its linearised standard error over all
 * women with a weight, clusters without a member of the domain counted as zeros.
 */
final class Respondents {
  record Respondent(
      long cluster,
      long stratum,
      long region,
      double weight,
      boolean universe,
      Map<String, Boolean> forms) {}

  record Estimate(double percent, double standardError, double deff) {}

  private final List<Respondent> all = new ArrayList<>();

  Respondents(SurveyTable women, SurveyTable unions, SurveyTable answers) {
    Map<String, Integer> union = unions.by("CASEID");
    Map<String, Integer> answer = answers.by("CASEID");
    for (int i = 0; i < women.size(); i++) {
      String id = women.text(i, "CASEID");
      long ever = union.containsKey(id) ? unions.number(union.get(id), "V502") : -1;
      boolean universe =
          women.number(i, "V044") == 1 && ever >= 1 && ever <= 2 && women.number(i, "V012") >= 15;
      if (women.number(i, "V005") > 0) {
        all.add(
            new Respondent(
                women.number(i, "V001"),
                women.number(i, "V022"),
                women.number(i, "V024"),
                women.number(i, "V005") / 1e6,
                universe,
                universe ? forms(answers, answer.get(id)) : Map.of()));
      }
    }
  }

  private static Map<String, Boolean> forms(SurveyTable answers, int row) {
    Map<String, Boolean> forms = new HashMap<>();
    forms.put(
        "psychological/ever",
        hit(answers, row, "D101", "ABCDEF", "", 1) || hit(answers, row, "D103", "ABD", "", 3));
    forms.put(
        "psychological/12m",
        hit(answers, row, "QI1003", "ABCDEF", "N", 2) || hit(answers, row, "D103", "ABD", "", 2));
    forms.put("physical/ever", hit(answers, row, "D105", "ABCDEFG", "", 3));
    forms.put("physical/12m", hit(answers, row, "D105", "ABCDEFG", "", 2));
    forms.put("sexual/ever", hit(answers, row, "D105", "HI", "", 3));
    forms.put("sexual/12m", hit(answers, row, "D105", "HI", "", 2));
    for (String window : List.of("/ever", "/12m")) {
      boolean hurt = forms.get("physical" + window) || forms.get("sexual" + window);
      forms.put("physical_or_sexual" + window, hurt);
      forms.put("any" + window, hurt || forms.get("psychological" + window));
    }

    return forms;
  }

  /** Whether any of the items holds a code from 1 to the last. */
  private static boolean hit(
      SurveyTable answers, int row, String stem, String items, String end, int last) {
    return items
        .chars()
        .mapToLong(item -> answers.number(row, stem + (char) item + end))
        .anyMatch(code -> code >= 1 && code <= last);
  }

  List<Respondent> all() {
    return all;
  }

  long universe() {
    return all.stream().filter(Respondent::universe).count();
  }

  Estimate national(String form) {
    return estimate(form, all);
  }

  /** A region by itself: strata lie inside regions, the others add nothing. */
  Estimate region(long region, String form) {
    return estimate(form, all.stream().filter(woman -> woman.region == region).toList());
  }

  private static Estimate estimate(String form, List<Respondent> women) {
    Predicate<Respondent> hit = woman -> woman.universe && woman.forms.get(form);
    double weight =
        women.stream().filter(Respondent::universe).mapToDouble(Respondent::weight).sum();
    double hits = women.stream().filter(hit).mapToDouble(Respondent::weight).sum();
    double p = hits / weight;

    Map<Long, Map<Long, Double>> scores = new TreeMap<>();
    for (Respondent woman : women) {
      double score = woman.universe ? woman.weight * ((hit.test(woman) ? 1 : 0) - p) / weight : 0;
      scores
          .computeIfAbsent(woman.stratum, stratum -> new TreeMap<>())
          .merge(woman.cluster, score, Double::sum);
    }

    double variance = 0;
    for (Map<Long, Double> clusters : scores.values()) {
      double n = clusters.size();
      double mean = clusters.values().stream().mapToDouble(Double::doubleValue).sum() / n;
      double squares =
          clusters.values().stream().mapToDouble(score -> (score - mean) * (score - mean)).sum();
      variance += n / (n - 1) * squares;
    }

    double answers = women.stream().filter(Respondent::universe).count();
    return new Estimate(
        100 * p, 100 * Math.sqrt(variance), variance / (p * (1 - p) / (answers - 1)));
  }

  /** The number of clusters of each stratum. */
  Map<Long, Integer> clustersByStratum() {
    Map<Long, TreeSet<Long>> clusters = new TreeMap<>();
    all.forEach(
        woman ->
            clusters.computeIfAbsent(woman.stratum, stratum -> new TreeSet<>()).add(woman.cluster));
    Map<Long, Integer> counts = new TreeMap<>();
    clusters.forEach((stratum, own) -> counts.put(stratum, own.size()));
    return counts;
  }

  double medianRegionalDeff(String form) {
    double[] deffs =
        IntStream.rangeClosed(1, 25).mapToDouble(r -> region(r, form).deff()).sorted().toArray();
    return deffs[12];
  }
}

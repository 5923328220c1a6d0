package org.quipu.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.endes.ContrastedLevels;
import org.quipu.endes.LevelName;
import org.quipu.endes.SampleOverlap;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenPrevalence;
import org.quipu.endes.WomenTable;
import org.quipu.job.KnownEstimates.Origin;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Store;
import org.quipu.survey.contrast.Expression;
import org.quipu.survey.contrast.NamedEstimates;

/**
 * Contrasts of levels of prevalence, in percent, of the domains, indicators and years that their
 * expressions name. What the store lacks of these levels is made and kept; contrasts are not.
 */
public final class LevelContrastJob {
  private final Store store;
  private final Progress progress;

  public LevelContrastJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /**
   * Evaluates expressions.
   *
   * @param expressions each of another name
   * @throws UserException where a level is not there, is hidden, or has no microdata
   */
  public ContrastJob.Result run(List<Expression> expressions, SampleOverlap overlap) {
    Map<String, LevelName> names = new LinkedHashMap<>();
    for (Expression expression : expressions) {
      expression.names().forEach(name -> names.computeIfAbsent(name, LevelName::of));
    }

    return store.alone(progress, () -> run(names, expressions, overlap));
  }

  private ContrastJob.Result run(
      Map<String, LevelName> names, List<Expression> expressions, SampleOverlap overlap) {
    WomenEstimates women = new WomenEstimates(store);
    requireMicrodata(women, all(names, LevelName::year));
    WomenPrevalence.Method method = PrevalenceJob.method(store);
    List<PrevalenceRow> made =
        new PrevalenceJob(store, progress)
            .run(
                new PrevalenceJob.Request(
                    all(names, LevelName::year),
                    List.copyOf(all(names, LevelName::table)),
                    List.copyOf(all(names, LevelName::indicator)),
                    method))
            .rows();
    Map<String, PrevalenceRow> levels = new LinkedHashMap<>();
    names.forEach((name, level) -> levels.put(name, shown(level, made)));
    ContrastedLevels contrasted =
        ContrastedLevels.of(
            women.weighted(method),
            List.copyOf(levels.values()),
            method.lonely(),
            overlap,
            progress);
    return ContrastJob.of(known(levels, contrasted), expressions);
  }

  private static <T extends Comparable<T>> Set<T> all(
      Map<String, LevelName> names, Function<LevelName, T> part) {
    return new TreeSet<>(names.values().stream().map(part).toList());
  }

  private void requireMicrodata(WomenEstimates women, Set<Integer> years) {
    for (int year : years) {
      if (!women.years().contains(year)) {
        throw UserException.input(
            store.path(WomenTable.NAME),
            "no microdata of " + year + ", and published figures have no covariances",
            "a year of " + new TreeSet<>(women.years()),
            "Load it with: quipu ingest --endes DIR --store " + store.location());
      }
    }
  }

  /** A level that readers may see, and whose precision is known. */
  private static PrevalenceRow shown(LevelName name, List<PrevalenceRow> made) {
    PrevalenceRow level = name.in(made);
    if (level.quality().isHidden()) {
      throw UserException.input(
          "'" + name.text() + "'",
          "an estimate that is not shown (" + level.quality() + ")",
          "one that is",
          "Choose a larger domain, or an average of years.");
    }

    if (Double.isNaN(level.standardError())) {
      throw UserException.input(
          "'" + name.text() + "'",
          "an estimate whose sample does not tell its precision",
          "members of the domain in several clusters of a stratum",
          "Choose a larger domain.");
    }

    return level;
  }

  private static KnownEstimates known(
      Map<String, PrevalenceRow> levels, ContrastedLevels contrasted) {
    List<PrevalenceRow> rows = new ArrayList<>(levels.values());
    return new KnownEstimates(
        new NamedEstimates(
            List.copyOf(levels.keySet()),
            rows.stream().mapToDouble(PrevalenceRow::percent).toArray(),
            contrasted.covariances(),
            rows.stream().mapToDouble(PrevalenceRow::df).toArray()),
        some -> origin(some.stream().map(levels::get).toList(), contrasted));
  }

  private static Origin origin(Collection<PrevalenceRow> levels, ContrastedLevels contrasted) {
    return new Origin(
        contrasted.quality(levels),
        Origin.merged(levels.stream().map(PrevalenceRow::source).toList()));
  }
}

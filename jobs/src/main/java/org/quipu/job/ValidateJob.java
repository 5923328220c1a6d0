package org.quipu.job;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.endes.WomenEstimates;
import org.quipu.published.PublishedFigures;
import org.quipu.published.Validation;
import org.quipu.store.Manifest;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;

/** Makes the validation table of a store: published figures beside computed ones. */
public final class ValidateJob {
  private final Store store;
  private final Progress progress;

  public ValidateJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /** Compares all that is published with what the microdata give. */
  public Validation run() {
    return store.alone(progress, this::compare);
  }

  private Validation compare() {
    PublishedFigures figures =
        new PublishedFigures(store.readIfPresent(Table.PUBLISHED), List.of())
            .and(PublishedFigures.shipped());
    figures.conflicts().forEach(progress::warn);
    Validation validation = Validation.of(figures.rows(), computed());
    Manifest plan =
        Manifest.plan(
            Table.VALIDATION.name(),
            Map.of(),
            List.of(Table.PREVALENCE, Table.PUBLISHED).stream()
                .flatMap(table -> store.manifest(table.name()).stream())
                .map(Manifest::asInput)
                .toList());
    store.update(
        progress,
        update ->
            update.write(
                Table.VALIDATION,
                validation.rows(),
                plan.withNotes(List.of(validation.summary()))));
    return validation;
  }

  private List<PrevalenceRow> computed() {
    Set<Integer> surveyed = new WomenEstimates(store).years();
    if (surveyed.isEmpty()) {
      progress.warn(Notice.of("validate.no.microdata"));
      return List.of();
    }

    PrevalenceJob.Request all = PrevalenceJob.Request.DEFAULT;
    return new PrevalenceJob(store, progress)
        .run(
            new PrevalenceJob.Request(
                surveyed, all.tables(), all.indicators(), PrevalenceJob.method(store)))
        .rows();
  }
}

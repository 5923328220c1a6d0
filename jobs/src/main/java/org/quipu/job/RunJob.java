package org.quipu.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.bulletin.Boundaries;
import org.quipu.endes.Dimensions;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.text.Language;
import org.quipu.text.narrative.TableWords;

/**
 * All jobs in their order, from files to figures and pages; what is up to date is not made again.
 */
public final class RunJob {
  /** What goes in, which change is looked at, and where all goes. */
  public record Plan(IngestJob.Sources sources, int from, int to, String store, Path out) {}

  /**
   * What was made.
   *
   * @param figures names of the figures
   */
  public record Result(
      ChangeJob.Result change,
      AssociationJob.Result association,
      List<String> figures,
      BulletinsJob.Result bulletins) {}

  private static final Language LANGUAGE = Language.SPANISH;
  private static final TableWords WORDS = TableWords.in(LANGUAGE);

  private final Plan plan;
  private final Progress progress;

  public RunJob(Plan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /** Runs all jobs and exports every table as CSV. */
  public Result run() {
    Store store = Store.open(plan.store);
    new IngestJob(store, progress).run(plan.sources);
    prevalence(store);
    ChangeJob.Result change = change(store);
    WORDS.export(
        Table.COVERAGE, new CoverageJob(store, progress).run(Optional.of(window())), plan.out);
    AssociationJob.Result association = association(store);
    progress.progress("drawing figures and writing bulletins …");
    List<String> figures =
        new ChartsJob(store)
            .run(new ChartsJob.Request(LANGUAGE, List.of(), boundaries()), plan.out);
    BulletinsJob.Result bulletins =
        new BulletinsJob(store)
            .run(
                new BulletinsJob.Request(
                    LANGUAGE, Regions.codes(), Optional.of(new YearRange(plan.from, plan.to))),
                plan.out);
    return new Result(change, association, figures, bulletins);
  }

  /**
   * Coverage counts in the years in which it could have acted: before the last year of the change.
   */
  private YearRange window() {
    return new YearRange(plan.from, plan.to - 1);
  }

  /** Maps are drawn where the geography's folder holds outlines of the departments. */
  private Optional<Boundaries> boundaries() {
    return plan.sources.geography() == null
        ? Optional.empty()
        : Boundaries.in(plan.sources.geography());
  }

  private void prevalence(Store store) {
    PrevalenceJob.Request request =
        new PrevalenceJob.Request(
            List.of(),
            List.of(Dimensions.NATIONAL, "region", "residence"),
            PrevalenceJob.Request.DEFAULT.indicators());
    WORDS.export(
        Table.PREVALENCE,
        new PrevalenceJob(store, progress, PrevalenceJob.Method.DEFAULT).rows(request),
        plan.out);
  }

  private ChangeJob.Result change(Store store) {
    ChangeJob.Result change =
        new ChangeJob(store, progress).run(ChangeJob.Request.of(plan.from, plan.to));
    change.export(plan.out, LANGUAGE);
    return change;
  }

  private AssociationJob.Result association(Store store) {
    AssociationJob.Result association =
        new AssociationJob(store, progress, AssociationAnalysis.Settings.withDefaults(), LANGUAGE)
            .run(AssociationJob.Request.of(plan.from, plan.to, window()));
    association.export(plan.out, LANGUAGE);
    return association;
  }
}

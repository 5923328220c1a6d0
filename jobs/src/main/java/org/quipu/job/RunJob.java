package org.quipu.job;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.bulletin.Boundaries;
import org.quipu.bulletin.ChartSet;
import org.quipu.bulletin.FigureFormat;
import org.quipu.bulletin.PageFormat;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.endes.WomenEstimates;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.target.Bounds;
import org.quipu.text.Language;
import org.quipu.text.narrative.TableWords;

/**
 * All jobs in their order, from files to figures and pages; what is up to date is not made again.
 */
public final class RunJob {
  /**
   * What goes in, which change is studied, and where everything goes.
   *
   * @param language of figures, pages, the workbook and the words in CSV files
   */
  public record Request(
      IngestJob.Request sources, YearRange years, Store store, Path out, Language language) {}

  /**
   * What was made.
   *
   * @param targets empty where small areas cannot be estimated, for want of microdata or of a
   *     census of the provinces
   */
  public record Result(
      ChangeJob.Result change,
      AssociationJob.Result association,
      Optional<TargetsJob.Result> targets,
      WorkbookJob.Result workbook,
      ChartsJob.Result charts,
      BulletinsJob.Result bulletins) {}

  /** As many provinces as the default of small areas counts among the highest. */
  private static final Bounds TARGETS = Bounds.NONE.withMaxAreas(SmallAreaSpec.bayes().top());

  /** The indicators that pages show by group, of the country and of each region. */
  private static final List<String> BROKEN_DOWN =
      Arrays.stream(Indicator.Period.values())
          .map(period -> Indicator.summary(Indicator.Form.ANY, period))
          .toList();

  private final Progress progress;

  public RunJob(Progress progress) {
    this.progress = progress;
  }

  /** Runs all jobs and exports every table as CSV. */
  public Result run(Request request) {
    Store store = request.store;
    YearRange years = request.years;
    Path out = request.out;
    TableWords words = TableWords.in(request.language);
    new IngestJob(store, progress).run(request.sources);
    prevalence(store, words, out);
    ChangeJob.Result change = new ChangeJob(store, progress).run(ChangeJob.Request.of(years));
    change.export(out, request.language);
    // Coverage counts in the years in which it could have acted: before the last of the change.
    YearRange window = new YearRange(years.from(), years.to() - 1);
    CoverageJob.Result coverage =
        new CoverageJob(store, progress).run(new CoverageJob.Request(Optional.of(window)));
    coverage.export(out, words);
    AssociationJob.Result association =
        new AssociationJob(store, progress).run(AssociationJob.Request.of(years, window));
    association.export(out, words);
    Optional<TargetsJob.Result> targets = targets(store, words, out);
    WorkbookJob.Result workbook =
        new WorkbookJob(store).run(new WorkbookJob.Request(request.language, out));
    progress.progress(Notice.of("run.drawing"));
    ChartsJob.Result charts =
        new ChartsJob(store, progress)
            .run(
                new ChartsJob.Request(
                    ChartSet.Choice.USUAL,
                    boundaries(request.sources),
                    request.language,
                    FigureFormat.USUAL,
                    out));
    BulletinsJob.Result bulletins =
        new BulletinsJob(store, progress)
            .run(
                new BulletinsJob.Request(
                    Regions.codes(),
                    Optional.of(years),
                    request.language,
                    EnumSet.allOf(PageFormat.class),
                    out));
    return new Result(change, association, targets, workbook, charts, bulletins);
  }

  /** Small areas and the provinces to choose, where there are microdata and a census. */
  private Optional<TargetsJob.Result> targets(Store store, TableWords words, Path out) {
    if (new WomenEstimates(store).years().isEmpty()
        || store.readIfPresent(Table.PROVINCES).isEmpty()) {
      return Optional.empty();
    }

    new SmallAreasJob(store, progress).run(SmallAreasJob.Request.of(SmallAreaSpec.bayes()));
    SmallAreaTables.of(store).export(out, words);
    TargetsJob.Result targets =
        TargetsJob.ofStore(
            store, progress, TargetsJob.Areas.DEFAULT, TargetsJob.Request.of(TARGETS));
    targets.export(out, words);
    return Optional.of(targets);
  }

  /** The outlines that ship, or those in the geography's folder. */
  private static Boundaries boundaries(IngestJob.Request sources) {
    return sources.geography() == null
        ? Boundaries.shipped()
        : Boundaries.shipped().withThoseIn(sources.geography());
  }

  private void prevalence(Store store, TableWords words, Path out) {
    PrevalenceJob.Request request =
        new PrevalenceJob.Request(
            List.of(),
            List.of(Dimensions.NATIONAL, Dimensions.REGION, Dimensions.RESIDENCE),
            PrevalenceJob.Request.DEFAULT.indicators(),
            PrevalenceJob.Request.DEFAULT.method(),
            Dimensions.breakdowns(),
            BROKEN_DOWN);
    new PrevalenceJob(store, progress).run(request).export(words, out);
  }
}

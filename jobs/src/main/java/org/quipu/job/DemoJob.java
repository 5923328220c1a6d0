package org.quipu.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.YearRange;
import org.quipu.demo.SyntheticEndes;
import org.quipu.demo.SyntheticGeography;
import org.quipu.demo.SyntheticPrograms;
import org.quipu.endes.IncompleteModules;
import org.quipu.store.Store;
import org.quipu.text.Language;

/** Makes synthetic files and takes them through all jobs, as {@link RunJob} does real ones. */
public final class DemoJob {
  private static final YearRange YEARS = new YearRange(2017, 2022);

  /**
   * Where to write.
   *
   * @param out the files go to {@code OUT/input}, the store is {@code OUT/store}
   * @param language of figures, pages, the workbook and the words in CSV files
   */
  public record Request(Path out, Language language) {}

  /** What was run on the synthetic files, and what came of it. */
  public record Result(RunJob.Request request, RunJob.Result result) {}

  private final Progress progress;

  public DemoJob(Progress progress) {
    this.progress = progress;
  }

  public Result run(Request demo) throws IOException {
    progress.progress(Notice.of("demo.making"));
    Path endes = demo.out.resolve("input/endes");
    Path programs = demo.out.resolve("input/programs");
    SyntheticEndes.write(endes);
    Path geography = demo.out.resolve("input/geography");
    SyntheticPrograms.write(programs);
    SyntheticGeography.write(geography);
    RunJob.Request request =
        new RunJob.Request(
            new IngestJob.Request(
                endes.toString(),
                null,
                IncompleteModules.REFUSED,
                List.of(programs),
                geography,
                null),
            YEARS,
            Store.open(demo.out.resolve("store").toString()),
            demo.out,
            demo.language);
    return new Result(request, new RunJob(progress).run(request));
  }
}

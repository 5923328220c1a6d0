package org.quipu.job;

import java.nio.file.Path;
import org.quipu.store.Store;
import org.quipu.text.Language;
import org.quipu.workbook.ResultsWorkbook;

/** Writes all results of a store into one workbook. */
public final class WorkbookJob {
  /**
   * What is wanted.
   *
   * @param out the workbook goes into this folder
   */
  public record Request(Language language, Path out) {}

  /**
   * What was written.
   *
   * @param sheets with a table
   */
  public record Result(Path file, int sheets) {}

  private final Store store;

  public WorkbookJob(Store store) {
    this.store = store;
  }

  /** Writes the workbook; a store without results is the user's error. */
  public Result run(Request request) {
    ResultsWorkbook workbook = ResultsWorkbook.of(store, request.language);

    return new Result(workbook.write(request.out), workbook.sheets());
  }
}

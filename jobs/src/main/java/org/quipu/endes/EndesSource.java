package org.quipu.endes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.endes.EndesIngest.YearResult;
import org.quipu.file.Source;
import org.quipu.spark.Sessions;
import org.quipu.store.IngestSource;
import org.quipu.store.Manifest;
import org.quipu.store.Store;
import org.quipu.store.StoreUpdate;

/** The microdata of ENDES: the table {@code women}, one part a year. */
public final class EndesSource implements IngestSource {
  /** The files of {@code data} that decide what the women's columns hold. */
  private static final List<String> DEFINITIONS =
      List.of("endes/dictionary.csv", "endes/modules.csv", "endes/years.csv", "indicators.yaml");

  private final EndesIngest endes;
  private final IncompleteModules incomplete;
  private final Map<Integer, Manifest> plans = new TreeMap<>();

  private EndesSource(EndesIngest endes, IncompleteModules incomplete) {
    this.endes = endes;
    this.incomplete = incomplete;
  }

  /**
   * The files in a folder.
   *
   * @param defaultYear the year of files that do not give one; null if there is no default
   */
  public static EndesSource find(String folder, Integer defaultYear, IncompleteModules incomplete) {
    return new EndesSource(
        new EndesIngest(EndesFiles.find(folder, defaultYear), incomplete), incomplete);
  }

  @Override
  public boolean isNew(Store store, Progress progress) {
    for (int year : endes.years()) {
      Manifest plan = plan(year);
      if (store.upToDate(plan)) {
        progress.upToDate("women " + year);
        endes.skip(year);
      } else {
        plans.put(year, plan);
      }
    }

    return !plans.isEmpty();
  }

  private Manifest plan(int year) {
    List<Manifest.Input> inputs = new ArrayList<>();
    endes.locations(year).forEach(location -> inputs.add(Manifest.Input.of(Source.of(location))));
    DEFINITIONS.forEach(name -> inputs.add(Manifest.Input.shipped(name)));
    return Manifest.plan(
        WomenTable.part(year),
        Map.of("year", String.valueOf(year), "incomplete", incomplete.code()),
        inputs);
  }

  @Override
  public void write(StoreUpdate update, Progress progress) throws IOException {
    String years = plans.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
    progress.progress(Notice.of("endes.reading", years));
    String scratch = update.scratch();
    for (YearResult result : endes.write(Sessions.spark("ENDES: files to women"), scratch)) {
      int year = result.year();
      update.adopt(
          WomenTable.part(year),
          plans.get(year).withNotes(result.messages()).withFacts(result.facts()),
          scratch + "/year=" + year,
          result.women());
      progress.progress(Notice.of("endes.women", year, result.women()));
      result.warnings().forEach(note -> progress.warn(year + ": " + note));
    }
  }
}

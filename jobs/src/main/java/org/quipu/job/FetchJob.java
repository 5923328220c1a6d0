package org.quipu.job;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.download.Checksums;
import org.quipu.download.Download;
import org.quipu.download.Patience;
import org.quipu.endes.Portal;
import org.quipu.endes.SurveyYear;

/** Fetches the zips of ENDES that Quipu reads; what is in the folder already is left. */
public final class FetchJob {
  /**
   * What is wanted.
   *
   * @param portal the address of INEI's portal, or of another place with its layout
   * @param patience with the portal, for each file
   */
  public record Request(List<Integer> years, Path folder, URI portal, Patience patience) {}

  /**
   * What was fetched.
   *
   * @param files the new files, without those that were there
   */
  public record Result(List<Path> files) {}

  private final Progress progress;

  public FetchJob(Progress progress) {
    this.progress = progress;
  }

  public Result run(Request request) throws IOException, InterruptedException {
    Portal portal = new Portal(request.portal);
    Checksums checksums = Checksums.in(request.folder);
    List<Path> files = new ArrayList<>();
    for (int year : request.years) {
      for (URI zip : portal.zips(SurveyYear.of(year))) {
        Path place = Portal.place(zip, request.folder);
        if (Files.exists(place)) {
          there(place, checksums);
        } else {
          progress.progress(Notice.of("fetch.fetching", zip));
          files.add(Download.zip(zip, place, request.patience, progress));
          checksums.add(place);
        }
      }
    }

    return new Result(files);
  }

  private void there(Path place, Checksums checksums) throws IOException {
    progress.progress(Notice.of("fetch.there", place));
    if (checksums.hold(place).equals(Optional.of(false))) {
      progress.warn(Notice.of("fetch.changed", place));
    }
  }
}

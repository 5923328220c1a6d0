package org.quipu.job;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quipu.Progress;
import org.quipu.endes.Portal;
import org.quipu.endes.SurveyYear;

/** Fetches the zips of ENDES that Quipu reads; what is in the folder already is left. */
public final class FetchJob {
  /**
   * What is wanted.
   *
   * @param portal the address of INEI's portal, or of another place with its layout
   */
  public record Request(List<Integer> years, Path folder, URI portal) {}

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
    List<Path> files = new ArrayList<>();
    for (int year : request.years) {
      for (URI zip : portal.zips(SurveyYear.of(year))) {
        Path place = Portal.place(zip, request.folder);
        if (Files.exists(place)) {
          progress.progress(place + ": there already");
        } else {
          progress.progress("fetching " + zip + " …");
          files.add(portal.fetch(zip, request.folder));
        }
      }
    }

    return new Result(files);
  }
}

package org.quipu.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.UserException;

/** A zip that is fetched, as often as patience lasts. */
public final class Download {
  private static final int BUFFER = 1 << 16;
  private static final long MEGABYTE = 1_000_000;

  private final URI from;
  private final PartialFile partial;
  private final Patience patience;
  private final Progress progress;

  private Download(URI from, Path place, Patience patience, Progress progress) {
    this.from = from;
    this.partial = PartialFile.of(place);
    this.patience = patience;
    this.progress = progress;
  }

  /**
   * Fetches a zip. Where it breaks off, what has come is kept for the next attempt, also of another
   * command; the file has its name when it is whole and has been read through.
   *
   * @param place where it is to be
   * @throws UserException if there is no such zip, or patience has come to its end
   */
  public static Path zip(URI from, Path place, Patience patience, Progress progress)
      throws IOException, InterruptedException {
    Files.createDirectories(place.toAbsolutePath().getParent());
    return new Download(from, place, patience, progress).run();
  }

  private Path run() throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        receive();
        check();
        return partial.complete();
      } catch (TryAgain failure) {
        Duration pause = patience.after(attempt, failure.pause());
        if (attempt == patience.attempts() || pause.compareTo(patience.longestPause()) > 0) {
          throw givenUp(attempt, failure);
        }

        progress.progress(Notice.of("download.again", from, failure.getMessage(), seconds(pause)));
        Thread.sleep(pause.toMillis());
      }
    }
  }

  private void check() throws IOException, TryAgain {
    boolean whole = false;
    try {
      ZipCheck.check(partial.bytes(), from.toString());
      whole = true;
    } finally {
      if (!whole) {
        partial.discard();
      }
    }
  }

  private UserException givenUp(int attempts, TryAgain failure) {
    String asked =
        failure.pause().isZero() ? "" : ", which asks to wait " + seconds(failure.pause()) + " s";
    return new UserException(
        from
            + ": found "
            + failure.getMessage()
            + asked
            + (attempts == 1 ? "" : ", the last of " + attempts + " attempts")
            + "; expected a zip. Run the command again later, which goes on where this one ended;"
            + " or open the address in a browser and put the zip into the folder yourself.",
        failure);
  }

  private void receive() throws IOException, TryAgain {
    try (Answer answer = Answer.to(from, partial.rest(), patience)) {
      long begin = answer.begin();
      if (begin > 0 && begin != partial.size()) {
        partial.discard();
        throw new TryAgain("another part of the file than was asked for");
      }

      long expected = answer.length() < 0 ? -1 : begin + answer.length();
      if (begin > 0) {
        progress.progress(Notice.of("download.going.on", from, megabytes(begin)));
      }
      try (OutputStream out = partial.from(begin, answer.version())) {
        copy(answer, begin, expected, out);
      }
      if (expected >= 0 && partial.size() != expected) {
        throw new TryAgain(partial.size() + " of " + expected + " bytes");
      }
    }
  }

  /** What comes is written; that it stops coming is the line's fault, all else is the disk's. */
  private void copy(Answer answer, long begin, long expected, OutputStream out)
      throws IOException, TryAgain {
    Runnable step =
        progress.steps(
            Notice.of("steps.megabytes", partial.place().getFileName()),
            (int) (Math.max(0, expected - begin) / MEGABYTE));
    byte[] buffer = new byte[BUFFER];
    long come = 0;
    try (InputStream in = answer.body()) {
      for (int read = next(in, buffer); read >= 0; read = next(in, buffer)) {
        out.write(buffer, 0, read);
        for (long mark = come / MEGABYTE; mark < (come + read) / MEGABYTE; mark++) {
          step.run();
        }
        come += read;
      }
    }
  }

  private int next(InputStream in, byte[] buffer) throws TryAgain {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new TryAgain("an end in the middle of the file (" + e + ")", Duration.ZERO, e);
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", (double) bytes / MEGABYTE);
  }

  private static String seconds(Duration pause) {
    return String.format(Locale.ROOT, "%,d", (pause.toMillis() + 999) / 1000);
  }
}

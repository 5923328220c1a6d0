package org.quipu.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.quipu.UserException;

/** What a server answered to the request for a file, or for the rest of it (RFC 9110). */
final class Answer implements AutoCloseable {
  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

  private final URI from;
  private final HttpURLConnection connection;
  private final int status;

  private Answer(URI from, HttpURLConnection connection) throws IOException {
    this.from = from;
    this.connection = connection;
    this.status = connection.getResponseCode();
  }

  /**
   * Asks for a file; another address that the server names is followed, but none without encryption
   * from one with it.
   *
   * @param rest the bytes that are there already, and the version that they are of
   * @throws TryAgain where there is no answer, or one that need not be the last
   */
  static Answer to(URI file, Optional<PartialFile.Rest> rest, Patience patience) throws TryAgain {
    URI from = file;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Answer answer = ask(from, rest, patience);
      if (!REDIRECTS.contains(answer.status)) {
        return answer.usable();
      }

      from = answer.next();
      answer.close();
    }

    throw UserException.input(
        file.toString(),
        "more than " + MOST_REDIRECTS + " redirections",
        "a zip",
        "Open the address in a browser, and put the zip into the folder yourself.");
  }

  private static Answer ask(URI from, Optional<PartialFile.Rest> rest, Patience patience)
      throws TryAgain {
    try {
      HttpURLConnection connection = (HttpURLConnection) from.toURL().openConnection();
      connection.setConnectTimeout((int) patience.silence().toMillis());
      connection.setReadTimeout((int) patience.silence().toMillis());
      connection.setInstanceFollowRedirects(false);
      connection.setRequestProperty("Accept-Encoding", "identity");
      rest.ifPresent(
          known -> {
            connection.setRequestProperty("Range", "bytes=" + known.from() + "-");
            connection.setRequestProperty("If-Range", known.version());
          });
      return new Answer(from, connection);
    } catch (IOException e) {
      throw new TryAgain("no answer (" + e + ")", Duration.ZERO, e);
    }
  }

  private URI next() {
    String location = connection.getHeaderField("Location");
    URI next = location == null ? from : from.resolve(location);
    if (location == null
        || ("https".equals(from.getScheme()) && !"https".equals(next.getScheme()))) {
      throw UserException.input(
          from.toString(),
          "a redirection to " + (location == null ? "nowhere" : next),
          "one to an address that is as safe",
          "Open the address in a browser, and put the zip into the folder yourself.");
    }

    return next;
  }

  /** This answer, if it has the file or its rest. */
  private Answer usable() throws TryAgain {
    if (status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_PARTIAL) {
      return this;
    }

    close();
    if (PASSING.contains(status)) {
      throw new TryAgain("the answer " + status, retryAfter(), null);
    }

    throw UserException.input(
        from.toString(),
        "the portal's answer " + status,
        "a zip",
        "Look for the year in INEI's microdata portal and put the zips into the folder yourself.");
  }

  /** Seconds or a moment; zero where the server names none. */
  private Duration retryAfter() {
    String asked = connection.getHeaderField("Retry-After");
    if (asked == null) {
      return Duration.ZERO;
    }

    if (asked.strip().matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(asked.strip()));
    }

    try {
      Instant until =
          ZonedDateTime.parse(asked.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(Instant.now(), until);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }

  /** The first byte of the file that comes: 0 unless the server sends the rest alone. */
  long begin() throws TryAgain {
    if (status == HttpURLConnection.HTTP_OK) {
      return 0;
    }

    String range = connection.getHeaderField("Content-Range");
    String first = range == null ? "" : range.replaceFirst("^bytes (\\d{1,18})-.*", "$1");
    if (!first.matches("\\d+")) {
      throw new TryAgain("a part of the file without its place");
    }

    return Long.parseLong(first);
  }

  /** How many bytes are to come; -1 where the server does not say. */
  long length() {
    return connection.getContentLengthLong();
  }

  /** What tells this version of the file from others; empty where the server does not say. */
  String version() {
    String tag = connection.getHeaderField("ETag");
    if (tag != null && !tag.startsWith("W/")) {
      return tag;
    }

    String modified = connection.getHeaderField("Last-Modified");
    return modified == null ? "" : modified;
  }

  InputStream body() throws IOException {
    return connection.getInputStream();
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}

package org.quipu.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quipu.download.UnreliableServer.file;
import static org.quipu.download.UnreliableServer.status;
import static org.quipu.download.UnreliableServer.truncated;
import static org.quipu.download.UnreliableServer.understated;
import static org.quipu.download.UnreliableServer.withoutRanges;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.UserException;

@Timeout(30)
class DownloadTest {
  private static final Patience SHORT =
      new Patience(Duration.ofMillis(300), 3, Duration.ofMillis(1), Duration.ofSeconds(2));

  @TempDir Path folder;
  private UnreliableServer server;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void serve() throws IOException {
    server = new UnreliableServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aZipIsThereAsItWasSent() throws Exception {
    server.then(file(zip()));

    assertThat(fetch()).isEqualTo(place()).hasBinaryContent(zip());
    assertOnlyTheZipIsThere();
  }

  @Test
  void whatBreaksOffGoesOn() throws Exception {
    server.then(truncated(zip(), 1000)).then(file(zip()));

    assertThat(fetch()).hasBinaryContent(zip());
    assertThat(server.ranges()).containsExactly("all", "bytes=1000-");
    assertOnlyTheZipIsThere();
  }

  @Test
  void whatStallsGoesOn() throws Exception {
    server.then(server.stalled(zip(), 1500)).then(file(zip()));

    assertThat(fetch()).hasBinaryContent(zip());
    assertThat(server.ranges()).containsExactly("all", "bytes=1500-");
    assertThat(told).anySatisfy(line -> assertThat(line).contains("end in the middle"));
  }

  @Test
  void anotherCommandGoesOnWhereOneGaveUp() throws Exception {
    server.then(truncated(zip(), 1000)).then(status(503, "", ""));
    assertRefused("the answer 503, the last of 3 attempts", "later, which goes on where");
    assertThat(place()).doesNotExist();

    server.then(file(zip()));
    server.then(file(zip()));
    fetch();

    assertThat(server.ranges()).contains("bytes=1000-");
    assertThat(place()).hasBinaryContent(zip());
  }

  @Test
  void aServerThatKnowsNoRangesBeginsAnew() throws Exception {
    server.then(truncated(zip(), 1000)).then(withoutRanges(zip()));

    assertThat(fetch()).hasBinaryContent(zip());
  }

  @Test
  void whatIsOfAnUnknownVersionBeginsAnew() throws Exception {
    Files.write(PartialFile.of(place()).bytes(), new byte[100]);
    server.then(file(zip()));

    assertThat(fetch()).hasBinaryContent(zip());
    assertThat(server.ranges()).containsExactly("all");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void whatMayPassIsTriedAgain(int busy) throws Exception {
    server.then(status(busy, "", "")).then(file(zip()));

    assertThat(fetch()).hasBinaryContent(zip());
    assertThat(told).anySatisfy(line -> assertThat(line).contains("the answer " + busy));
  }

  @Test
  void waitsAsLongAsTheServerAsks() throws Exception {
    server.then(status(429, "Retry-After", "1")).then(file(zip()));
    long start = System.nanoTime();

    fetch();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
    assertThat(told).anySatisfy(line -> assertThat(line).endsWith("trying again in 1 s"));
  }

  @Test
  void doesNotWaitForHours() {
    server.then(status(429, "Retry-After", "7200"));

    assertRefused("the answer 429, which asks to wait 7,200 s");
    assertThat(server.ranges()).hasSize(1);
  }

  @Test
  void readsAMomentToWaitFor() {
    String tomorrow =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusDays(1));
    server.then(status(503, "Retry-After", tomorrow));

    assertRefused("the answer 503, which asks to wait 86,");
  }

  @Test
  void aMomentThatNobodyReadsIsNoReasonToWait() throws Exception {
    server.then(status(503, "Retry-After", "soon")).then(file(zip()));

    assertThat(fetch()).hasBinaryContent(zip());
  }

  @Test
  void followsRedirections() throws Exception {
    server.then(status(302, "Location", "/elsewhere.zip")).then(file(zip()));

    assertThat(fetch()).hasBinaryContent(zip());
  }

  @Test
  void refusesRedirectionsWithoutEndOrAim() {
    server.then(status(301, "Location", "/again.zip"));
    assertRefused("more than 5 redirections");

    server.then(status(301, "", "")).then(status(301, "", ""));
    assertRefused("a redirection to nowhere");
  }

  @Test
  void refusesAPageAndSaysWhichItIs() {
    byte[] page =
        "<html><head><title> Sitio en mantenimiento </title></head></html>"
            .getBytes(StandardCharsets.UTF_8);
    server.then(withoutRanges(page));

    assertRefused("other than a zip, a page: \"Sitio en mantenimiento\"", "in a browser");
    assertThat(folder).isEmptyDirectory();
    assertThat(server.ranges()).hasSize(1);
  }

  @Test
  void refusesWhatIsNoPageEither() {
    server.then(withoutRanges(new byte[] {'x'}));

    assertRefused("something other than a zip, perhaps an error page");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void saysWhatThePortalAnswered() {
    server.then(status(404, "", ""));

    assertRefused("the portal's answer 404", "into the folder yourself");
    assertThat(server.ranges()).hasSize(1);
    assertThat(folder).isEmptyDirectory();
  }

  /** Fewer bytes than stated, every time. */
  @Test
  void givesUpOnALengthThatIsNeverReached() throws Exception {
    server.then(truncated(zip(), 1000));

    assertRefused("1000 of " + zip().length + " bytes, the last of 3 attempts");
    assertThat(place()).doesNotExist();
  }

  /** A stated length that is too small cuts the file, which is found out by reading it. */
  @Test
  void givesUpOnAZipThatIsCutByItsStatedLength() throws Exception {
    server.then(understated(zip(), 1000));

    assertRefused("a damaged zip", "the last of 3 attempts");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anEntryIsHeldToItsChecksum() throws Exception {
    byte[] damaged = zip();
    damaged[200] ^= 1;
    server.then(withoutRanges(damaged)).then(file(zip()));

    assertThat(fetch()).hasBinaryContent(zip());
    assertThat(told).anySatisfy(line -> assertThat(line).contains("a damaged zip"));
  }

  @Test
  void saysWhatToDoWithoutAConnection() {
    server.close();

    assertRefused("found no answer", "into the folder yourself");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPartOfAnotherPlaceIsNotPutThere() throws Exception {
    server
        .then(truncated(zip(), 1000))
        .then(
            exchange -> {
              exchange.getResponseHeaders().set("Content-Range", "bytes 7-8/9");
              exchange.sendResponseHeaders(206, 2);
              exchange.getResponseBody().write(new byte[2]);
            })
        .then(file(zip()));

    assertThat(fetch()).hasBinaryContent(zip());
  }

  @Test
  void aPartWithoutItsPlaceIsNotTaken() throws Exception {
    server.then(status(206, "", "")).then(file(zip()));

    assertThat(fetch()).hasBinaryContent(zip());
  }

  private Path fetch() throws IOException, InterruptedException {
    URI from = server.address("/605-Modulo73.zip");
    return Download.zip(from, place(), SHORT, progress());
  }

  private Path place() {
    return folder.resolve("605-Modulo73.zip");
  }

  private void assertRefused(String... words) {
    ThrowingCallable fetching = this::fetch;
    assertThatThrownBy(fetching)
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(server.address("/").toString())
        .hasMessageContainingAll(words);
  }

  private void assertOnlyTheZipIsThere() {
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(place()));
  }

  private Progress progress() {
    return new Progress() {
      @Override
      public void progress(String message) {
        told.add(message);
      }

      @Override
      public void warn(String message) {}

      @Override
      public void upToDate(String table) {}

      @Override
      public void made(String table) {}

      @Override
      public Runnable steps(Notice what, int total) {
        return () -> {};
      }
    };
  }

  /** Some thousand bytes that cannot be compressed. */
  private static byte[] zip() throws IOException {
    byte[] noise = new byte[4000];
    new Random(1).nextBytes(noise);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry("REC84DV.csv");
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(noise);
    }

    return out.toByteArray();
  }
}

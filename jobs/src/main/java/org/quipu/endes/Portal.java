package org.quipu.endes;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.quipu.UserException;
import org.quipu.file.Drafts;

/** INEI's microdata portal, which provides the zips of ENDES. */
public final class Portal {
  /** The address of the portal's files. */
  public static final URI INEI =
      URI.create("https://proyectos.inei.gob.pe/iinei/srienaho/descarga/");

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(30))
          .build();

  public Portal(URI base) {
    this.base = base;
  }

  /** The addresses of a year's zips. */
  public List<URI> zips(SurveyYear year) {
    return year.portalModules().stream()
        .map(
            module ->
                base.resolve(
                    String.format(
                        Locale.ROOT,
                        "%s/%d-Modulo%s.zip",
                        year.portalFormat(),
                        year.surveyCode(),
                        module)))
        .toList();
  }

  /** The path of a zip in the folder. */
  public static Path place(URI zip, Path folder) {
    String path = zip.getPath();
    return folder.resolve(path.substring(path.lastIndexOf('/') + 1));
  }

  /** Downloads a zip; it appears in the folder when it is complete. */
  public Path fetch(URI zip, Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path draft = Drafts.beside(folder.resolve("download"));
    try {
      HttpResponse<Path> response = response(zip, draft);
      if (response.statusCode() != 200) {
        throw UserException.input(
            zip.toString(),
            "the portal's answer " + response.statusCode(),
            "a zip",
            "Look for the year in INEI's microdata portal and put the zips into the folder"
                + " yourself.");
      }

      if (!isZip(draft)) {
        throw UserException.input(
            zip.toString(),
            "something other than a zip, perhaps an error page",
            "a zip",
            "Open the address in a browser, and put the zip into the folder yourself.");
      }

      return Files.move(draft, place(zip, folder), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private HttpResponse<Path> response(URI zip, Path draft) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(zip).timeout(PATIENCE).build();
      return http.send(request, HttpResponse.BodyHandlers.ofFile(draft));
    } catch (IOException e) {
      throw new UserException(
          zip
              + ": found no answer ("
              + e
              + "); expected a zip. Check the connection to the internet, or open the address "
              + "elsewhere and put the zip into the folder yourself.",
          e);
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 'P' && in.read() == 'K';
    }
  }
}

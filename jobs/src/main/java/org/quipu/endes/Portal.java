package org.quipu.endes;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** INEI's microdata portal, which provides the zips of ENDES. */
public final class Portal {
  /** The address of the portal's files. */
  public static final URI INEI =
      URI.create("https://proyectos.inei.gob.pe/iinei/srienaho/descarga/");

  private final URI base;

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
}

package org.quipu.bulletin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quipu.file.WholeFile;
import org.quipu.text.Language;

/**
 * The same page in the other language. A page is written with a place for the link to its twin,
 * which is filled in both once both are there.
 */
final class Twins {
  /** Where the link goes; the template of pages has it. */
  private static final String PLACE = "<!--twin-->";

  private final Language language;

  Twins(Language language) {
    this.language = language;
  }

  private Language other() {
    return language.is(Language.SPANISH) ? Language.ENGLISH : Language.SPANISH;
  }

  /** The ending of the files of pages in a language. */
  static String ending(Language language) {
    return (language.is(Language.SPANISH) ? "" : "-" + language.tag()) + ".html";
  }

  /** Links each of these files, where it is a page that has a twin, with that. */
  void link(List<Path> files) {
    for (Path file : files) {
      twin(file)
          .filter(Files::exists)
          .ifPresent(
              twin -> {
                fill(file, twin, other());
                fill(twin, file, language);
              });
    }
  }

  private Optional<Path> twin(Path file) {
    String name = file.getFileName().toString();
    String ending = ending(language);

    return name.endsWith(ending)
        ? Optional.of(
            file.resolveSibling(
                name.substring(0, name.length() - ending.length()) + ending(other())))
        : Optional.empty();
  }

  private static void fill(Path page, Path twin, Language of) {
    try {
      String text = Files.readString(page);
      if (text.contains(PLACE)) {
        String link =
            "<a href=\"%s\" hreflang=\"%s\" lang=\"%s\">%s</a>"
                .formatted(
                    twin.getFileName(),
                    of.tag(),
                    of.tag(),
                    of.is(Language.SPANISH) ? "Español" : "English");
        WholeFile.write(page, text.replace(PLACE, link));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot link " + page + " with " + twin, e);
    }
  }
}

package org.quipu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * In which language the terminal speaks, and its texts. Every command starts here, so that it does
 * without streams and patterns, which take Java time to set up.
 */
final class Terminal {
  /** As gettext looks for a language: what is set first wins. */
  private static final String[] VARIABLES = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};

  private Terminal() {}

  /**
   * The system's language where Quipu speaks it, else English.
   *
   * @param environment a variable's value, null where it is not set
   * @param otherwise what Java says, for systems that set none of the variables; may be null
   */
  static Language ofSystem(UnaryOperator<String> environment, String otherwise) {
    String set = otherwise == null ? "" : otherwise;
    for (int i = VARIABLES.length - 1; i >= 0; i--) {
      String value = environment.apply(VARIABLES[i]);
      set = value == null || value.isBlank() ? set : value;
    }

    for (String locale : set.split(":", -1)) {
      Language spoken = ofLocale(locale);
      if (spoken != null) {
        return spoken;
      }
    }

    return Language.ENGLISH;
  }

  /** That of a locale such as {@code es_PE.UTF-8}; null where Quipu does not speak it. */
  private static Language ofLocale(String locale) {
    for (Language language : Language.all()) {
      int end = language.tag().length();
      if (locale.startsWith(language.tag())
          && (locale.length() == end || !Character.isLetter(locale.charAt(end)))) {
        return language;
      }
    }

    return null;
  }

  /** The language that a command line asks for, before it is read; else the other. */
  static Language asked(String[] args, Language otherwise) {
    Language asked = otherwise;
    for (int i = 0; i < args.length; i++) {
      String tag = "";
      if (args[i].equals("--language") && i + 1 < args.length) {
        tag = args[i + 1];
      } else if (args[i].startsWith("--language=")) {
        tag = args[i].substring("--language=".length());
      }

      for (Language language : Language.all()) {
        asked = language.tag().equalsIgnoreCase(tag) ? language : asked;
      }
    }

    return asked;
  }

  /** What commands say, by keys. */
  static Messages texts(Language language) {
    return Messages.beside(Terminal.class, "terminal", language);
  }

  /** The texts of help, by the keys that picocli gives commands and options. */
  static ResourceBundle help(Language language) {
    String file = String.join("", "help_", language.tag(), ".properties");
    try (InputStream in = Terminal.class.getResourceAsStream(file)) {
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

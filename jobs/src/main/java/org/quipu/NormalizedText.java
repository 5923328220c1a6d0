package org.quipu;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as people type them, made comparable. */
public final class NormalizedText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SEPARATORS = Pattern.compile("[^A-Z0-9]+");

  private NormalizedText() {}

  /**
   * The words of a text: upper case, without accents, one blank between words and nothing else.
   * {@code "N° de PERSONAS – años"} becomes {@code "N DE PERSONAS ANOS"}.
   */
  public static String of(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return SEPARATORS.matcher(plain.toUpperCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}

package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quipu.UserException;

/** The words and signs of a formula, from the first on. */
final class FormulaTokens {
  static final String END = "the end";

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*([-~+*/^:(),=]|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?(?![\\p{L}\\p{N}_.])"
              + "|[^-\\s~+*/^:(),=\"'`]+|\"[^\"]*\"|'[^']*'|`[^`]*`)");
  private static final String SIGNS = "-~+*/^:(),=";

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  FormulaTokens(String text) {
    this.text = text.strip();
    Matcher matcher = TOKEN.matcher(this.text);
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      end = matcher.end();
      matcher.region(end, this.text.length());
    }

    if (end < this.text.length()) {
      throw wrong("'" + this.text.substring(end).strip() + "'", "names, + - * : and brackets");
    }
  }

  String peek() {
    return at < tokens.size() ? tokens.get(at) : END;
  }

  boolean is(String token) {
    return peek().equals(token);
  }

  /** Whether a bracket follows the next word. */
  boolean isCall() {
    return at + 1 < tokens.size() && tokens.get(at + 1).equals("(") && isName();
  }

  private boolean isName() {
    return at < tokens.size() && !SIGNS.contains(peek());
  }

  /** Takes the next one if it is this. */
  boolean skip(String token) {
    if (is(token)) {
      at++;
      return true;
    }

    return false;
  }

  void take(String wanted) {
    if (!skip(wanted)) {
      throw wrong(is(END) ? END : "'" + peek() + "'", "'" + wanted + "'");
    }
  }

  /** A name or a number, without its quotes. */
  String name() {
    if (!isName()) {
      throw wrong(is(END) ? END : "'" + peek() + "'", "a name");
    }

    String token = tokens.get(at++);
    return "\"'`".indexOf(token.charAt(0)) < 0 ? token : token.substring(1, token.length() - 1);
  }

  /** The level of a factor, which may hold signs without quotes, as in 15-19 and 60+. */
  String level() {
    StringBuilder level = new StringBuilder(name());
    while (!is(")") && !is(END)) {
      level.append(tokens.get(at++));
    }

    return level.toString();
  }

  boolean isNumber() {
    return Character.isDigit(peek().charAt(0)) || (peek().charAt(0) == '.' && peek().length() > 1);
  }

  double number() {
    int sign = skip("-") ? -1 : 1;
    String token = name();
    try {
      return sign * Double.parseDouble(token);
    } catch (NumberFormatException e) {
      throw wrong("'" + token + "'", "a number");
    }
  }

  /** Where the next one is. */
  int place() {
    return at;
  }

  /** What was read from a place on, spaced as R does. */
  String since(int place) {
    StringBuilder written = new StringBuilder();
    for (int i = place; i < at; i++) {
      String token = tokens.get(i);
      boolean sign = i > place && "-+*".contains(token) && !isOpen(tokens.get(i - 1));
      written.append(sign ? " " + token + " " : token);
    }

    return written.toString();
  }

  private static boolean isOpen(String token) {
    return "(-+*/^".contains(token);
  }

  UserException wrong(String found, String expected) {
    return UserException.input(
        ("formula " + text).strip(),
        found,
        expected,
        "Write it like y ~ age_group + education * residence");
  }
}

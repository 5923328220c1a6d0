package org.quipu.survey.contrast;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quipu.UserException;
import org.quipu.survey.contrast.Expression.Node;

/** Reads an expression by recursive descent; powers bind from the right, before a minus sign. */
final class ExpressionParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*([-+*/^()=]|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?(?![\\w.])"
              + "|[\\p{L}_][\\p{L}\\p{N}_.@]*|\"[^\"]+\"|'[^']+'|`[^`]+`)");
  private static final String END = "the end";
  private static final int MOST_BRACKETS = 50;

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();
  private int at;
  private int depth;

  ExpressionParser(String text) {
    this.text = text.strip();
    Matcher matcher = TOKEN.matcher(this.text);
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      end = matcher.end();
      matcher.region(end, this.text.length());
    }

    if (end < this.text.length()) {
      throw wrong("'" + this.text.substring(end).strip() + "'");
    }
  }

  Expression expression() {
    String name = text;
    String formula = text;
    if (tokens.size() > 1 && tokens.get(1).equals("=") && isName(tokens.get(0))) {
      name = unquoted(tokens.get(0));
      formula = text.substring(text.indexOf('=', tokens.get(0).length()) + 1).strip();
      at = 2;
    }

    Node node = sum();
    if (at < tokens.size()) {
      throw wrong(found());
    }

    return new Expression(name, formula, names, node);
  }

  private Node sum() {
    Node left = product();
    while (peek().equals("+") || peek().equals("-")) {
      Node first = left;
      boolean plus = next().equals("+");
      Node second = product();
      left =
          plus ? of -> first.at(of).plus(second.at(of)) : of -> first.at(of).minus(second.at(of));
    }

    return left;
  }

  private Node product() {
    Node left = signed();
    while (peek().equals("*") || peek().equals("/")) {
      Node first = left;
      boolean times = next().equals("*");
      Node second = signed();
      left =
          times ? of -> first.at(of).times(second.at(of)) : of -> first.at(of).over(second.at(of));
    }

    return left;
  }

  private Node signed() {
    if (++depth > MOST_BRACKETS) {
      throw new UserException(
          "wrong expression '" + text + "': more than " + MOST_BRACKETS + " brackets or signs");
    }

    Node node;
    if (peek().equals("-")) {
      next();
      Node inner = signed();
      node = of -> inner.at(of).negative();
    } else {
      node = power();
    }

    depth--;
    return node;
  }

  private Node power() {
    Node base = atom();
    if (!peek().equals("^")) {
      return base;
    }

    next();
    Node exponent = signed();
    return of -> base.at(of).power(exponent.at(of));
  }

  private Node atom() {
    String token = next();
    if (token.equals("(")) {
      return closed();
    }

    if (Character.isDigit(token.charAt(0)) || token.charAt(0) == '.') {
      double number = Double.parseDouble(token);
      return of -> of.constant(number);
    }

    if (!isName(token)) {
      throw wrong("'" + token + "'");
    }

    if (peek().equals("(")) {
      next();
      return call(token, closed());
    }

    String name = unquoted(token);
    names.add(name);
    return of -> of.named(name);
  }

  private Node closed() {
    Node inner = sum();
    if (!peek().equals(")")) {
      throw wrong(found() + " where a bracket is to be closed");
    }

    next();
    return inner;
  }

  private Node call(String function, Node inner) {
    return switch (function) {
      case "log" -> of -> inner.at(of).log();
      case "exp" -> of -> inner.at(of).exp();
      case "sqrt" -> of -> inner.at(of).sqrt();
      default -> throw wrong("the function '" + function + "'");
    };
  }

  private static boolean isName(String token) {
    char first = token.charAt(0);
    return Character.isLetter(first) || "_\"'`".indexOf(first) >= 0;
  }

  private static String unquoted(String token) {
    return "\"'`".indexOf(token.charAt(0)) >= 0 ? token.substring(1, token.length() - 1) : token;
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : END;
  }

  private String found() {
    return at < tokens.size() ? "'" + tokens.get(at) + "'" : END;
  }

  private String next() {
    if (at == tokens.size()) {
      throw wrong(END);
    }

    return tokens.get(at++);
  }

  private UserException wrong(String found) {
    return new UserException(
        "wrong expression '"
            + text
            + "': found "
            + found
            + "; expected numbers, names of estimates (in quotes where they have spaces or signs),"
            + " + - * / ^ log exp sqrt and brackets, as in \"ratio = (a / b) / (c / d)\"");
  }
}

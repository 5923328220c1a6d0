package org.quipu.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.UserException;

/** The extension records of an SPSS file: charset, long names, long texts, row count. */
final class SavExtensions {
  private static final int INTEGERS = 3;
  private static final int FLOATS = 4;
  private static final int LONG_NAMES = 13;
  private static final int LONG_TEXTS = 14;
  private static final int CASES = 16;
  private static final int ENCODING = 20;
  private static final int LONG_TEXT_LABELS = 21;
  private static final int LONG_TEXT_MISSING = 22;

  /** SPSS's own limit of the bytes of a text. */
  private static final int LONGEST_TEXT = 32_767;

  private static final Pattern LEGAL_NAME = Pattern.compile("[A-Za-z0-9][-+.:_A-Za-z0-9]*");

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  /** Every character of ASCII that can be printed. */
  private static final String ASCII =
      IntStream.range(' ', 0x7f).mapToObj(Character::toString).collect(Collectors.joining());

  private final String file;
  private final Map<Integer, byte[]> records;
  private final Bytes order;
  private final LabelCount labelCount;

  SavExtensions(String file, Map<Integer, byte[]> records, Bytes order) {
    this.file = file;
    this.records = records;
    this.order = order;
    this.labelCount = new LabelCount(file);
  }

  static boolean isUsed(int subtype) {
    return switch (subtype) {
      case INTEGERS,
          FLOATS,
          LONG_NAMES,
          LONG_TEXTS,
          CASES,
          ENCODING,
          LONG_TEXT_LABELS,
          LONG_TEXT_MISSING ->
          true;
      default -> false;
    };
  }

  /** The charset by name, else by code page; null if the file gives neither. */
  Charset charset() {
    byte[] name = records.get(ENCODING);
    if (name != null) {
      return charset(new String(name, ISO_8859_1).strip());
    }

    byte[] integers = records.get(INTEGERS);
    int codePage = integers != null && integers.length >= 32 ? order.int32(integers, 28) : 0;
    return switch (codePage) {
      // 1 is EBCDIC, which no program writes today; 2 and 3 are unspecific; 4 is DEC Kanji.
      case 0, 1, 2, 3, 4 -> null;
      case 65001 -> StandardCharsets.UTF_8;
      case 28591 -> StandardCharsets.ISO_8859_1;
      default -> charset("windows-" + codePage);
    };
  }

  private Charset charset(String name) {
    Charset found =
        Stream.of(name, name.replace("windows-", "IBM"), name.replace("windows-", "x-IBM"))
            .filter(
                spelling -> LEGAL_NAME.matcher(spelling).matches() && Charset.isSupported(spelling))
            .findFirst()
            .map(Charset::forName)
            .orElseThrow(
                () ->
                    UserException.input(
                        file,
                        "the charset '" + ByteInput.printable(name) + "'",
                        "one that Java knows",
                        "Save the file again in UTF-8."));
    if (!ASCII.equals(new String(ASCII.getBytes(ISO_8859_1), found))) {
      throw UserException.input(
          file,
          "the charset '" + found + "'",
          "one that writes plain letters as ASCII does",
          "Save the file again in UTF-8.");
    }

    return found;
  }

  /** The number that represents the system-missing value. */
  double systemMissing() {
    byte[] floats = records.get(FLOATS);
    return floats != null && floats.length >= 8 ? order.float64(floats, 0) : -Double.MAX_VALUE;
  }

  /** The number of rows by the extension record; empty if it does not give it. */
  OptionalLong rows() {
    byte[] cases = records.get(CASES);
    return cases != null && cases.length >= 16 && order.int64(cases, 8) >= 0
        ? OptionalLong.of(order.int64(cases, 8))
        : OptionalLong.empty();
  }

  /** Long names by short name in upper case. */
  Map<String, String> longNames(TextDecoder texts) {
    return pairs(texts.decode(records.getOrDefault(LONG_NAMES, new byte[0])));
  }

  /** Widths of texts longer than 255 bytes, by short name in upper case. */
  Map<String, Integer> longTextWidths(TextDecoder texts) {
    Map<String, Integer> widths = new HashMap<>();
    pairs(texts.decode(records.getOrDefault(LONG_TEXTS, new byte[0])))
        .forEach((name, width) -> widths.put(name, width(name, width)));
    return widths;
  }

  private int width(String name, String text) {
    String digits = text.replace("\0", "").strip();
    if (DIGITS.matcher(digits).matches() && Integer.parseInt(digits) <= LONGEST_TEXT) {
      return Integer.parseInt(digits);
    }

    throw UserException.input(
        file,
        "the width '" + ByteInput.printable(text) + "' of the text " + name,
        "a number up to " + LONGEST_TEXT,
        "The file is damaged: copy or download it again.");
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split("\t", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = pair.substring(0, equals).replace("\0", "").strip();
        pairs.put(name.toUpperCase(Locale.ROOT), pair.substring(equals + 1));
      }
    }

    return pairs;
  }

  /** Labels of the values of texts longer than 8 bytes, by variable. */
  Map<String, Map<String, String>> longTextLabels(TextDecoder texts) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    Cursor at = new Cursor(LONG_TEXT_LABELS, texts);
    while (at.hasMore()) {
      String variable = at.text(at.int32());
      at.int32();
      int count = at.int32();
      Map<String, String> labels = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) {
        int from = at.position;
        String value = at.text(at.int32());
        labels.put(value, at.text(at.int32()));
        labelCount.add(at.position - from);
      }

      all.put(variable, labels);
    }

    return all;
  }

  /** Missing values of texts longer than 8 bytes, by variable. */
  Map<String, List<String>> longTextMissing(TextDecoder texts) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    Cursor at = new Cursor(LONG_TEXT_MISSING, texts);
    while (at.hasMore()) {
      String variable = at.text(at.int32());
      int count = at.uint8();
      int width = at.int32();
      List<String> values = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        values.add(at.text(width));
      }

      all.put(variable, values);
    }

    return all;
  }

  /** Reads one extension record from front to back. */
  private final class Cursor {
    private final int subtype;
    private final byte[] bytes;
    private final TextDecoder texts;
    private int position;

    Cursor(int subtype, TextDecoder texts) {
      this.subtype = subtype;
      this.bytes = records.getOrDefault(subtype, new byte[0]);
      this.texts = texts;
    }

    boolean hasMore() {
      return position < bytes.length;
    }

    int uint8() {
      return bytes[advance(1)] & 0xff;
    }

    int int32() {
      return order.int32(bytes, advance(4));
    }

    String text(int length) {
      int from = advance(length);
      return texts.decodeFilled(bytes, from, from + length);
    }

    private int advance(int length) {
      if (length < 0 || length > bytes.length - position) {
        throw UserException.input(
            file + ", extension record " + subtype,
            "a field of " + length + " bytes where " + (bytes.length - position) + " are left",
            "a shorter one",
            "The file is damaged: copy or download it again.");
      }

      int from = position;
      position += length;
      return from;
    }
  }
}

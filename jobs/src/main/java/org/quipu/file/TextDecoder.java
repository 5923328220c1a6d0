package org.quipu.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes the texts of one file. UTF-8 is tried first if the file declares UTF-8 or no charset; a
 * text that is not valid UTF-8 is decoded as windows-1252, because files that declare UTF-8 often
 * hold older texts.
 */
final class TextDecoder {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final Charset charset;
  private final CharsetDecoder utf8;

  /**
   * @param charset of the file; null if it does not declare one
   */
  TextDecoder(Charset charset) {
    this.charset = charset;
    this.utf8 =
        charset == null || charset.equals(StandardCharsets.UTF_8)
            ? StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
            : null;
  }

  String charsetName() {
    return charset == null ? "UTF-8 or windows-1252" : charset.name();
  }

  String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  String decode(byte[] bytes, int from, int to) {
    if (isAscii(bytes, from, to)) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    if (utf8 == null) {
      return new String(bytes, from, to - from, charset);
    }

    try {
      return utf8.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, from, to - from, WINDOWS);
    }
  }

  /** As {@link #decode}, without the blanks and zero bytes that pad a field of fixed width. */
  String decodeFilled(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
      end--;
    }

    boolean full = end == to && charset != null && utf8 != null;
    return decode(bytes, from, full ? wholeCharacters(bytes, from, end) : end);
  }

  /** The end of the last whole character: a text as long as its field may be cut inside one. */
  private static int wholeCharacters(byte[] bytes, int from, int to) {
    int last = to - 1;
    while (last > from && last > to - 4 && (bytes[last] & 0xc0) == 0x80) {
      last--;
    }

    if (last < from || (bytes[last] & 0xc0) != 0xc0) {
      return to;
    }

    int lead = bytes[last] & 0xff;
    int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    return last + length > to ? last : to;
  }

  String decodeFilled(byte[] bytes) {
    return decodeFilled(bytes, 0, bytes.length);
  }

  /** Decodes up to the first zero byte, if there is one, without trailing blanks. */
  String decodeTerminated(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != 0) {
      end++;
    }

    return decodeFilled(bytes, from, end < to ? end + 1 : end);
  }

  static boolean isUtf8(byte[] bytes, int from, int to) {
    try {
      return isAscii(bytes, from, to)
          || StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from))
              != null;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }

    return true;
  }
}

package org.quipu.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.quipu.UserException;

/** The part of a Stata file before its rows. */
final class DtaHeader {
  static final String END_OF_DATA = "</data>";

  private static final int MAP_ENTRIES = 14;
  private static final int DATA = 9;
  private static final int LONG_TEXTS = 10;
  private static final int VALUE_LABELS = 11;
  private static final int END = 12;

  final DtaFormat format;
  final Bytes order;
  final TextDecoder texts;
  final long rows;
  final String label;
  final String created;
  final int[] types;
  final int[] offsets;
  final List<String> names;
  final List<String> formats;
  final List<String> labelNames;
  final List<String> labels;
  final int rowBytes;
  final long rowsAt;
  private final long[] map;

  private DtaHeader(ByteInput in) {
    in.expect("<stata_dta><header><release>");
    format = DtaFormat.of(in.name(), new String(in.bytes(3), ISO_8859_1));
    texts = new TextDecoder(format == DtaFormat.V117 ? null : UTF_8);
    in.expect("</release><byteorder>");
    order = byteOrder(in);
    in.order(order);
    in.expect("</byteorder><K>");
    int count = format.countBytes == 2 ? in.uint16() : in.int32();
    in.expect("</K><N>");
    rows = format.rowsBytes == 4 ? Integer.toUnsignedLong(in.int32()) : in.int64();
    if (count < 0 || rows < 0 || (count == 0 && rows > 0)) {
      throw in.wrong(count + " variables and " + rows + " rows", "as many as a table can have");
    }

    if (count > Limits.COLUMNS) {
      throw Limits.exceeded(
          in.name(), count + " variables", String.valueOf(Limits.COLUMNS), "Keep fewer of them.");
    }

    in.expect("</N><label>");
    label = texts.decode(in.bytes(format.labelLengthBytes == 1 ? in.uint8() : in.uint16()));
    in.expect("</label><timestamp>");
    created = texts.decode(in.bytes(in.uint8())).strip();
    in.expect("</timestamp></header><map>");
    in.expecting("the map of the file's sections");
    map = new long[MAP_ENTRIES];
    for (int i = 0; i < MAP_ENTRIES; i++) {
      map[i] = in.int64();
    }

    in.expect("</map><variable_types>");
    types = types(in, count);
    in.expect("</variable_types><varnames>");
    names = texts(in, "name", format.nameBytes);
    in.expect("</varnames><sortlist>");
    in.skip((long) format.sortBytes * (count + 1L));
    in.expect("</sortlist><formats>");
    formats = texts(in, "format", format.formatBytes);
    in.expect("</formats><value_label_names>");
    labelNames = texts(in, "value label", format.nameBytes);
    in.expect("</value_label_names><variable_labels>");
    labels = texts(in, "label", format.labelBytes);
    in.expect("</variable_labels>");
    offsets = new int[count];
    rowBytes = layOut(in);
    in.skipTo(map[DATA]);
    in.expect("<data>");
    rowsAt = in.offset();
    checkRows(in);
  }

  /** The number of rows must be that of the bytes up to the next section, as the map gives it. */
  private void checkRows(ByteInput in) {
    long bytes = map[LONG_TEXTS] - rowsAt - END_OF_DATA.length();
    boolean fits = rowBytes == 0 ? bytes == 0 : bytes % rowBytes == 0 && bytes / rowBytes == rows;
    if (!fits) {
      throw UserException.input(
          in.name(),
          rows + " rows of " + rowBytes + " bytes by its header in " + bytes + " bytes by its map",
          "as many bytes as the rows take",
          "The file is damaged or cut short: copy or download it again.");
    }
  }

  /** Reads the header, up to the first row. */
  static DtaHeader read(ByteInput in) {
    return new DtaHeader(in);
  }

  long longTextsAt() {
    return map[LONG_TEXTS];
  }

  long valueLabelsAt() {
    return map[VALUE_LABELS];
  }

  long end() {
    return map[END];
  }

  private static Bytes byteOrder(ByteInput in) {
    String order = new String(in.bytes(3), ISO_8859_1);
    return switch (order) {
      case "LSF" -> Bytes.LITTLE_ENDIAN;
      case "MSF" -> Bytes.BIG_ENDIAN;
      default ->
          throw in.wrong("the byte order '" + ByteInput.printable(order) + "'", "LSF or MSF");
    };
  }

  private static int[] types(ByteInput in, int count) {
    in.expecting("the types of " + count + " variables");
    long at = in.offset();
    byte[] bytes = in.bytes(2L * count);
    int[] types = new int[count];
    for (int i = 0; i < count; i++) {
      types[i] = in.order().int16(bytes, 2 * i) & 0xffff;
      if (!DtaFormat.isType(types[i])) {
        throw in.wrongAt(
            at + 2L * i,
            "the type " + types[i] + " of variable " + (i + 1),
            "1 to 2045, 32768 or 65526 to 65530");
      }
    }

    return types;
  }

  private List<String> texts(ByteInput in, String what, int width) {
    List<String> all = new ArrayList<>();
    byte[] bytes = new byte[width];
    for (int i = 0; i < types.length; i++) {
      int number = i + 1;
      in.expecting(() -> "the " + what + " of variable " + number + " of " + types.length);
      in.readFully(bytes, 0, width);
      all.add(texts.decodeTerminated(bytes, 0, width));
    }

    return all;
  }

  private int layOut(ByteInput in) {
    long at = 0;
    for (int i = 0; i < types.length; i++) {
      offsets[i] = (int) at;
      at += DtaFormat.bytes(types[i]);
    }

    if (at > Limits.ROW) {
      throw Limits.exceeded(
          in.name(), "rows of " + at + " bytes", Limits.ROW + " bytes", "Keep fewer variables.");
    }

    return (int) at;
  }
}

package org.quipu.file;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The value labels of a Stata file, which are stored after its rows. */
final class DtaLabels {
  private final DtaHeader header;
  private final Map<String, Map<Integer, String>> lists = new HashMap<>();

  private DtaLabels(DtaHeader header) {
    this.header = header;
  }

  static DtaLabels read(Source source, DtaHeader header) {
    DtaLabels labels = new DtaLabels(header);
    try (ByteInput in = ByteInput.open(source)) {
      in.order(header.order);
      in.expecting("the value labels");
      in.skipTo(header.valueLabelsAt());
      in.expect("<value_labels>");
      labels.readLists(in);
    }

    return labels;
  }

  /** The labels of a variable by value, written as its type is. */
  Map<String, String> of(int variable, VariableType type) {
    Map<String, String> labels = new LinkedHashMap<>();
    lists
        .getOrDefault(header.labelNames.get(variable), Map.of())
        .forEach((value, label) -> labels.put(code(variable, type, value), label));
    return labels;
  }

  private String code(int variable, VariableType type, int value) {
    int missing = DtaCell.missing(DtaFormat.LONG, value);
    if (missing >= 0) {
      return DtaCell.missingCode(missing);
    }

    double converted = DtaFormat.value(type, header.formats.get(variable), value);
    return IsoTimes.isValid(type, converted)
        ? IsoTimes.text(type, converted)
        : Numbers.shortest(value);
  }

  private void readLists(ByteInput in) {
    while (true) {
      String tag = tag(in);
      if (tag.equals("</val")) {
        return;
      }

      if (!tag.equals("<lbl>")) {
        throw in.wrong("'" + ByteInput.printable(tag) + "'", "<lbl> or </value_labels>");
      }

      in.expecting("a list of value labels");
      in.skip(4);
      byte[] name = in.bytes(header.format.nameBytes);
      in.skip(3);
      lists.put(header.texts.decodeTerminated(name, 0, name.length), list(in));
      in.expect("</lbl>");
    }
  }

  private static String tag(ByteInput in) {
    in.expecting("<lbl> or </value_labels>");
    return new String(in.bytes(5), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private Map<Integer, String> list(ByteInput in) {
    long at = in.offset();
    int count = in.int32();
    int textBytes = in.int32();
    if (count < 0 || textBytes < 0) {
      throw in.wrongAt(at, count + " labels in " + textBytes + " bytes", "none under 0");
    }

    byte[] offsets = in.bytes(4L * count);
    byte[] values = in.bytes(4L * count);
    byte[] text = in.bytes(textBytes);
    Map<Integer, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      int from = header.order.int32(offsets, 4 * i);
      if (from < 0 || from > textBytes) {
        throw in.wrongAt(at, "a label at " + from, "one within " + textBytes + " bytes");
      }

      labels.put(
          header.order.int32(values, 4 * i), header.texts.decodeTerminated(text, from, textBytes));
    }

    return labels;
  }
}

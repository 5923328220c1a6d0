package org.quipu.file;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The value labels of a Stata file, which are stored after its rows. */
final class DtaLabels {
  private final DtaHeader header;
  private final LabelCount count;
  private final Map<String, Map<Integer, String>> lists = new HashMap<>();
  private final Map<List<String>, Map<String, String>> written = new HashMap<>();

  private DtaLabels(String file, DtaHeader header) {
    this.header = header;
    this.count = new LabelCount(file);
  }

  static DtaLabels read(Source source, DtaHeader header) {
    DtaLabels labels = new DtaLabels(source.name(), header);
    try (ByteInput in = ByteInput.open(source)) {
      in.order(header.order);
      in.expecting("the value labels");
      in.skipTo(header.valueLabelsAt());
      in.expect("<value_labels>");
      labels.readLists(in);
    }

    return labels;
  }

  /** The labels of a variable by value, written as its type is; variables alike share them. */
  Map<String, String> of(int variable, VariableType type) {
    String name = header.labelNames.get(variable);
    return written.computeIfAbsent(
        List.of(name, type.name(), header.formats.get(variable)),
        key -> write(lists.getOrDefault(name, Map.of()), variable, type));
  }

  private Map<String, String> write(Map<Integer, String> list, int variable, VariableType type) {
    Map<String, String> labels = new LinkedHashMap<>();
    list.forEach(
        (value, label) -> {
          count.add(0);
          labels.put(code(variable, type, value), label);
        });
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
        throw in.wrong("other bytes", "<lbl> or </value_labels>");
      }

      in.expecting("a list of value labels");
      in.skip(4);
      byte[] name = in.bytes(header.format.nameBytes);
      in.skip(3);
      lists.put(header.texts.decodeTerminated(name, 0, name.length), list(in));
      in.expect("</lbl>");
    }
  }

  private String text(byte[] texts, int from) {
    int end = from;
    while (end < texts.length && texts[end] != 0) {
      end++;
    }

    count.add(end - from);
    return header.texts.decodeTerminated(texts, from, Math.min(end + 1, texts.length));
  }

  private static String tag(ByteInput in) {
    in.expecting("<lbl> or </value_labels>");
    return new String(in.bytes(5), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private Map<Integer, String> list(ByteInput in) {
    long at = in.offset();
    int size = in.int32();
    int textBytes = in.int32();
    if (size < 0 || textBytes < 0) {
      throw in.wrongAt(at, size + " labels in " + textBytes + " bytes", "none under 0");
    }

    byte[] offsets = in.bytes(4L * size);
    byte[] values = in.bytes(4L * size);
    byte[] text = in.bytes(textBytes);
    Map<Integer, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      int from = header.order.int32(offsets, 4 * i);
      if (from < 0 || from > textBytes) {
        throw in.wrongAt(at, "a label at " + from, "one within " + textBytes + " bytes");
      }

      labels.put(header.order.int32(values, 4 * i), text(text, from));
    }

    return labels;
  }
}

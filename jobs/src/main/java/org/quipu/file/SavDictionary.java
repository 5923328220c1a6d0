package org.quipu.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The records between the header and the rows of an SPSS file, undecoded. */
final class SavDictionary {
  private static final int VARIABLE = 2;
  private static final int VALUE_LABELS = 3;
  private static final int LABELLED_VARIABLES = 4;
  private static final int DOCUMENT = 6;
  private static final int EXTENSION = 7;
  private static final int END = 999;

  private final ByteInput in;
  final SavHeader header;
  final List<SavVariable> variables = new ArrayList<>();
  final List<LabelSet> labelSets = new ArrayList<>();
  final Map<Integer, byte[]> extensions = new HashMap<>();
  private final LabelCount labelCount;
  private int units;
  private int continuations;

  /** Value labels, and the variables that share them by their position in a row. */
  record LabelSet(List<byte[]> values, List<byte[]> labels, List<Integer> indexes) {}

  private SavDictionary(ByteInput in) {
    this.in = in;
    this.header = SavHeader.read(in);
    this.labelCount = new LabelCount(in.name());
  }

  static SavDictionary read(ByteInput in) {
    SavDictionary dictionary = new SavDictionary(in);
    dictionary.readRecords();
    return dictionary;
  }

  Bytes order() {
    return in.order();
  }

  /** The bytes of a row. */
  int rowBytes() {
    return 8 * units;
  }

  private void readRecords() {
    while (true) {
      in.expecting("the next record of the SPSS dictionary");
      long at = in.offset();
      checkSize(at);
      int type = in.int32();
      switch (type) {
        case VARIABLE -> variable();
        case VALUE_LABELS -> valueLabels();
        case DOCUMENT -> skipDocument();
        case EXTENSION -> extension();
        case END -> {
          in.skip(4);
          check();
          return;
        }
        default ->
            throw in.wrongAt(
                at, "the record type " + type, "2, 3, 6, 7 or 999 in the SPSS dictionary");
      }
    }
  }

  private void checkSize(long at) {
    String remedy = "Save it with fewer variables, documents or labels.";
    if (at > Limits.HEADER) {
      throw Limits.exceeded(
          in.name(), "a longer SPSS dictionary", Limits.HEADER + " bytes", remedy);
    }

    if (variables.size() > Limits.COLUMNS) {
      throw Limits.exceeded(in.name(), "more variables", String.valueOf(Limits.COLUMNS), remedy);
    }

    if (rowBytes() > Limits.ROW) {
      throw Limits.exceeded(in.name(), "longer rows", Limits.ROW + " bytes", remedy);
    }
  }

  private void check() {
    if (variables.isEmpty()) {
      throw in.wrong("no variables", "at least one");
    }

    if (continuations > 0) {
      throw in.wrong("a text of " + continuations * 8 + " bytes too few", "its whole width");
    }
  }

  private void variable() {
    int number = units + 1;
    in.expecting(() -> "the record of variable " + number);
    long at = in.offset();
    int width = in.int32();
    if (width < -1 || width > 255) {
      throw in.wrongAt(at, "the width " + width + " of variable " + number, "-1 to 255");
    }

    boolean labelled = in.int32() != 0;
    int missingKind = in.int32();
    if (missingKind < -3 || missingKind > 3 || missingKind == -1) {
      throw in.wrongAt(at, missingKind + " missing values", "0 to 3, -2 or -3");
    }

    int printFormat = in.int32();
    in.skip(4);
    byte[] name = in.bytes(8);
    byte[] label = labelled ? padded(in.int32(), 4) : new byte[0];
    byte[][] missing = new byte[Math.abs(missingKind)][];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = in.bytes(8);
    }

    if (width < 0) {
      if (--continuations < 0) {
        throw in.wrongAt(at, "a continuation of no text", "a variable");
      }
    } else {
      if (continuations > 0) {
        throw in.wrongAt(at, "a new variable", "the rest of the one before it");
      }

      variables.add(new SavVariable(units, width, name, label, printFormat, missingKind, missing));
      continuations = Math.max(0, (width + 7) / 8 - 1);
    }

    units++;
  }

  private void valueLabels() {
    long at = in.offset();
    int count = in.int32();
    if (count < 0) {
      throw in.wrongAt(at, count + " value labels", "0 or more");
    }

    List<byte[]> values = new ArrayList<>();
    List<byte[]> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i + 1;
      in.expecting(() -> "value label " + number + " of " + count);
      values.add(in.bytes(8));
      int length = in.uint8();
      labelCount.add(length);
      labels.add(in.bytes(length));
      in.skip(7 - length % 8);
    }

    at = in.offset();
    in.expecting("the variables of the value labels");
    int type = in.int32();
    if (type != LABELLED_VARIABLES) {
      throw in.wrongAt(at, "the record type " + type, "4, the variables of the value labels");
    }

    labelSets.add(new LabelSet(values, labels, labelledVariables()));
  }

  private List<Integer> labelledVariables() {
    long at = in.offset();
    int count = in.int32();
    if (count < 0 || count > units) {
      throw in.wrongAt(at, "value labels of " + count + " variables", "0 to " + units);
    }

    List<Integer> indexes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      at = in.offset();
      int index = in.int32();
      if (index < 1 || index > units) {
        throw in.wrongAt(at, "value labels of variable " + index, "a variable from 1 to " + units);
      }

      indexes.add(index - 1);
    }

    return indexes;
  }

  private void skipDocument() {
    in.skip(80L * in.int32());
  }

  private void extension() {
    int subtype = in.int32();
    in.expecting(() -> "the extension record " + subtype);
    long size = in.int32();
    long count = in.int32();
    if (SavExtensions.isUsed(subtype)) {
      extensions.put(subtype, in.bytes(size * count));
    } else {
      in.skip(size * count);
    }
  }

  private byte[] padded(int length, int multiple) {
    byte[] bytes = in.bytes(length);
    in.skip((multiple - length % multiple) % multiple);
    return bytes;
  }
}

package org.quipu.spark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.quipu.survey.CodeIndex;
import org.quipu.survey.calibration.CalibratedWeights;
import org.quipu.survey.kernel.StratumRows;

/** Reads the auxiliary variables of a calibration. */
final class AuxiliaryReader {
  private final List<VectorReader> texts;
  private final List<VectorReader> numbers;
  private final List<CodeIndex> codes;

  AuxiliaryReader(AuxiliaryFields fields, BatchReaders readers) {
    this.texts = readers.of(fields.texts);
    this.numbers = readers.of(fields.numbers);
    this.codes = Stream.generate(CodeIndex::new).limit(texts.size()).toList();
  }

  /** Null where missing. */
  String[] texts(int row) {
    String[] values = new String[texts.size()];
    Arrays.setAll(values, i -> texts.get(i).id(row, codes.get(i)));
    return values;
  }

  /** NaN where missing. */
  double[] numbers(int row) {
    return numbers.stream().mapToDouble(reader -> reader.number(row)).toArray();
  }

  /** Gives rows their auxiliary variables. */
  void add(StratumRows rows, int base, int from, int to) {
    CalibratedWeights calibration = rows.calibration();
    int[] levels = new int[calibration.auxiliaries().factors()];
    for (int row = from; row < to; row++) {
      calibration.auxiliaries().place(texts(row), levels);
      rows.auxiliary(base + row - from, levels, numbers(row));
    }
  }
}

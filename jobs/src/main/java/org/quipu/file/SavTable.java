package org.quipu.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quipu.UserException;

/** The variables of an SPSS file: the records of its dictionary combined and decoded. */
final class SavTable {
  private final String file;
  private final SavDictionary dictionary;
  private final SavExtensions extensions;
  private final TextDecoder texts;
  private final List<SavVariable> variables;
  private final Map<Integer, SavVariable> byIndex = new HashMap<>();
  private final TableSchema schema;

  SavTable(String file, SavDictionary dictionary) {
    this.file = file;
    this.dictionary = dictionary;
    this.extensions = new SavExtensions(file, dictionary.extensions, dictionary.order());
    this.texts = new TextDecoder(extensions.charset());
    this.variables = nameAndMerge();
    variables.forEach(variable -> byIndex.put(variable.index, variable));
    dictionary.labelSets.forEach(this::label);
    Map<String, SavVariable> textsByName = textsByName();
    extensions
        .longTextLabels(texts)
        .forEach((name, labels) -> find(textsByName, name).ifPresent(v -> v.labels = labels));
    extensions
        .longTextMissing(texts)
        .forEach((name, values) -> find(textsByName, name).ifPresent(v -> v.longMissing = values));
    this.schema = buildSchema();
  }

  List<SavVariable> variables() {
    return variables;
  }

  TextDecoder texts() {
    return texts;
  }

  double systemMissing() {
    return extensions.systemMissing();
  }

  TableSchema schema() {
    return schema;
  }

  private List<SavVariable> nameAndMerge() {
    Map<String, String> longNames = extensions.longNames(texts);
    Map<String, Integer> widths = extensions.longTextWidths(texts);
    List<SavVariable> merged = new ArrayList<>();
    List<SavVariable> all = dictionary.variables;
    for (int i = 0; i < all.size(); i++) {
      SavVariable variable = all.get(i);
      String shortName = texts.decodeFilled(variable.shortName);
      String key = shortName.toUpperCase(Locale.ROOT);
      variable.name = longNames.getOrDefault(key, shortName);
      int width = widths.getOrDefault(key, variable.width);
      if (width > 255) {
        variable.width = width;
        i += SavVariable.segments(width) - 1;
        checkSegments(variable, i < all.size() ? all.get(i) : null);
      }

      merged.add(variable);
    }

    return merged;
  }

  /** Checks that the last segment of a long text ends where its width requires. */
  private void checkSegments(SavVariable variable, SavVariable last) {
    boolean fits =
        last != null
            && last.isText()
            && variable.index + variable.units() == last.index + last.units();
    if (!fits) {
      throw UserException.input(
          file + ", variable " + variable.name,
          "a text of " + variable.width + " bytes without room for it in a row",
          SavVariable.segments(variable.width) + " segments",
          "The file is damaged: copy or download it again.");
    }
  }

  /** Variables of the same kind share one map: lists of labels are long and often shared. */
  private void label(SavDictionary.LabelSet set) {
    Map<VariableType, Map<String, String>> shared = new EnumMap<>(VariableType.class);
    for (int index : set.indexes()) {
      SavVariable variable = at(index);
      variable.labels = shared.computeIfAbsent(kind(variable), kind -> labels(set, variable));
    }
  }

  private Map<String, String> labels(SavDictionary.LabelSet set, SavVariable variable) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < set.values().size(); i++) {
      labels.put(code(variable, set.values().get(i)), texts.decodeFilled(set.labels().get(i)));
    }

    return labels;
  }

  private static VariableType kind(SavVariable variable) {
    return variable.isText() ? VariableType.TEXT : SavFormat.type(variable.printFormat);
  }

  private SavVariable at(int index) {
    SavVariable variable = byIndex.get(index);
    if (variable == null) {
      throw UserException.input(
          file,
          "value labels of variable " + (index + 1) + ", at which none begins",
          "one of " + variables.size() + " variables",
          "The file is damaged: copy or download it again.");
    }

    return variable;
  }

  /** The variables that are texts by their names, long and short, in upper case. */
  private Map<String, SavVariable> textsByName() {
    Map<String, SavVariable> found = new HashMap<>();
    for (SavVariable variable : variables) {
      if (variable.isText()) {
        found.putIfAbsent(variable.name.toUpperCase(Locale.ROOT), variable);
        found.putIfAbsent(
            texts.decodeFilled(variable.shortName).toUpperCase(Locale.ROOT), variable);
      }
    }

    return found;
  }

  private static Optional<SavVariable> find(Map<String, SavVariable> variables, String name) {
    return Optional.ofNullable(variables.get(name.toUpperCase(Locale.ROOT)));
  }

  /** A labelled or missing value as text. */
  private String code(SavVariable variable, byte[] value) {
    return variable.isText()
        ? texts.decodeFilled(value)
        : code(kind(variable), dictionary.order().float64(value, 0));
  }

  /** A stored number as text, even if it is outside the range of its type. */
  static String code(VariableType type, double stored) {
    double value = SavFormat.value(type, stored);
    return IsoTimes.isValid(type, value) ? IsoTimes.text(type, value) : Numbers.shortest(stored);
  }

  /** The number of rows, which the header and an extension record give; −1 if neither does. */
  private long rows() {
    long rows = dictionary.header.rows();
    long again = extensions.rows().orElse(rows);
    if (rows >= 0 && again != rows) {
      throw UserException.input(
          file,
          rows + " rows by its header and " + again + " by its extension record 16",
          "the same number in both",
          "The file is damaged: copy or download it again.");
    }

    return rows;
  }

  private TableSchema buildSchema() {
    SavHeader header = dictionary.header;
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("program", header.product());
    origin.put("created", header.created());
    origin.put(
        "layout",
        switch (header.compression()) {
          case NONE -> "uncompressed";
          case BYTECODE -> "bytecode";
          case ZLIB -> "zlib";
        });
    if (header.weight() > 0) {
      SavVariable weight = byIndex.get(header.weight() - 1);
      if (weight != null) {
        origin.put("weight", weight.name);
      }
    }

    return new TableSchema(
        FileFormat.SPSS,
        texts.charsetName(),
        rows(),
        texts.decodeFilled(header.label().getBytes(ISO_8859_1)),
        variables.stream().map(this::described).toList(),
        origin);
  }

  private Variable described(SavVariable variable) {
    return new Variable(
        variable.name,
        texts.decodeFilled(variable.label),
        kind(variable),
        variable.isText() ? variable.width : variable.printFormat >> 8 & 0xff,
        SavFormat.text(variable.printFormat),
        variable.labels,
        missing(variable));
  }

  private MissingValues missing(SavVariable variable) {
    List<String> codes = new ArrayList<>(variable.longMissing);
    boolean range = variable.missingKind < 0;
    for (int i = range ? 2 : 0; i < variable.missing.length; i++) {
      codes.add(code(variable, variable.missing[i]));
    }

    return range && !variable.isText()
        ? new MissingValues(codes, bound(variable, 0), bound(variable, 1))
        : MissingValues.of(codes);
  }

  /** A bound of a range; SPSS writes LOWEST and HIGHEST as the extreme doubles. */
  private double bound(SavVariable variable, int i) {
    double stored = dictionary.order().float64(variable.missing[i], 0);
    boolean open = Math.abs(stored) >= Math.nextDown(Double.MAX_VALUE);
    return open ? Math.copySign(Double.POSITIVE_INFINITY, stored) : stored;
  }
}

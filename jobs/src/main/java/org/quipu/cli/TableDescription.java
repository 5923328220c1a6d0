package org.quipu.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.file.MissingValues;
import org.quipu.file.Numbers;
import org.quipu.file.Source;
import org.quipu.file.TableSchema;
import org.quipu.file.Variable;
import org.quipu.file.VariableType;
import org.quipu.job.DescribeJob;
import org.quipu.store.Manifest;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** What a table is, as text for a terminal. */
final class TableDescription {
  private static final int LONGEST_NAME = 32;

  private final DescribeJob.Described table;
  private final Messages texts;
  private final Language language;
  private final Source source;
  private final TableSchema schema;

  TableDescription(DescribeJob.Described table, Console console) {
    this.texts = console.texts();
    this.language = console.language();
    this.table = table;
    this.source = table.source();
    this.schema = table.schema();
  }

  /** One line: name, size, format. */
  String line() {
    return texts.of(
        "describe.line",
        source.name(),
        language.count(schema.rows()),
        language.count(schema.variables().size()),
        schema.format().title() + (schema.label().isEmpty() ? "" : " (" + schema.label() + ")"));
  }

  /** All that the file says, its digest, and how a table of a store was made. */
  String whole() {
    StringBuilder text = new StringBuilder();
    text.append(source.name()).append('\n');
    fact(text, texts.of("describe.label"), schema.label());
    fact(text, texts.of("describe.format"), schema.format().title());
    fact(text, texts.of("describe.charset"), schema.charset());
    fact(text, texts.of("describe.rows"), language.count(schema.rows()));
    fact(text, texts.of("describe.columns"), language.count(schema.variables().size()));
    schema.origin().forEach((name, value) -> fact(text, name, value));
    long size = source.size();
    fact(
        text,
        texts.of("describe.size"),
        size < 0 ? "" : texts.of("describe.bytes", language.count(size)));
    fact(text, texts.of("describe.sha256"), source.sha256());
    table.manifest().ifPresent(manifest -> provenance(text, manifest));
    int width =
        schema.variables().stream()
            .mapToInt(variable -> variable.name().length())
            .filter(length -> length <= LONGEST_NAME)
            .max()
            .orElse(LONGEST_NAME);
    schema.variables().forEach(variable -> variable(text.append('\n'), variable, width));
    return text.toString().stripTrailing();
  }

  private void provenance(StringBuilder text, Manifest manifest) {
    fact(text, texts.of("describe.table"), manifest.table());
    fact(
        text,
        texts.of("describe.made"),
        texts.of("describe.made.by", manifest.created(), manifest.version()));
    manifest.options().forEach((name, value) -> fact(text, "--" + name, value));
    manifest
        .inputs()
        .forEach(
            input -> fact(text, texts.of("describe.input"), input.path() + " " + input.sha256()));
    manifest.notes().forEach(note -> fact(text, texts.of("describe.note"), note));
  }

  private static void fact(StringBuilder text, String name, String value) {
    if (value != null && !value.isBlank()) {
      text.append(String.format("  %-14s %s%n", name, value));
    }
  }

  private void variable(StringBuilder text, Variable variable, int width) {
    String line =
        String.format(
            "%-" + width + "s  %-12s %-11s %s",
            variable.name(),
            kind(variable),
            variable.format(),
            variable.label());
    text.append(line.stripTrailing());
    int codes = variable.labels().keySet().stream().mapToInt(String::length).max().orElse(1);
    variable
        .labels()
        .forEach(
            (code, label) ->
                text.append(String.format("%n%" + (codes + 4) + "s  %s", code, label)));
    String missing = missing(variable.missing());
    if (!missing.isEmpty()) {
      text.append(String.format("%n    %s", texts.of("describe.missing", missing)));
    }
  }

  private String kind(Variable variable) {
    String name = texts.of("describe.type." + variable.type().name().toLowerCase(Locale.ROOT));
    boolean sized = variable.type() == VariableType.TEXT && variable.width() > 0;
    return sized ? name + " " + variable.width() : name;
  }

  private String missing(MissingValues missing) {
    Stream<String> range =
        missing.hasRange() ? Stream.of(range(missing.low(), missing.high())) : Stream.empty();
    return Stream.concat(missing.codes().stream(), range).collect(Collectors.joining(", "));
  }

  private String range(double low, double high) {
    if (Double.isInfinite(low)) {
      return texts.of("describe.up.to", Numbers.shortest(high));
    }

    return Double.isInfinite(high)
        ? texts.of("describe.from", Numbers.shortest(low))
        : texts.of("interval", Numbers.shortest(low), Numbers.shortest(high));
  }
}

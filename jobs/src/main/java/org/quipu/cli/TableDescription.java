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

/** What a table is, as text for a terminal. */
final class TableDescription {
  private static final int LONGEST_NAME = 32;

  private final DescribeJob.Described table;
  private final Source source;
  private final TableSchema schema;

  TableDescription(DescribeJob.Described table) {
    this.table = table;
    this.source = table.source();
    this.schema = table.schema();
  }

  /** One line: name, size, format. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%s: %,d rows, %,d columns, %s%s",
        source.name(),
        schema.rows(),
        schema.variables().size(),
        schema.format().title(),
        schema.label().isEmpty() ? "" : " (" + schema.label() + ")");
  }

  /** All that the file says, its digest, and how a table of a store was made. */
  String whole() {
    StringBuilder text = new StringBuilder();
    text.append(source.name()).append('\n');
    fact(text, "label", schema.label());
    fact(text, "format", schema.format().title());
    fact(text, "charset", schema.charset());
    fact(text, "rows", String.format(Locale.ROOT, "%,d", schema.rows()));
    fact(text, "columns", String.format(Locale.ROOT, "%,d", schema.variables().size()));
    schema.origin().forEach((name, value) -> fact(text, name, value));
    long size = source.size();
    fact(text, "size", size < 0 ? "" : String.format(Locale.ROOT, "%,d bytes", size));
    fact(text, "file SHA-256", source.sha256());
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

  private static void provenance(StringBuilder text, Manifest manifest) {
    fact(text, "table", manifest.table());
    fact(text, "made", manifest.created() + " by quipu " + manifest.version());
    manifest.options().forEach((name, value) -> fact(text, "--" + name, value));
    manifest.inputs().forEach(input -> fact(text, "input", input.path() + " " + input.sha256()));
    manifest.notes().forEach(note -> fact(text, "note", note));
  }

  private static void fact(StringBuilder text, String name, String value) {
    if (value != null && !value.isBlank()) {
      text.append(String.format("  %-14s %s%n", name, value));
    }
  }

  private static void variable(StringBuilder text, Variable variable, int width) {
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
      text.append(String.format("%n    missing: %s", missing));
    }
  }

  private static String kind(Variable variable) {
    String name = variable.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    boolean sized = variable.type() == VariableType.TEXT && variable.width() > 0;
    return sized ? name + " " + variable.width() : name;
  }

  private static String missing(MissingValues missing) {
    Stream<String> range =
        missing.hasRange() ? Stream.of(range(missing.low(), missing.high())) : Stream.empty();
    return Stream.concat(missing.codes().stream(), range).collect(Collectors.joining(", "));
  }

  private static String range(double low, double high) {
    if (Double.isInfinite(low)) {
      return "up to " + Numbers.shortest(high);
    }

    return Double.isInfinite(high)
        ? "from " + Numbers.shortest(low)
        : Numbers.shortest(low) + " to " + Numbers.shortest(high);
  }
}

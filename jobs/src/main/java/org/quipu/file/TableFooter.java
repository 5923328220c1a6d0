package org.quipu.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a Parquet file keeps of the file that it was made from, in the key-value metadata of its
 * footer:
 *
 * <ul>
 *   <li>{@code org.quipu.table}: this record as JSON; {@code table} is the {@link TableSchema} as
 *       the file declared it, with all labels and missing values.
 *   <li>{@code org.apache.spark.sql.parquet.row.metadata}: the schema as Spark writes it, so that
 *       {@code spark.read().parquet(…).schema()} has a column's label as its comment and its value
 *       labels under {@code labels} of its metadata.
 * </ul>
 *
 * @param source the name of the file, without folders
 * @param sha256 of the file
 * @param version of Quipu
 */
record TableFooter(String source, String sha256, String version, TableSchema table) {
  static final String KEY = "org.quipu.table";
  private static final String SPARK_KEY = "org.apache.spark.sql.parquet.row.metadata";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  Map<String, String> metadata() {
    try {
      return Map.of(KEY, JSON.writeValueAsString(this), SPARK_KEY, sparkSchema());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The footer in this metadata; null if the file was not made by {@link TableCopy}. */
  static TableFooter of(Map<String, String> metadata) {
    String json = metadata.get(KEY);
    try {
      TableFooter footer = json == null ? null : JSON.readValue(json, TableFooter.class);
      return footer != null && footer.isWhole() ? footer : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** Whether it has all that is used of it; a footer that others changed may not. */
  private boolean isWhole() {
    return table != null
        && table.format() != null
        && table.label() != null
        && table.variables().stream()
            .allMatch(variable -> variable.name() != null && variable.type() != null);
  }

  /** The schema of the Parquet file, with its origin. */
  TableSchema schema(long rows) {
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("made from", source);
    origin.put("SHA-256", sha256);
    origin.put("by", "quipu " + version);
    origin.put("original", table.format().title() + ", " + table.charset());
    origin.putAll(table.origin());
    return new TableSchema(
        FileFormat.PARQUET, "UTF-8", rows, table.label(), table.variables(), origin);
  }

  private String sparkSchema() throws JsonProcessingException {
    ObjectNode schema = JSON.createObjectNode().put("type", "struct");
    ArrayNode fields = schema.putArray("fields");
    for (Variable variable : table.variables()) {
      ObjectNode field = fields.addObject();
      field.put("name", variable.name());
      field.put("type", sparkType(variable.type()));
      field.put("nullable", true);
      ObjectNode metadata = field.putObject("metadata");
      if (!variable.label().isEmpty()) {
        metadata.put("comment", variable.label());
      }

      if (!variable.labels().isEmpty()) {
        ObjectNode labels = metadata.putObject("labels");
        variable.labels().forEach(labels::put);
      }
    }

    return JSON.writeValueAsString(schema);
  }

  private static String sparkType(VariableType type) {
    return switch (type) {
      case NUMBER -> "double";
      case TEXT, TIME -> "string";
      case DATE -> "date";
      case DATE_TIME -> "timestamp_ntz";
    };
  }
}

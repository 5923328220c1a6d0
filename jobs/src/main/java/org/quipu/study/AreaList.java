package org.quipu.study;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.NearestNames;
import org.quipu.NormalizedText;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;
import org.quipu.target.Area;

/**
 * Reads the column area of a user's list. An area is called by its key, which may lack the leading
 * zero that spreadsheets drop, or by its name where no other has it.
 */
final class AreaList {
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, List<String>> named = new HashMap<>();
  private final TargetAreas areas;

  private AreaList(TargetAreas areas) {
    this.areas = areas;
    for (int i = 0; i < areas.areas().size(); i++) {
      String key = areas.areas().get(i).key();
      keys.put(form(key), key);
      if (areas.labels().get(i) != null) {
        named
            .computeIfAbsent(NormalizedText.of(areas.labels().get(i)), any -> new ArrayList<>())
            .add(key);
      }
    }
  }

  /**
   * Reads a list.
   *
   * @return the keys of its areas, in its order
   * @throws UserException if it is empty, or has an area twice or one that there is not
   */
  static Set<String> read(Path file, TargetAreas areas) {
    return new AreaList(areas).read(file);
  }

  private Set<String> read(Path file) {
    Set<String> listed = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    try (TableReader table = TableFile.open(Source.file(file), List.of("area"))) {
      AssociationFiles.require(table, file, 1);
      while (table.next()) {
        String where = file + ", row " + table.row();
        String written = key(table, where);
        String key = find(written, where);
        if (key == null) {
          unknown.add(written);
        } else if (!listed.add(key)) {
          throw again(where, written);
        }
      }
    }

    if (!unknown.isEmpty()) {
      String first = unknown.get(0);
      List<String> known = areas.areas().stream().map(Area::key).toList();
      throw UserException.input(
          file.toString(),
          "areas that " + areas.source() + " does not have: " + String.join(", ", unknown),
          "areas as they are called there",
          "Correct or remove them; the nearest to %s are %s."
              .formatted(first, String.join(", ", NearestNames.of(first, known))));
    }
    if (listed.isEmpty()) {
      throw noRows(file);
    }

    return listed;
  }

  private String find(String written, String where) {
    String form = form(written);
    String key = keys.getOrDefault(form, keys.get("0" + form));
    List<String> sharing = named.getOrDefault(NormalizedText.of(written), List.of());
    if (key == null && sharing.size() > 1) {
      throw UserException.input(
          where,
          "'%s', the name of %d areas".formatted(written, sharing.size()),
          "one of " + String.join(", ", sharing),
          "Write the area's code instead of its name.");
    }

    return key == null && !sharing.isEmpty() ? sharing.get(0) : key;
  }

  /** The area that a row names in the first column that was asked for. */
  static String key(TableReader table, String where) {
    String key = table.text(0);
    if (key == null || key.isBlank()) {
      throw UserException.input(
          where, "no area", "the name or code of an area", "Fill it in or remove the row.");
    }

    return key;
  }

  static UserException again(String where, String key) {
    return UserException.input(where, key + " again", "each area once", "Keep one row of each.");
  }

  static UserException noRows(Path file) {
    return UserException.input(
        file.toString(), "no row below the headings", "a row for each area", "Add its areas.");
  }

  private static String form(String key) {
    return Normalizer.normalize(key.strip(), Normalizer.Form.NFC);
  }
}

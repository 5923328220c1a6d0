package org.quipu.bulletin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quipu.Regions;
import org.quipu.Ubigeo;
import org.quipu.charts.AreaKind;
import org.quipu.smallarea.AreaLevel;

/** What the areas of a map are: so many digits of UBIGEO. */
enum MapLevel {
  REGION(AreaKind.REGION, 2),
  PROVINCE(AreaKind.PROVINCE, 4),
  DISTRICT(AreaKind.DISTRICT, 6);

  private final AreaKind kind;
  private final int digits;

  MapLevel(AreaKind kind, int digits) {
    this.kind = kind;
    this.digits = digits;
  }

  AreaKind kind() {
    return kind;
  }

  /** The level of the areas of a study; empty where they are a file's own. */
  static Optional<MapLevel> of(AreaLevel level) {
    return switch (level) {
      case PROVINCE -> Optional.of(PROVINCE);
      case DISTRICT -> Optional.of(DISTRICT);
      case AREA -> Optional.empty();
    };
  }

  /** The code of an area of this level as it is written; it may have lost the zero in front. */
  Optional<String> code(String written) {
    if (written.isEmpty() || !written.chars().allMatch(Character::isDigit)) {
      return Optional.empty();
    }

    String code = written.length() == digits - 1 ? "0" + written : written;

    return Optional.of(code)
        .filter(known -> known.length() == digits)
        .filter(
            known ->
                this == REGION
                    ? Regions.codes().contains(known)
                    : Ubigeo.shipped().name(known).isPresent());
  }

  String name(String code) {
    return this == REGION ? Regions.name(code) : Ubigeo.shipped().name(code).orElse(code);
  }

  /** The areas without which a map of this level has holes: districts come and go. */
  List<String> needed() {
    return switch (this) {
      case REGION -> Regions.codes();
      case PROVINCE -> Ubigeo.shipped().provinces();
      case DISTRICT -> List.of();
    };
  }

  /** The level as tables and names of files have it. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String plural() {
    return code() + "s";
  }
}

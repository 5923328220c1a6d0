package org.quipu.survey.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quipu.Coded;
import org.quipu.UserException;

/**
 * The rules by which statistical offices decide what to publish, and how to mark it.
 *
 * <p>{@code inei}: the precision scale of INEI's fichas técnicas, with the minimum of 25 cases of
 * the DHS programme added. {@code dhs}: the Guide to DHS Statistics. {@code chile}: INE Chile's
 * standard of 2020; {@code cepal-2020} and {@code cepal-2023}: ECLAC's, as the R package calidad
 * applies them.
 */
public enum QualityScheme implements Coded {
  INEI("inei"),
  DHS("dhs"),
  CEPAL_2020("cepal-2020"),
  CEPAL_2023("cepal-2023"),
  CHILE("chile");

  private final String code;

  QualityScheme(String code) {
    this.code = code;
  }

  /** The scheme of this name, as in {@code --quality}. */
  public static QualityScheme named(String name) {
    return Arrays.stream(values())
        .filter(scheme -> scheme.code.equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                UserException.input(
                    "quality scheme",
                    "'" + name + "'",
                    Arrays.stream(values())
                        .map(QualityScheme::toString)
                        .collect(Collectors.joining(", ")),
                    "Choose one of them."));
  }

  /**
   * The decision on one estimate; {@link Grade#NOT_ASSESSED} where the scheme needs what is not
   * known.
   */
  public Assessment assess(ReviewedEstimate figure) {
    return switch (this) {
      case INEI -> InternationalRules.inei(figure);
      case DHS -> InternationalRules.dhs(figure);
      case CEPAL_2020 -> LatinAmericanRules.cepal2020(figure);
      case CEPAL_2023 -> LatinAmericanRules.cepal2023(figure);
      case CHILE -> LatinAmericanRules.chile(figure);
    };
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}

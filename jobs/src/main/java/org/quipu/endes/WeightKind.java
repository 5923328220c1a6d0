package org.quipu.endes;

/** The weight that a year's files give its women. */
enum WeightKind {
  WOMAN("interviews not completed"),
  /** The weight for the answers on violence alone, blank for women who were not asked in person. */
  VIOLENCE("interviewed by telephone, or not about violence"),
  /** The household's, because the woman's is missing. */
  HOUSEHOLD("interviews not completed");

  private final String whoHasNone;

  WeightKind(String whoHasNone) {
    this.whoHasNone = whoHasNone;
  }

  /** By the module that holds the weight. */
  static WeightKind in(String module) {
    return switch (module) {
      case EndesModule.VIOLENCE -> VIOLENCE;
      case "RECH0" -> HOUSEHOLD;
      default -> WOMAN;
    };
  }

  /** Who the women without such a weight are. */
  String whoHasNone() {
    return whoHasNone;
  }
}

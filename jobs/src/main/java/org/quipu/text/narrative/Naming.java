package org.quipu.text.narrative;

import java.util.Locale;

/** How the sentences of tables name indicators and measures. */
enum Naming {
  /** By their names; the table is a store's. */
  NAMES {
    @Override
    String indicator(Names names, String key) {
      String name = names.indicator(key);
      return names
          .texts()
          .of("indicator", name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    }

    @Override
    String measure(Names names, String key) {
      return names.coverage().measureInSentence(key);
    }
  },
  /** By their keys, which are a user's; measures that are known by their names. */
  KEYS {
    @Override
    String indicator(Names names, String key) {
      return names.texts().of("indicator.key", key);
    }

    @Override
    String measure(Names names, String key) {
      return names.coverage().isKnown(key) ? names.coverage().measureInSentence(key) : key;
    }
  };

  /** An indicator inside a sentence: {@code la prevalencia de «violencia física»}. */
  abstract String indicator(Names names, String key);

  /** A measure of coverage inside a sentence. */
  abstract String measure(Names names, String key);
}

package org.quipu.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The part of the population that is looked at; the other rows stay in the design. */
final class WhereOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--where", paramLabel = "COLUMN=VALUE", arity = "1..*")
  private List<String> where = List.of();

  /** The values that columns have in it; empty for all of the population. */
  Map<String, Set<String>> domain() {
    Map<String, Set<String>> domain = new TreeMap<>();
    for (String wanted : where) {
      int equals = wanted.indexOf('=');
      if (equals < 1) {
        throw WrongCommandLine.of(spec, "wrong.where", wanted);
      }

      domain
          .computeIfAbsent(wanted.substring(0, equals), column -> new TreeSet<>())
          .add(wanted.substring(equals + 1));
    }

    return domain;
  }
}

package org.quipu.survey;

import java.io.Serializable;
import java.util.List;

/**
 * A table of disjoint domains: one for each combination of codes of its columns. A row with a
 * missing code belongs to none of them.
 *
 * @param columns empty for the whole population; several for a crossing
 */
public record DomainTable(String name, List<String> columns) implements Serializable {
  /** The code of the only domain of {@link #NATIONAL}. */
  public static final String WHOLE = "00";

  /** The whole population as one domain. */
  public static final DomainTable NATIONAL = new DomainTable("national", List.of());

  public DomainTable {
    columns = List.copyOf(columns);
  }

  /** The table of this name: {@code national}, a column, or columns joined by colons. */
  public static DomainTable of(String name) {
    return name.equals(NATIONAL.name())
        ? NATIONAL
        : new DomainTable(name, List.of(name.split(":", -1)));
  }
}

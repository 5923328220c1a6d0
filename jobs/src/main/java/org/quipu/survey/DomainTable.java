package org.quipu.survey;

import java.io.Serializable;
import java.util.List;
import org.quipu.UserException;

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

  /**
   * The table of this name: {@code national}, a column, or columns joined by colons.
   *
   * @throws UserException if a column has no name
   */
  public static DomainTable of(String name) {
    List<String> dimensions = List.of(name.split(":", -1));
    if (dimensions.stream().anyMatch(String::isBlank)) {
      throw UserException.input(
          "table of domains " + name,
          "a column without a name",
          "columns joined by colons, as in region:sex",
          "Name it, or leave out the colon");
    }

    return name.equals(NATIONAL.name()) ? NATIONAL : new DomainTable(name, dimensions);
  }
}

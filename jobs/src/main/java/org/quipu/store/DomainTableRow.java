package org.quipu.store;

/** A row about one indicator in the domains of one table. */
public interface DomainTableRow {
  String indicator();

  /** The table of domains, such as {@code region:residence}. */
  String by();
}

package org.quipu.endes;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.quipu.UserException;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;

/** Streams the rows of one file with their keys and harmonised values. */
final class ModuleRows implements Iterator<ModuleRow>, AutoCloseable {
  private final ModulePlan plan;
  private final EndesModule module;
  private final List<String> columns = new ArrayList<>();
  private final int key;
  private final int line;
  private final int[] variables;
  private final TableReader table;
  private boolean read;
  private boolean more;

  ModuleRows(ModulePlan plan) {
    this.plan = plan;
    this.module = plan.endesModule();
    this.key = column(module.key());
    this.line = module.line().isEmpty() ? -1 : column(module.line());
    this.variables = plan.variables().stream().mapToInt(this::column).toArray();
    this.table = TableFile.open(plan.source(), columns);
  }

  /** Requests a column; returns its index in the reader. */
  private int column(String name) {
    columns.add(name);
    return columns.size() - 1;
  }

  @Override
  public boolean hasNext() {
    if (!read) {
      more = table.next();
      read = true;
      if (!more) {
        close();
      }
    }

    return more;
  }

  @Override
  public ModuleRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }

    read = false;
    double[] values = new double[variables.length];
    for (int i = 0; i < values.length; i++) {
      double code = table.number(variables[i]);
      values[i] = Double.isNaN(code) ? code : plan.recodes().get(i).of(code);
    }

    return new ModuleRow(plan.year(), key(), plan.module(), values);
  }

  private Key key() {
    String text = table.text(key);
    boolean woman = module.unit() == EndesModule.Unit.WOMAN;
    Key parsed = woman ? Key.woman(text) : Key.household(text);
    if (parsed == null) {
      throw UserException.input(
          plan.source().name() + ", row " + table.row() + ", " + module.key(),
          text == null ? "nothing" : "a text of " + text.length() + " characters",
          woman
              ? "4 digits of cluster, 3 of dwelling, 2 of household, and the woman's line"
              : "4 digits of cluster, 3 of dwelling, 2 of household",
          "Use the file as INEI publishes it; spreadsheets take the zeros away.");
    }

    return line < 0 ? parsed : parsed.member((int) table.number(line));
  }

  @Override
  public void close() {
    table.close();
  }
}

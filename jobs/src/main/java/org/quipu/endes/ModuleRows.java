package org.quipu.endes;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.quipu.UserException;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;

/** The rows of one file with their keys and harmonised values, streamed. */
final class ModuleRows implements Iterator<ModuleRows.ModuleRow>, AutoCloseable {
  /**
   * One row.
   *
   * @param values of the plan's columns, in its order; NaN where missing
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  record ModuleRow(Key key, double[] values) {}

  private final ModulePlan plan;
  private final EndesModule module;
  private final TableReader table;
  private final int first;
  private boolean read;
  private boolean more;

  ModuleRows(ModulePlan plan) {
    this.plan = plan;
    this.module = plan.endesModule();
    List<String> columns = new ArrayList<>(List.of(module.key()));
    if (!module.line().isEmpty()) {
      columns.add(module.line());
    }

    this.first = columns.size();
    columns.addAll(plan.variables());
    this.table = TableFile.open(plan.source(), columns);
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
    double[] values = new double[plan.columns().size()];
    for (int i = 0; i < values.length; i++) {
      double code = table.isMissing(first + i) ? Double.NaN : table.number(first + i);
      values[i] = Double.isNaN(code) ? code : plan.recodes().get(i).of(code);
    }

    return new ModuleRow(key(), values);
  }

  private Key key() {
    String text = table.text(0);
    boolean woman = module.unit() == EndesModule.Unit.WOMAN;
    Key key = woman ? Key.woman(text) : Key.household(text);
    if (key == null) {
      throw UserException.input(
          plan.source().name() + ", row " + table.row() + ", " + module.key(),
          text == null ? "nothing" : "\"" + text + "\"",
          woman
              ? "4 digits of cluster, 3 of dwelling, 2 of household, and the woman's line"
              : "4 digits of cluster, 3 of dwelling, 2 of household",
          "Use the file as INEI publishes it; spreadsheets take the zeros away.");
    }

    return module.line().isEmpty() ? key : key.member((int) table.number(1));
  }

  @Override
  public void close() {
    table.close();
  }

  @Override
  public String toString() {
    return plan.source() + " " + plan.columns();
  }
}

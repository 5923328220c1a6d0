package org.quipu.change;

import java.util.stream.IntStream;
import org.quipu.change.ChangeFamily.Pair;
import org.quipu.store.DecompositionRow;
import org.quipu.store.PrevalenceRow;

/** The rows of the table {@code change_decomposition}. */
public final class DecompositionTable {
  private DecompositionTable() {}

  /**
   * The standard composition: the mean of the two years' shares of the groups in the whole
   * population.
   */
  public static double[] standard(TwoYears population) {
    double[][] shares = {shares(population, 0), shares(population, 1)};
    return IntStream.range(0, population.domains())
        .mapToDouble(g -> (shares[0][g] + shares[1][g]) / 2)
        .toArray();
  }

  private static double[] shares(TwoYears population, int year) {
    double[] sizes =
        IntStream.range(0, population.domains())
            .mapToDouble(g -> population.universe(g, year).value())
            .toArray();
    double all = IntStream.range(0, sizes.length).mapToDouble(g -> sizes[g]).sum();
    return IntStream.range(0, sizes.length).mapToDouble(g -> sizes[g] / all).toArray();
  }

  /**
   * The split of one domain's change.
   *
   * @param composedBy what makes the groups
   * @param groups the domain's groups, of which at least one has members in both years
   * @param standard their shares in the standard composition
   */
  public static DecompositionRow row(
      Pair domain, String composedBy, TwoYears groups, double[] standard) {
    PrevalenceRow from = domain.from();
    PrevalenceRow to = domain.to();
    Decomposition split = Decomposition.of(groups, standard, from.df() + to.df());
    return new DecompositionRow(
        to.indicator(),
        to.by(),
        to.domain(),
        to.label(),
        from.year(),
        to.year(),
        composedBy,
        split.groups(),
        split.change().estimate(),
        split.change().standardError(),
        split.composition().estimate(),
        split.composition().standardError(),
        split.composition().low(),
        split.composition().high(),
        split.rate().estimate(),
        split.rate().standardError(),
        split.rate().low(),
        split.rate().high(),
        from.df() + to.df(),
        split.standardizedFrom().estimate(),
        split.standardizedFrom().standardError(),
        split.standardizedTo().estimate(),
        split.standardizedTo().standardError(),
        split.standardizedChange().estimate(),
        split.standardizedChange().standardError(),
        split.standardizedChange().low(),
        split.standardizedChange().high(),
        100 * split.standardCovered(),
        from.source().merge(to.source()));
  }
}

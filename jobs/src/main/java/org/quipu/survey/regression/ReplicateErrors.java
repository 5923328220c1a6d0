package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.UserException;
import org.quipu.survey.ReplicateCovariance;
import org.quipu.survey.regression.PlaceTotals.RowValues;

/**
 * Errors from replicates: the model is fitted anew with the weights of each, from where the search
 * with the sample's weights ended (R: {@code survey::svyglm} of a {@code svyrep.design}).
 */
final class ReplicateErrors implements SampleErrors {
  /** So many numbers are summed at once. */
  private static final int MOST_SUMS = 1 << 22;

  /** How much larger than with the sample's weights the parts of a row may be. */
  private static final double ROOM = 4;

  private final EncodedRows rows;
  private final Model model;
  private final RowReplicates replicates;

  ReplicateErrors(EncodedRows rows, Model model, RowReplicates replicates) {
    this.rows = rows;
    this.model = model;
    this.replicates = replicates;
  }

  @Override
  public double[][] ofParameters(Likelihood likelihood, Newton full) {
    int p = likelihood.count();
    int group = Math.max(1, MOST_SUMS / (p * (p + 3) / 2 + 1));
    double[][] parameters = new double[replicates.count()][];
    int[] counting =
        IntStream.range(0, parameters.length).filter(r -> replicates.scales().get(r) > 0).toArray();
    Arrays.fill(parameters, full.parameters());
    for (int from = 0; from < counting.length; from += group) {
      int[] numbers = Arrays.copyOfRange(counting, from, Math.min(counting.length, from + group));
      List<Newton> searches = search(full, numbers);
      for (int i = 0; i < numbers.length; i++) {
        parameters[numbers[i]] = searches.get(i).parameters();
      }
    }

    return ReplicateCovariance.of(parameters, replicates.scales(), p);
  }

  /** Fits the model in some replicates at once: each pass over the rows takes a step in all. */
  private List<Newton> search(Newton full, int[] numbers) {
    List<Newton> searches = Arrays.stream(numbers).mapToObj(r -> full.again(ROOM)).toList();
    while (true) {
      int[] open =
          IntStream.range(0, numbers.length).filter(i -> !searches.get(i).isDone()).toArray();
      if (open.length == 0) {
        return searches;
      }

      int[] which = Arrays.stream(open).map(i -> numbers[i]).toArray();
      List<NewtonSums> wanted = new ArrayList<>();
      Arrays.stream(open).forEach(i -> wanted.add(searches.get(i).wanted()));
      ReplicateSums sums = rows.sums(new ReplicateSums(model, replicates, which, wanted));
      for (int i = 0; i < open.length; i++) {
        accept(searches.get(open[i]), sums.of(i), which[i]);
      }
    }
  }

  private void accept(Newton search, NewtonSums sums, int replicate) {
    try {
      search.accept(sums);
    } catch (UserException e) {
      throw new UserException(replicates.name(replicate) + ": " + e.getMessage(), e);
    }
  }

  @Override
  public double[][] ofMeans(RowValues values, double[] largest, double[] totals) {
    int k = totals.length - 1;
    double[] guess = Arrays.stream(largest).map(each -> ROOM * each).toArray();
    double[][] sums = ReplicateTotals.of(rows, model, replicates, values, guess);
    double[][] means = new double[sums.length][k];
    for (int r = 0; r < sums.length; r++) {
      double[] own = sums[r];
      Arrays.setAll(means[r], i -> own[i] / own[k]);
    }

    return ReplicateCovariance.of(means, replicates.scales(), k);
  }

  @Override
  public double df() {
    return replicates.rank(rows) - 1;
  }
}

package org.quipu.survey.regression;

import java.util.List;
import org.quipu.survey.ReplicateFactors;
import org.quipu.survey.Replication;

/** Replicates that are made of the clusters of the sample. */
final class ClusterReplicates implements RowReplicates {
  private static final long serialVersionUID = 1L;

  private final ReplicateFactors factors;
  private final int independent;

  /**
   * @param strata by name
   */
  ClusterReplicates(Replication replication, List<SampleStratum> strata) {
    this.factors =
        ReplicateFactors.of(replication, strata.stream().map(SampleStratum::sampled).toList());
    long counting = strata.stream().mapToLong(SampleStratum::counting).sum();
    long whole = strata.stream().filter(SampleStratum::isWhole).count();
    // The factors of all clusters of a stratum add up to the same in every replicate.
    this.independent = (int) Math.min(factors.count(), counting - Math.max(0, whole - 1));
  }

  @Override
  public List<Double> scales() {
    return factors.scales();
  }

  @Override
  public String name(int replicate) {
    return factors.name(replicate);
  }

  @Override
  public int rank(EncodedRows rows) {
    return independent;
  }

  @Override
  public Weights of(RowChunk chunk) {
    double[] sampling = chunk.replicates.length == 0 ? chunk.weights : chunk.replicates[0];
    int[] numbers =
        chunk.sampled.stream()
            .map(PlaceSample::place)
            .mapToInt(place -> factors.number(place.stratum(), place.cluster()))
            .toArray();
    return (replicate, row) ->
        factors.factor(replicate, numbers[chunk.places[row]]) * sampling[row];
  }
}

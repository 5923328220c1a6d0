package org.quipu.survey.regression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.survey.ClusterSample;
import org.quipu.survey.ReplicateFactors;
import org.quipu.survey.Replication;

/** Replicates that are made of the clusters of the sample. */
final class ClusterReplicates implements RowReplicates {
  private static final long serialVersionUID = 1L;

  private final ReplicateFactors factors;
  private final String[] names;
  private final Map<RowChunk.Place, Integer> clusters = new HashMap<>();
  private final int independent;

  /**
   * @param strata by name
   */
  ClusterReplicates(Replication replication, List<SampleStratum> strata) {
    this.factors =
        ReplicateFactors.of(replication, strata.stream().map(SampleStratum::sample).toList());
    this.names = new String[strata.stream().mapToInt(each -> each.members().size()).sum()];
    int number = 0;
    long free = 0;
    int whole = 0;
    for (SampleStratum stratum : strata) {
      free += stratum.counting();
      whole += stratum.counting() == stratum.sample().count() ? 1 : 0;
      for (List<RowChunk.Place> member : stratum.members()) {
        names[number] =
            "cluster "
                + member.get(0).cluster()
                + " of "
                + ClusterSample.stratum(member.get(0).stratum());
        for (RowChunk.Place place : member) {
          clusters.put(place, number);
        }

        number++;
      }
    }

    // The factors of all clusters of a stratum add up to the same in every replicate.
    this.independent = (int) Math.min(factors.count(), free - Math.max(0, whole - 1));
  }

  @Override
  public List<Double> scales() {
    return factors.scales();
  }

  @Override
  public String name(int replicate) {
    int out = factors.leftOut(replicate);
    return "replicate " + (replicate + 1) + (out < 0 ? "" : ", without " + names[out]);
  }

  @Override
  public int rank(EncodedRows rows) {
    return independent;
  }

  @Override
  public Weights of(RowChunk chunk) {
    int[] numbers =
        chunk.sampled.stream().mapToInt(sample -> clusters.get(sample.place())).toArray();
    return (replicate, row) ->
        factors.factor(replicate, numbers[chunk.places[row]]) * chunk.weights[row];
  }
}

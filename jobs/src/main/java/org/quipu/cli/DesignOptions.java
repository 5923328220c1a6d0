package org.quipu.cli;

import java.util.List;
import org.quipu.survey.Design;
import org.quipu.survey.LonelyPsu;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that name the columns of a file's sampling design. */
final class DesignOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--weight", paramLabel = "W")
  private String weight;

  @Option(names = "--stratum", paramLabel = "S")
  private String stratum;

  @Option(names = "--psu", paramLabel = "P[,P2]", split = ",")
  private List<String> clusters = List.of();

  @Option(names = "--fpc", paramLabel = "N[,N2]", split = ",")
  private List<String> fpc = List.of();

  @Option(names = "--lonely-psu", paramLabel = "M")
  private LonelyPsu lonely;

  /** Whether clusters were sampled, with replacement. */
  boolean isOfClusters() {
    return !clusters.isEmpty() && fpc.isEmpty();
  }

  /** Whether any column is named. */
  boolean given() {
    return weight != null || stratum != null || !clusters.isEmpty() || !fpc.isEmpty();
  }

  /** What strata with a single cluster contribute. */
  LonelyPsu lonely(LonelyPsu usual) {
    return lonely == null ? usual : lonely;
  }

  /** Refuses stages that cannot be. */
  void check() {
    if (clusters.size() > 2) {
      throw WrongCommandLine.of(spec, "wrong.psu");
    }

    if (fpc.size() > Math.max(1, clusters.size())) {
      throw WrongCommandLine.of(spec, "wrong.fpc.stages");
    }

    if (fpc.size() == 1 && clusters.size() == 2) {
      throw WrongCommandLine.of(spec, "wrong.fpc.second");
    }
  }

  Design design() {
    Design design =
        Design.clusters(clusters.toArray(String[]::new))
            .strata(stratum)
            .weights(weight)
            .lonelyPsu(lonely(LonelyPsu.FAIL));
    return fpc.isEmpty() ? design : design.fpc(fpc.toArray(String[]::new));
  }
}

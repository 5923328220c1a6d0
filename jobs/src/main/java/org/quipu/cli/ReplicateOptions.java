package org.quipu.cli;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.quipu.UserException;
import org.quipu.spark.SurveyInput;
import org.quipu.survey.Design;
import org.quipu.survey.ReplicateWeights;
import org.quipu.survey.Replication;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of variances from replicates, made here or of weights that the file holds. */
final class ReplicateOptions {
  /** How the replicate weights of a file were made. */
  private enum Type {
    BRR,
    FAY,
    JK1,
    JKN,
    BOOTSTRAP
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--replicates", paramLabel = "R", split = ",")
  private List<String> replicates = List.of();

  @Option(names = "--replicate-type", paramLabel = "T")
  private Type type;

  @Option(
      names = {"--rho", "--fay"},
      paramLabel = "RHO")
  private Double rho;

  @Option(names = "--replicate-scales", paramLabel = "S", split = ",")
  private List<Double> scales = List.of();

  @Option(names = "--bootstrap-replicates", paramLabel = "N")
  private int bootstrapReplicates = 500;

  @Option(names = "--seed", paramLabel = "N")
  private long seed = 1;

  boolean given() {
    return !replicates.isEmpty();
  }

  /** Refuses what cannot belong together. */
  void check() {
    if (columns() && type == null) {
      throw wrong("wrong.replicate.type");
    }

    if (!columns() && type != null) {
      throw wrong("wrong.replicate.columns");
    }

    if ((type == Type.FAY) != (rho != null)) {
      throw wrong("wrong.together", "--replicate-type fay", "--rho");
    }

    if (rho != null && !(rho >= 0 && rho < 1)) {
      throw wrong("wrong.rho", rho);
    }

    if ((type == Type.JKN) == scales.isEmpty()) {
      throw wrong("wrong.together", "--replicate-type jkn", "--replicate-scales");
    }

    for (double scale : scales) {
      if (!(scale >= 0 && scale < Double.POSITIVE_INFINITY)) {
        throw wrong("wrong.at.least", "--replicate-scales", 0, scale);
      }
    }

    if (bootstrapReplicates < 2) {
      throw wrong("wrong.at.least", "--bootstrap-replicates", 2, bootstrapReplicates);
    }
  }

  /** The design with the variances that are asked for. */
  Design replicated(Design design, SurveyInput survey) {
    return design.replicates(weights(survey)).replicated(replication());
  }

  /** Whether columns of the file are named. */
  boolean columns() {
    return given() && replication() == null;
  }

  /** How replicates are made of the clusters; null where they are not. */
  Replication replication() {
    return switch (given() ? replicates.get(0).toLowerCase(Locale.ROOT) : "") {
      case "jk1" -> Replication.jk1();
      case "jkn" -> Replication.jkn();
      case "bootstrap" -> Replication.bootstrap(bootstrapReplicates, seed);
      default -> null;
    };
  }

  /** The replicate weights of the file; none where there are no columns of them. */
  private ReplicateWeights weights(SurveyInput survey) {
    if (!columns()) {
      return ReplicateWeights.NONE;
    }

    List<String> names = matching(survey);
    if (names.size() < 2) {
      throw wrong("wrong.two.columns", String.join(", ", names));
    }

    return switch (type) {
      case BRR -> ReplicateWeights.brr(names);
      case FAY -> ReplicateWeights.fay(names, rho);
      case JK1 -> ReplicateWeights.jk1(names);
      case JKN -> ReplicateWeights.jkn(names, scales(names.size()));
      case BOOTSTRAP -> ReplicateWeights.bootstrap(names);
    };
  }

  private List<Double> scales(int columns) {
    if (scales.size() != 1 && scales.size() != columns) {
      throw wrong("wrong.replicate.scales", scales.size(), columns);
    }

    return scales.size() == 1 ? Collections.nCopies(columns, scales.get(0)) : scales;
  }

  private List<String> matching(SurveyInput survey) {
    try {
      return survey.matching(replicates);
    } catch (UserException e) {
      throw new UserException(
          e.getMessage() + " --replicates takes jk1, jkn, bootstrap, or columns of the file.", e);
    }
  }

  private ParameterException wrong(String key, Object... values) {
    return WrongCommandLine.of(spec, key, values);
  }
}

package org.quipu.cli;

import java.util.List;
import java.util.Optional;
import org.quipu.job.Survey;
import org.quipu.store.Store;
import org.quipu.survey.LonelyPsu;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What commands share that analyse the rows of a survey: where the rows are, which part of the
 * population is looked at, and the design.
 */
abstract class SurveyCommand extends BaseCommand {
  @ArgGroup(multiplicity = "1")
  private Data from;

  @Option(names = "--year", paramLabel = "Y", arity = "1..*")
  private List<Integer> years = List.of();

  @Mixin WhereOptions where;
  @Mixin private ImputationOptions imputations;
  @Mixin private DesignOptions design;
  @Mixin CalibrationOptions calibration;

  /** Where the rows are. */
  static final class Data {
    @Option(names = "--data", paramLabel = "FILE", arity = "1..*", required = true)
    private List<String> files = List.of();

    @Option(
        names = "--store",
        paramLabel = "DIR",
        converter = Converters.StoreFolder.class,
        required = true)
    private String store;
  }

  /** The store whose women are analysed; empty where files are. */
  final Optional<Store> store() {
    return Optional.ofNullable(from.store).map(Store::existing);
  }

  /** Whether the women of a store are analysed. */
  final boolean isOfWomen() {
    return from.store != null;
  }

  /** The years of the store's women; empty for all. */
  final List<Integer> years() {
    return years;
  }

  /** What strata with a single cluster contribute: of women with certainty, unless asked. */
  final LonelyPsu lonelyOfWomen() {
    return design.lonely(LonelyPsu.CERTAINTY);
  }

  /** Refuses options that do not go together. */
  final void checkSurvey() {
    calibration.check();
    if (from.store == null) {
      design.check();
      if (!years.isEmpty()) {
        throw wrongOption("wrong.goes.with", "--year", "--store");
      }
    } else {
      if (design.given()) {
        throw wrongOption("wrong.store.design");
      }

      if (imputations.given()) {
        throw wrongOption("wrong.goes.with", "--imputed", "--data");
      }
    }
  }

  /** Whether clusters were sampled with replacement. */
  final boolean isOfClusters() {
    return isOfWomen() || design.isOfClusters();
  }

  /** The survey that is analysed. */
  final Survey survey() {
    return store()
        .map(store -> Survey.ofWomen(store, years, lonelyOfWomen(), calibration.calibration()))
        .orElseGet(
            () ->
                Survey.of(
                    imputations.surveys(from.files), calibration.calibrated(design.design())));
  }
}

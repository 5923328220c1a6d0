package org.quipu.api;

import java.util.List;
import org.quipu.job.ContrastJob;
import org.quipu.math.WaldTest;
import org.quipu.store.EstimateContrastCovarianceRow;
import org.quipu.store.EstimateContrastRow;
import org.quipu.store.Table;
import org.quipu.survey.contrast.Expression;

/**
 * Functions of the coefficients of a regression, with errors by the delta method (R: {@code
 * svycontrast}). Immutable.
 */
public final class Contrasted extends ResultTable<EstimateContrastRow> {
  private final Regressed fit;
  private final List<Expression> expressions;
  private ContrastJob.Result result;

  Contrasted(Regressed fit, List<Expression> expressions) {
    super(Table.CONTRAST, Table.CONTRAST.header());
    this.fit = fit;
    this.expressions = expressions;
  }

  /** Wald's test that all are 0. */
  public WaldTest joint() {
    return made().joint();
  }

  /** The covariances of the contrasts, each pair once. */
  public ResultTable<EstimateContrastCovarianceRow> covariances() {
    return new Covariances(this);
  }

  @Override
  List<EstimateContrastRow> compute() {
    warn(fit.warnings());
    return made().rows();
  }

  private synchronized ContrastJob.Result made() {
    if (result == null) {
      result = ContrastJob.of(fit.known(), expressions);
    }

    return result;
  }

  private static final class Covariances extends ResultTable<EstimateContrastCovarianceRow> {
    private final Contrasted contrasts;

    Covariances(Contrasted contrasts) {
      super(Table.CONTRAST_COVARIANCE, Table.CONTRAST_COVARIANCE.header());
      this.contrasts = contrasts;
    }

    @Override
    List<EstimateContrastCovarianceRow> compute() {
      warn(contrasts.fit.warnings());
      return contrasts.made().covariances();
    }
  }
}

package org.quipu.math;

import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.quipu.UserException;

/**
 * The thin QR decomposition of a design matrix, X = Q·R with orthonormal columns of Q. Regressing
 * on Q keeps the digits that columns far from zero (a year) or on very different scales would lose
 * (Golub and Van Loan, Matrix Computations, section 5.2).
 *
 * @param q k × p
 * @param inverseR R⁻¹, p × p; turns coefficients on Q into coefficients on X
 */
public record ThinQr(RealMatrix q, RealMatrix inverseR) {
  /** A column is collinear if what the earlier columns leave of it is no larger, relative to it. */
  private static final double COLLINEAR = 1e-10;

  /**
   * Decomposes a design.
   *
   * @param design k × p, k ≥ p
   * @param terms names of the p columns, for the message
   * @throws UserException if a column is a linear combination of those before it
   */
  public static ThinQr of(RealMatrix design, List<String> terms) {
    int p = design.getColumnDimension();
    QRDecomposition qr = new QRDecomposition(design);
    RealMatrix r = qr.getR().getSubMatrix(0, p - 1, 0, p - 1);
    for (int j = 0; j < p; j++) {
      if (Math.abs(r.getEntry(j, j)) <= COLLINEAR * design.getColumnVector(j).getNorm()) {
        throw new UserException(
            "'%s' is the same everywhere or a sum of the other explanatory columns; leave it out"
                .formatted(terms.get(j)));
      }
    }
    RealMatrix q = qr.getQ().getSubMatrix(0, design.getRowDimension() - 1, 0, p - 1);
    return new ThinQr(q, MatrixUtils.inverse(r));
  }
}

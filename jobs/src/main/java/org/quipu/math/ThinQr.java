package org.quipu.math;

import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.quipu.UserException;

/**
 * A design with its columns made orthonormal, X = Q·R, so that moderators far from zero (a year) or
 * on very different scales cost no digits.
 *
 * @param q the columns of Q
 * @param inverseR takes coefficients on Q back to coefficients on X
 */
public record ThinQr(RealMatrix q, RealMatrix inverseR) {
  /** What is left of a column after the others, relative to it, that counts as nothing. */
  private static final double COLLINEAR = 1e-10;

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

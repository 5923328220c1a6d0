package org.quipu.math;

/**
 * Distances on a sphere of the earth's mean radius, up to 0.6 percent from those on its ellipsoid.
 */
public final class GreatCircle {
  /** Mean radius R1 of the International Union of Geodesy and Geophysics, in km (Moritz 2000). */
  private static final double RADIUS = 6371.0088;

  private GreatCircle() {}

  /**
   * The shortest way between two places as the crow flies, by the haversine formula (Sinnott 1984).
   * Latitudes and longitudes in degrees, south and west negative.
   *
   * @return km; NaN where a coordinate is
   */
  public static double kilometres(
      double latitude, double longitude, double otherLatitude, double otherLongitude) {
    double phi = Math.toRadians(latitude);
    double otherPhi = Math.toRadians(otherLatitude);
    double haversine =
        haversine(otherPhi - phi)
            + Math.cos(phi)
                * Math.cos(otherPhi)
                * haversine(Math.toRadians(otherLongitude - longitude));
    return 2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, haversine)));
  }

  private static double haversine(double angle) {
    double sine = Math.sin(angle / 2);
    return sine * sine;
  }
}

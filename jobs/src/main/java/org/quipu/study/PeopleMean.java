package org.quipu.study;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.quipu.store.DistrictRow;

/** What is known of districts as a mean of their province, by their people. */
final class PeopleMean {
  private PeopleMean() {}

  /**
   * The mean over the districts of an area of which it is known.
   *
   * @param area UBIGEO of a province or district
   * @return of a single district what is known of it, whatever its people; NaN where nothing is
   */
  static double of(List<DistrictRow> districts, String area, ToDoubleFunction<DistrictRow> value) {
    List<DistrictRow> known =
        districts.stream()
            .filter(district -> district.district().startsWith(area))
            .filter(district -> !Double.isNaN(value.applyAsDouble(district)))
            .toList();
    if (known.size() == 1) {
      return value.applyAsDouble(known.get(0));
    }

    double sum = 0;
    double people = 0;
    for (DistrictRow district : known) {
      if (!Double.isNaN(district.people())) {
        sum += district.people() * value.applyAsDouble(district);
        people += district.people();
      }
    }

    return people > 0 ? sum / people : Double.NaN;
  }
}

package org.quipu.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A Women's Emergency Centre of the demo.
 *
 * @param number in order of opening, from 1
 * @param second whether it is the second centre of its district
 */
record Centre(int number, SampledDistrict place, boolean second) {

  /**
   * The centres open in a year: the capitals of the provinces first, then other large districts,
   * then second centres where most women live.
   *
   * @param count how many
   */
  static List<Centre> first(int count) {
    List<SampledDistrict> places = SampledDistrict.all();
    List<SampledDistrict> bySize =
        places.stream().sorted(Comparator.comparingInt(SampledDistrict::women).reversed()).toList();
    List<SampledDistrict> order = new ArrayList<>();
    places.stream().filter(SampledDistrict::capital).forEach(order::add);
    bySize.stream().filter(place -> !place.capital()).forEach(order::add);
    int single = order.size();
    order.addAll(bySize);

    List<Centre> centres = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      centres.add(new Centre(i + 1, order.get(i), i >= single));
    }

    return centres;
  }

  String code() {
    String digits = Integer.toString(number);
    return "CEM" + "0".repeat(3 - digits.length()) + digits;
  }

  String name() {
    return "CEM " + (second ? "COMISARÍA " : "") + place.districtName();
  }
}

package org.quipu.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quipu.Regions;

/**
 * A file of the centres' records in the ministry's layout: place columns, then figures by sex and
 * age, then others; thousands with a comma between quotes, codes of places without leading zeros.
 */
final class CentreRecords {
  private static final String ENTITY = "DATOS SINTÉTICOS - DEMOSTRACIÓN DE QUIPU";
  private static final List<String> IDENTIFICATION =
      List.of(
          "AÑO",
          "PERIODO",
          "FECHA DE ENVÍO",
          "CÓDIGO DE ENTIDAD",
          "ENTIDAD",
          "CÓDIGO DE LÍNEA",
          "LÍNEA DE INTERVENCIÓN",
          "CÓDIGO DE SERVICIO",
          "NOMBRE DEL SERVICIO",
          "UBIGEO",
          "DEPARTAMENTO",
          "PROVINCIA",
          "DISTRITO",
          "CÓDIGO DEL CENTRO DE ATENCIÓN",
          "NOMBRE DEL CENTRO DE ATENCIÓN",
          "N° CEM");
  private static final List<String> AGES =
      List.of("TOTAL", "0_5", "6_11", "12_17", "18_29", "30_59", "60_MÁS");

  private final StringBuilder csv = new StringBuilder();

  /**
   * @param figure the heading of what is counted by sex and age
   * @param others the headings of further figures
   */
  CentreRecords(String figure, List<String> others) {
    List<String> headings = new ArrayList<>(IDENTIFICATION);
    for (String age : AGES) {
      boolean total = age.equals("TOTAL");
      String group = figure + " - " + (total ? "" : age + " - ");
      headings.addAll(List.of(group + "TOTAL", group + "HOMBRES", group + "MUJERES"));
    }

    headings.addAll(others);
    line(headings);
  }

  /** Adds a centre's year. */
  void add(int year, Centre centre, Counts counts, List<Long> others) {
    SampledDistrict place = centre.place();
    List<String> cells =
        new ArrayList<>(
            List.of(
                Integer.toString(year),
                "ENE - DIC",
                "15/01/" + (year + 1),
                "ENT001",
                ENTITY,
                "LIN002",
                "PREVENCIÓN Y ATENCIÓN",
                "SER001",
                "CENTRO EMERGENCIA MUJER",
                Integer.toString(Integer.parseInt(place.district())),
                upper(Regions.name(place.region())),
                upper(place.provinceName()),
                upper(place.districtName()),
                centre.code(),
                upper(centre.name()),
                Integer.toString(centre.number())));
    counts.figures().forEach(number -> cells.add(withThousands(number)));
    others.forEach(number -> cells.add(withThousands(number)));
    line(cells);
  }

  @Override
  public String toString() {
    return csv.toString();
  }

  private void line(List<String> cells) {
    csv.append(String.join(",", cells)).append("\r\n");
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static String withThousands(long number) {
    return number < 1000 ? Long.toString(number) : String.format(Locale.ROOT, "\"%,d\"", number);
  }
}

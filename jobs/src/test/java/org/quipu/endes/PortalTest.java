package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortalTest {
  private static final URI MODULE_73 =
      URI.create("https://proyectos.inei.gob.pe/iinei/srienaho/descarga/SPSS/605-Modulo73.zip");

  @Test
  void knowsTheAddressesOfAYear() {
    assertThat(new Portal(Portal.INEI).zips(SurveyYear.of(2017))).contains(MODULE_73);
  }

  @Test
  void aZipHasItsNameInTheFolder() {
    assertThat(Portal.place(MODULE_73, Path.of("downloads")))
        .isEqualTo(Path.of("downloads", "605-Modulo73.zip"));
  }
}

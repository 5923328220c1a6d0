package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.UserException;

class PortalTest {
  @TempDir Path folder;
  private HttpServer server;
  private Portal portal;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/STATA/1038-Modulo1637.zip", 200, "PK\u0003\u0004 a zip");
    answer("/STATA/1038-Modulo1631.zip", 200, "<html>maintenance</html>");
    server.start();
    portal = new Portal(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void knowsTheAddressesOfAYear() {
    assertThat(new Portal(Portal.INEI).zips(SurveyYear.of(2017)))
        .contains(
            URI.create(
                "https://proyectos.inei.gob.pe/iinei/srienaho/descarga/SPSS/605-Modulo73.zip"));
  }

  @Test
  void putsAZipIntoTheFolder() throws Exception {
    Path zip = portal.fetch(portal.zips(SurveyYear.of(2025)).get(2), folder);

    assertThat(zip)
        .hasContent("PK\u0003\u0004 a zip")
        .isEqualTo(folder.resolve("1038-Modulo1637.zip"));
  }

  @Test
  void saysWhatToDoWithoutAConnection() {
    server.stop(0);

    assertThatThrownBy(() -> portal.fetch(portal.zips(SurveyYear.of(2025)).get(0), folder))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll(
            "1038-Modulo1631.zip: found no answer", "into the folder yourself");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leavesNothingWhereThePortalSendsAPage() {
    assertThatThrownBy(() -> portal.fetch(portal.zips(SurveyYear.of(2025)).get(0), folder))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("1038-Modulo1631.zip: found something other than a zip");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void saysWhatThePortalAnswered() {
    assertThatThrownBy(() -> portal.fetch(portal.zips(SurveyYear.of(2025)).get(1), folder))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("the portal's answer 404");
    assertThat(folder).isEmptyDirectory();
  }

  private void answer(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}

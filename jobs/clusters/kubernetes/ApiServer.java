import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * What Spark's submission asks of Kubernetes' API, without a cluster behind it: accepts the objects
 * that it makes, and writes what the driver's pod would run to FOLDER (the container's arguments to
 * "arguments", one a line, its image to "image", and the configuration that is mounted for it by
 * name). Says "ready PORT", and ends when its standard input does.
 */
final class ApiServer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  private ApiServer(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    ApiServer api = new ApiServer(Files.createDirectories(Path.of(arguments[0])));
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/", api::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();

    System.out.println("ready " + server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // until whoever started it ends
    }
    Runtime.getRuntime().halt(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    boolean made = method.equals("POST") || method.equals("PATCH");
    byte[] body = made ? make(JSON.readTree(exchange.getRequestBody())) : new byte[] {'{', '}'};
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(method.equals("POST") ? 201 : made ? 200 : 404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private byte[] make(JsonNode object) throws IOException {
    switch (object.path("kind").asText()) {
      case "Pod" -> keepDriver(object.at("/spec/containers/0"));
      case "ConfigMap" -> keepFiles(object.path("data"));
      default -> {} // the service by which executors would find the driver
    }
    ((ObjectNode) object.path("metadata")).put("uid", UUID.randomUUID().toString());

    return JSON.writeValueAsBytes(object);
  }

  private void keepDriver(JsonNode container) throws IOException {
    List<String> arguments = new ArrayList<>();
    container.path("args").forEach(argument -> arguments.add(argument.asText()));
    Files.write(folder.resolve("arguments"), arguments);
    Files.writeString(folder.resolve("image"), container.path("image").asText());
  }

  private void keepFiles(JsonNode files) throws IOException {
    for (var file : files.properties()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue().asText());
    }
  }
}

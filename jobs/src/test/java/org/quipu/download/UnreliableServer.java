package org.quipu.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that does with each request what the next line of its script says. */
public final class UnreliableServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<HttpHandler> script = new ArrayDeque<>();
  private final List<String> ranges = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private int running;
  private int most;

  public UnreliableServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The address of a file. */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** What is to be done with the next request; the last line is for all after it too. */
  public UnreliableServer then(HttpHandler line) {
    script.add(line);
    return this;
  }

  /** The ranges that were asked for, "all" for the whole. */
  List<String> ranges() {
    return ranges;
  }

  /** The most requests that were served at once. */
  public int mostAtOnce() {
    return most;
  }

  private void handle(HttpExchange exchange) throws IOException {
    HttpHandler line;
    synchronized (this) {
      String range = exchange.getRequestHeaders().getFirst("Range");
      ranges.add(range == null ? "all" : range);
      most = Math.max(most, ++running);
      line = script.size() > 1 ? script.remove() : script.element();
    }
    try (exchange) {
      line.handle(exchange);
    } finally {
      synchronized (this) {
        running--;
      }
    }
  }

  /** The whole file, or the rest where a server that knows ranges is asked for it. */
  public static HttpHandler file(byte[] content) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", "\"1\"");
      String range = exchange.getRequestHeaders().getFirst("Range");
      boolean same = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-Range"));
      int from =
          range != null && same ? Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1")) : 0;
      if (from > 0) {
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
      }
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
      exchange.getResponseBody().write(content, from, content.length - from);
    };
  }

  /** The whole file, whatever is asked for, without a version. */
  static HttpHandler withoutRanges(byte[] content) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    };
  }

  /** A file that breaks off after some bytes. */
  static HttpHandler truncated(byte[] content, int bytes) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", "\"1\"");
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, bytes);
    };
  }

  /** A file whose stated length is that of its first bytes. */
  static HttpHandler understated(byte[] content, int bytes) {
    return withoutRanges(Arrays.copyOf(content, bytes));
  }

  /** A file that stops after some bytes, on a line that stays open. */
  HttpHandler stalled(byte[] content, int bytes) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", "\"1\"");
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, bytes);
      exchange.getResponseBody().flush();
      await();
    };
  }

  private void await() throws IOException {
    try {
      closed.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** A status with a header, empty for none. */
  public static HttpHandler status(int status, String header, String value) {
    return exchange -> {
      if (!header.isEmpty()) {
        exchange.getResponseHeaders().set(header, value);
      }
      exchange.sendResponseHeaders(status, -1);
    };
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}

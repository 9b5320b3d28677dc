package dev.interlock.server.observing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what is exported by OTLP over HTTP, as collectors do. */
final class OtlpReceiver implements AutoCloseable {

  private final HttpServer server;
  private final List<ExportTraceServiceRequest> traces = new CopyOnWriteArrayList<>();
  private final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();
  private final List<String> everything = new CopyOnWriteArrayList<>();

  private OtlpReceiver(HttpServer server) {
    this.server = server;
  }

  static OtlpReceiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    OtlpReceiver receiver = new OtlpReceiver(server);
    server.createContext("/v1/traces", receiver::takeTraces);
    server.createContext("/v1/metrics", receiver::takeMetrics);
    server.start();
    return receiver;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void takeTraces(HttpExchange exchange) throws IOException {
    traces.add(ExportTraceServiceRequest.parseFrom(body(exchange)));
    answer(exchange, ExportTraceServiceResponse.getDefaultInstance().toByteArray());
  }

  private void takeMetrics(HttpExchange exchange) throws IOException {
    metrics.add(ExportMetricsServiceRequest.parseFrom(body(exchange)));
    answer(exchange, ExportMetricsServiceResponse.getDefaultInstance().toByteArray());
  }

  private byte[] body(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    everything.add(new String(body, StandardCharsets.ISO_8859_1));
    return body;
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** The first span of a trace that came from outside; waited for. */
  Optional<Span> span(String traceId) throws InterruptedException {
    for (int looks = 0; looks < 300; looks++) {
      Optional<Span> found =
          traces.stream()
              .flatMap(request -> request.getResourceSpansList().stream())
              .flatMap(resource -> resource.getScopeSpansList().stream())
              .flatMap(scope -> scope.getSpansList().stream())
              .filter(s -> HexFormat.of().formatHex(s.getTraceId().toByteArray()).equals(traceId))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
      Thread.sleep(100);
    }
    return Optional.empty();
  }

  /** Names of all that was counted. */
  List<String> metrics() {
    return metrics.stream()
        .flatMap(request -> request.getResourceMetricsList().stream())
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .map(Metric::getName)
        .distinct()
        .toList();
  }

  /** Every byte that came, as text. */
  String everything() {
    return String.join("\n", everything);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

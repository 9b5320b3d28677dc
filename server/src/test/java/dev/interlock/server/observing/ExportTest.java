package dev.interlock.server.observing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Traces and numbers go to a receiver that is named, and nowhere else. */
@Tag("slow")
class ExportTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";
  private static final String SECRET = "hush-do-not-tell";

  @TempDir Path data;

  @Test
  void a_trace_goes_on_in_what_is_exported_and_no_secret_does() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (TestServer server =
          TestServer.start(data, Map.of("INTERLOCK_OTLP_ENDPOINT", receiver.address() + "/"))) {
        Browser admin = server.administrator();
        String parent = "00-" + TRACE + "-" + PARENT + "-01";
        String[] headers = {
          "traceparent", parent, "Authorization", "Bearer ilk_" + SECRET, "Accept", "*/*"
        };
        assertThat(trace(admin.get("/api/v1/changes/none?token=" + SECRET, headers)))
            .isEqualTo(TRACE);
        admin.send("POST", "/api/v1/checks", "{" + SECRET + ":", "Content-Type", "text/json");
        admin.send("POST", "/api/v1/checks", SECRET, "Content-Type", "application/json");

        Span span = receiver.span(TRACE).orElseThrow();
        assertThat(HexFormat.of().formatHex(span.getParentSpanId().toByteArray()))
            .isEqualTo(PARENT);
        assertThat(span.getName()).startsWith("http get");
      }
      // The rest is sent when the server stops.
      assertThat(receiver.metrics())
          .contains("interlock.ledger.appends", "interlock.ledger.batch.entries")
          .contains("http.server.requests");
      assertThat(receiver.everything()).contains("interlock").doesNotContain(SECRET);
    }
  }

  @Test
  void nothing_is_exported_unless_it_is_said_and_a_trace_has_its_id_all_the_same() {
    try (TestServer server = TestServer.start(data)) {
      var context = server.running().context();
      assertThat(context.getBeansOfType(SpanExporter.class)).isEmpty();
      assertThat(context.getBeansOfType(OtlpMeterRegistry.class)).isEmpty();
      HttpResponse<String> refused = server.browser().get("/api/v1/changes", "Accept", "*/*");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(trace(refused)).matches("[0-9a-f]{32}");
    }
  }

  private static String trace(HttpResponse<String> problem) {
    assertThat(problem.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
    return JsonMapper.shared().readTree(problem.body()).get("traceId").asString();
  }
}

package dev.interlock.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.SampleChange;
import dev.interlock.server.SharedServer;
import dev.interlock.server.TestServer;
import dev.interlock.server.api.ApiClient;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bodies that nobody should send. */
@ExtendWith(SharedServer.class)
class HostileBodiesIT {

  private static final String SAMPLE = "/api/v1/changes/" + SampleChange.NAME;

  /** Every route that reads a body, for a program. */
  private static final List<String> ROUTES =
      List.of(
          "POST /api/v1/changes",
          "PUT " + SAMPLE,
          "POST " + SAMPLE + "/withdrawal",
          "POST " + SAMPLE + "/evidence",
          "POST /api/v1/evidence",
          "POST /api/v1/checks",
          "POST /api/v1/estate/webhook");

  private static Raw raw;
  private static ApiClient program;

  @BeforeAll
  static void start(TestServer server) {
    raw = new Raw(server.running().url());
    program = ApiClient.of(server, "hostile-bodies");
  }

  @AfterEach
  void the_server_is_as_healthy_as_before() {
    assertThat(raw.get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(program.get("/changes/" + SampleChange.NAME).json().at("/change/version").asInt())
        .isEqualTo(1);
  }

  @Test
  void what_cannot_be_read_is_the_senders_fault_on_every_route() {
    Calm calm = new Calm();
    for (String route : ROUTES) {
      unreadable().forEach((what, body) -> calm.problem(route + " " + what, send(route, body)));
    }
    assertThat(calm.complaints()).isEmpty();
  }

  private static Map<String, byte[]> unreadable() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("nothing", new byte[0]);
    all.put("null bytes", new byte[50]);
    all.put("no UTF-8", new byte[] {'{', '"', (byte) 0xC3, '(', '"', ':', '1', '}'});
    all.put("half a pair", text("{\"document\":\"\\ud800\",\"reason\":\"\\ud800\"}"));
    all.put("deep", text("[".repeat(200_000)));
    all.put("deep objects", text("{\"files\":".repeat(100_000)));
    all.put("a long number", text("{\"document\":" + "9".repeat(100_000) + "}"));
    all.put("a power", text("{\"document\":1e999999999,\"reason\":1e999999999}"));
    for (String body :
        List.of(
            "{",
            "[]",
            "null",
            "7",
            "\"text\"",
            "nonsense",
            "{}",
            "{\"document\":{}}",
            "[{}]",
            "{\"document\":\"a\",\"files\":[]}",
            "{\"files\":{\"a\":{\"b\":[1]}}}",
            "{\"files\":{\"a\":null},\"document\":\"a\"}",
            "{\"reason\":null}",
            "{\"reason\":[]}",
            "{\"document\":\"a\",\"base64\":{\"a\":\"%%\"}}",
            "{\"files\":{\"\":\"\"}}",
            "{\"document\":\"a\",\"base64\":{\"a\":null}}",
            "{\"files\":{\"a\\u0000b\":\"x\"}}",
            "{\"document\":\"a\\u0000b\",\"files\":{\"a\\u0000b\":\"x\"}}",
            "<a/>",
            "{} {}")) {
      all.put(body, text(body));
    }
    return all;
  }

  @Test
  void a_reason_or_a_key_that_no_database_keeps_is_refused() {
    var filed = program.send("POST", "/changes", SampleChange.body("hostile-reason"));
    String tag = "If-Match: " + filed.header("ETag");
    Calm calm = new Calm();
    String path = "POST /api/v1/changes/hostile-reason/withdrawal";
    calm.unharmed("a null byte", send(path, text("{\"reason\":\"a\\u0000b\"}"), tag));
    calm.unharmed("half a pair", send(path, text("{\"reason\":\"a\\ud800b\"}"), tag));
    calm.unharmed(
        "what was kept",
        raw.send("GET /api/v1/changes/hostile-reason HTTP/1.1", headers(), new byte[0]));
    String large = "{\"reason\":\"" + "x".repeat(20 << 20) + "\"}";
    calm.problem("20 MB of reason", send(path, text(large), tag));
    byte[] good = text(SampleChange.body("keyed"));
    for (String key : List.of("", "k".repeat(201), "k".repeat(5000))) {
      calm.problem(
          "a key of " + key.length(),
          send("POST /api/v1/changes", good, "Idempotency-Key: " + key));
    }
    for (String key : List.of("a\tb", "\u00ff", "k, k")) {
      calm.unharmed(key, send("POST /api/v1/changes", good, "Idempotency-Key: " + key));
    }
    assertThat(calm.complaints()).isEmpty();
  }

  @Test
  void a_body_of_another_kind_is_refused() {
    Calm calm = new Calm();
    for (String route : ROUTES) {
      if (!route.endsWith("evidence") && !route.endsWith("webhook")) {
        for (String type :
            List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "nonsense",
                "application/json; charset=utf-99",
                "multipart/form-data",
                "*/*",
                "",
                "multipart/form-data; boundary=x",
                "application/json, text/html")) {
          byte[] body = text("--x\r\nContent-Disposition: form-data; name=\"a\r\n\r\n--x");
          calm.problem(route + " as " + type, send(route, body, "Content-Type: " + type));
        }
      }
    }
    assertThat(calm.complaints()).isEmpty();
  }

  @Test
  void an_endless_body_ends_with_a_refusal() {
    byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] open = text("9\r\n{\"files\":\r\n");
    Calm calm = new Calm();
    for (String route : ROUTES) {
      List<String> headers = headers("Transfer-Encoding: chunked");
      calm.problem(
          route + " in endless chunks",
          raw.send(out -> {
            out.write(Raw.head(route + " HTTP/1.1", headers, "X-Kind: endless"));
            out.write(open);
            endlessly(chunk, out);
          }));
    }
    assertThat(calm.complaints()).isEmpty();
  }

  /** Ends with the connection. */
  private static void endlessly(byte[] chunk, OutputStream out) throws java.io.IOException {
    while (true) {
      out.write(chunk);
    }
  }

  @Test
  void a_hundred_megabytes_are_refused_whether_they_come_or_not() {
    byte[] part = new byte[1 << 20];
    Calm calm = new Calm();
    for (String route : ROUTES) {
      byte[] head = Raw.head(route + " HTTP/1.1", headers(), "Content-Length: " + (100 << 20));
      calm.problem(
          route + " with 100 MB",
          raw.send(out -> {
            out.write(head);
            for (int i = 0; i < 100; i++) {
              out.write(part);
            }
          }));
    }
    assertThat(calm.complaints()).isEmpty();
  }

  @Test
  void framing_that_two_readers_would_read_differently_is_refused() {
    Calm calm = new Calm();
    String line = "POST /api/v1/evidence HTTP/1.1";
    calm.refused("a negative length", framed(line, "Content-Length: -5"));
    calm.refused("two lengths", framed(line, "Content-Length: 5\r\nContent-Length: 6"));
    calm.refused("no number", framed(line, "Content-Length: five"));
    calm.refused("no size of a chunk", framed(line, "Transfer-Encoding: chunked"));
    assertThat(framed(line, "Transfer-Encoding: nonsense").status()).isEqualTo(501);
    calm.unharmed("both", framed(line, "Content-Length: 5\r\nTransfer-Encoding: chunked"));
    calm.refused("a method of nobody", framed("BREW /api/v1/changes HTTP/1.1", "X: y"));
    assertThat(calm.complaints()).isEmpty();
  }

  private static Raw.Reply framed(String line, String framing) {
    return raw.send(out -> {
      out.write(Raw.head(line, headers(), framing));
      out.write(text("zz\r\nhello\r\n0\r\n\r\n"));
    });
  }

  @Test
  void huge_headers_and_addresses_are_refused() {
    Calm calm = new Calm();
    calm.refused("a header", raw.get("/api/v1/changes", "X-Large: " + "x".repeat(1 << 20)));
    String[] many = new String[5000];
    java.util.Arrays.setAll(many, i -> "X-" + i + ": y");
    calm.refused("many headers", raw.get("/api/v1/changes", many));
    calm.refused("a query", raw.get("/api/v1/changes?q=" + "x".repeat(1 << 20)));
    calm.refused("a path", raw.get("/" + "x".repeat(1 << 20)));
    calm.refused("a cookie", raw.get("/", "Cookie: interlock=" + "x".repeat(1 << 20)));
    calm.refused("a token", raw.get("/", "Authorization: Bearer ilk_" + "x".repeat(1 << 20)));
    calm.unharmed(
        "many parameters", raw.get("/sign-in?" + "a=b&".repeat(1500), "Accept: text/html"));
    assertThat(calm.complaints()).isEmpty();
  }

  private static Raw.Reply send(String route, byte[] body, String... more) {
    return raw.send(route + " HTTP/1.1", headers(more), body);
  }

  private static List<String> headers(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.add("Authorization: " + program.authorization());
    if (all.stream().noneMatch(header -> header.startsWith("If-Match"))) {
      all.add("If-Match: \"sha256:00\"");
    }
    if (all.stream().noneMatch(header -> header.startsWith("Content-Type"))) {
      all.add("Content-Type: application/json");
    }
    return all;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

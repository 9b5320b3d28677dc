package dev.interlock.recovery.boot;

import dev.interlock.finding.Durations;
import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to an Odoo as its own web client does, which is the same from 16 to 19. Nothing is followed
 * to another place, and no proxy is used.
 */
final class OdooSession implements AutoCloseable {

  private static final int OK = 200;
  private static final int LONGEST_ANSWER = 16 << 20;
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofMinutes(1);
  private static final Duration TO_DOWNLOAD = Duration.ofMinutes(10);
  private static final JsonMapper JSON = new JsonMapper();

  private final String base;
  private final HttpClient client;

  /** Talks to this machine's port. */
  OdooSession(int port) {
    this.base = "http://127.0.0.1:" + port;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .cookieHandler(new CookieManager())
            .build();
  }

  /**
   * Asks whether it is up.
   *
   * @throws NoAnswer with what it answered instead of 200, or that it did not
   */
  void health(String path) throws NoAnswer, InterruptedException {
    send(get(path), TO_CONNECT, _ -> {});
  }

  /** Signs in. */
  void signIn(String database, String login, String password)
      throws NoAnswer, InterruptedException {
    JsonNode answer =
        call(
            "/web/session/authenticate",
            Map.of("db", database, "login", login, "password", password));
    if (!answer.path("uid").isIntegralNumber()) {
      throw new NoAnswer("it does not let the user in");
    }
  }

  /** The name of a document, by the way that every page of Odoo takes. */
  String nameOf(NewestDocument document) throws NoAnswer, InterruptedException {
    Long company = document.company();
    Map<String, Object> context =
        company == null ? Map.of() : Map.of("allowed_company_ids", List.of(company));
    JsonNode answer =
        call(
            "/web/dataset/call_kw/" + document.model() + "/search_read",
            Map.of(
                "model", document.model(),
                "method", "search_read",
                "args", List.of(List.of(List.of("id", "=", document.id()))),
                "kwargs", Map.of("fields", List.of("id", "name"), "limit", 1, "context", context)));
    JsonNode first = answer.path(0);
    if (first.path("id").asLong(0) != document.id()) {
      throw new NoAnswer("the user gets no such document");
    }
    return first.path("name").asString("");
  }

  /** SHA-1 of an attachment's content as it comes out. */
  String digestOf(NewestFile file) throws NoAnswer, InterruptedException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      send(get("/web/content/" + file.id()), TO_DOWNLOAD, digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  /** What it answers to a request of the company's own. */
  String text(String path, @Nullable String body) throws NoAnswer, InterruptedException {
    return new String(content(body == null ? get(path) : post(path, body)), StandardCharsets.UTF_8);
  }

  private JsonNode call(String path, Map<String, Object> params)
      throws NoAnswer, InterruptedException {
    String body =
        JSON.writeValueAsString(
            Map.of("jsonrpc", "2.0", "method", "call", "id", 1, "params", params));
    try {
      JsonNode answer = JSON.readTree(content(post(path, body)));
      if (answer.has("error")) {
        // Its message may name persons; the class of the error does not.
        throw new NoAnswer("it answers " + word(answer.path("error").path("data").path("name")));
      }
      return answer.path("result");
    } catch (JacksonException _) {
      throw new NoAnswer("its answer is no JSON");
    }
  }

  private static String word(JsonNode name) {
    String text = name.asString("");
    return text.matches("[A-Za-z0-9_.]{1,100}") ? text : "with an error";
  }

  private byte[] content(HttpRequest.Builder request) throws NoAnswer, InterruptedException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    send(
        request,
        TO_ANSWER,
        bytes -> content.write(bytes, 0, Math.min(bytes.length, LONGEST_ANSWER - content.size())));
    return content.toByteArray();
  }

  /** An answer has a time to its end, not to its beginning alone. */
  private void send(HttpRequest.Builder request, Duration limit, Consumer<byte[]> taken)
      throws NoAnswer, InterruptedException {
    CompletableFuture<HttpResponse<Void>> sent =
        client.sendAsync(
            request.build(), BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(taken)));
    try {
      int status = sent.get(limit.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      if (status != OK) {
        throw new NoAnswer("it answers " + status + " instead of 200");
      }
    } catch (TimeoutException _) {
      throw new NoAnswer("there is no answer within " + Durations.words(limit));
    } catch (ExecutionException e) {
      throw new NoAnswer("there is no answer: " + kind(e.getCause()));
    } finally {
      sent.cancel(true);
    }
  }

  private static String kind(@Nullable Throwable cause) {
    return cause == null ? "no reason" : cause.getClass().getSimpleName();
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).GET();
  }

  private HttpRequest.Builder post(String path, String body) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

package dev.interlock.cli.remote;

import com.sun.net.httpserver.HttpExchange;
import dev.interlock.goldens.LocalHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers what a test laid ready, and remembers what was asked; anything else is not there. */
public final class StubServer implements AutoCloseable {

  private static final String PROBLEM = "application/problem+json";

  private final LocalHttp http = LocalHttp.answering(this::answer);
  private final Map<String, Deque<Answer>> ready = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private record Answer(int status, String type, String body, Map<String, String> headers) {}

  /** What was asked: method and path, the token, the body. */
  public record Asked(String line, String authorization, String body) {}

  private StubServer() {}

  /** One on a free port of this machine. */
  public static StubServer start() {
    return new StubServer();
  }

  /** Its address. */
  public String url() {
    return http.url();
  }

  /** Lays JSON ready for a request such as {@code GET /changes}; the last one stays. */
  public StubServer json(String request, String body) {
    return on(request, new Answer(200, "application/json", body, Map.of()));
  }

  /** Lays a refusal ready. */
  public StubServer problem(String request, int status, String body) {
    return on(request, new Answer(status, PROBLEM, body, Map.of()));
  }

  /** Lays something ready that no Interlock server says. */
  public StubServer other(String request, int status, String body, Map<String, String> headers) {
    return on(request, new Answer(status, "text/html", body, headers));
  }

  private StubServer on(String request, Answer answer) {
    ready.computeIfAbsent(request, _ -> new ArrayDeque<>()).add(answer);
    return this;
  }

  /** What was asked so far. */
  public List<Asked> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().replaceFirst("^/api/v1", "");
      String line = exchange.getRequestMethod() + " " + path;
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      asked.add(new Asked(line, token, body));
      Answer answer = next(line);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer next(String line) {
    Deque<Answer> answers = ready.get(line);
    if (answers == null) {
      return new Answer(404, PROBLEM, "{\"detail\":\"not here\",\"code\":\"REG001\"}", Map.of());
    }
    return answers.size() > 1 ? answers.remove() : answers.element();
  }

  @Override
  public void close() {
    http.close();
  }
}

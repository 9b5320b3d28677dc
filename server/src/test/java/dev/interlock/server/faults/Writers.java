package dev.interlock.server.faults;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.evidence.Approval;
import dev.interlock.ledger.SigningKey;
import dev.interlock.server.Browser;
import dev.interlock.server.SampleChange;
import dev.interlock.server.api.ApiClient;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Programs and a person who go on writing whatever happens to the server. Who is not answered, or
 * told to come back, sends the same once more, with the same key.
 */
final class Writers implements AutoCloseable {

  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  /** What came back. */
  record Reply(int status, String type, String retryAfter, String body) {

    static Reply of(HttpResponse<?> response, String body) {
      var headers = response.headers();
      return new Reply(
          response.statusCode(),
          headers.firstValue("Content-Type").orElse(""),
          headers.firstValue("Retry-After").orElse(""),
          body);
    }

    /** Told in the right words to come back later. */
    boolean later() {
      return status == UNAVAILABLE
          && type.startsWith("application/problem+json")
          && !retryAfter.isEmpty()
          && body.contains("\"status\":503");
    }
  }

  /** One thing to be written, which is the same however often it is sent. */
  private interface Write {
    Reply send();
  }

  private final Acknowledged acknowledged;
  private final ApiClient program;
  private final Browser person;
  private final SigningKey key = SigningKey.generate();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicInteger later = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private String digest = "";
  private String secret = "";
  private volatile boolean stopping;

  /** They begin at once. */
  Writers(ApiClient program, Browser person, Acknowledged acknowledged) {
    this.program = program;
    this.person = person;
    this.acknowledged = acknowledged;
  }

  Writers begin() {
    digest = program.get("/changes/" + SampleChange.NAME).json().at("/change/digest").asString();
    secret = Browser.secret(person.get("/password", "Accept", "text/html").body());
    write(this::filing, CREATED, acknowledged::change);
    write(this::deciding, OK, acknowledged::decision);
    write(this::deciding, OK, acknowledged::decision);
    write(this::sending, CREATED, acknowledged::evidence);
    write(this::answering, CREATED, acknowledged::evidence);
    return this;
  }

  private void write(java.util.function.Supplier<Write> next, int good, Consumer<JsonNode> told) {
    threads.add(
        Thread.ofVirtual()
            .start(() -> {
              while (!stopping) {
                write(next.get(), good, told);
              }
            }));
  }

  private void write(Write write, int good, Consumer<JsonNode> told) {
    while (!stopping) {
      try {
        Reply reply = write.send();
        if (reply.status() == good) {
          told.accept(JsonMapper.shared().readTree(reply.body()));
          return;
        }
        if (!reply.later()) {
          wrong.add(reply.toString());
          return;
        }
        later.incrementAndGet();
      } catch (UncheckedIOException _) {
        unanswered.incrementAndGet();
      } catch (RuntimeException | AssertionError e) {
        wrong.add(e.toString());
        return;
      }
      pause();
    }
  }

  private Write filing() {
    String name = "w-" + UUID.randomUUID();
    String body = SampleChange.body(name);
    return () -> post("/changes", body, "Idempotency-Key", name);
  }

  private Write deciding() {
    return () -> post("/changes/" + SampleChange.NAME + "/decision", "");
  }

  private Write sending() {
    String id = UUID.randomUUID().toString();
    Approval says =
        new Approval(
            "elsewhere",
            digest,
            "core-production",
            "release-manager",
            "release-manager",
            null,
            Approval.Answer.APPROVE,
            id,
            Instant.parse("2026-11-21T20:00:00Z"));
    String body =
        new String(new EvidenceSigner().sign(says, key).toJson().toArray(), StandardCharsets.UTF_8);
    return () -> post("/evidence", body, "Idempotency-Key", id);
  }

  private Write answering() {
    String id = UUID.randomUUID().toString();
    String body =
        "{\"role\":\"release-manager\",\"answer\":\"APPROVE\",\"comment\":\"" + id + "\"}";
    return () -> {
      var answer =
          person.send(
              "POST",
              "/api/v1/changes/" + SampleChange.NAME + "/approvals",
              body,
              "Content-Type",
              "application/json",
              "If-Match",
              "\"" + digest + "\"",
              "Idempotency-Key",
              id,
              "X-CSRF-TOKEN",
              secret);
      return Reply.of(answer, answer.body());
    };
  }

  private Reply post(String path, String body, String... headers) {
    ApiClient.Answer answer = program.send("POST", path, body, headers);
    return Reply.of(answer.response(), answer.text());
  }

  /** How often somebody was told to come back later. */
  int later() {
    return later.get();
  }

  /** How often nobody answered. */
  int unanswered() {
    return unanswered.get();
  }

  /** Every answer that was neither good nor a clear "later". */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** Ends when the last of them has. */
  @Override
  public void close() {
    stopping = true;
    threads.forEach(Writers::await);
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

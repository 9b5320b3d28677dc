package dev.interlock.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.SampleChange;
import dev.interlock.server.api.ApiClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A minute at 200 requests a second against the built program in a process of its own. */
class LoadIT {

  private static final int RATE = 200;
  private static final int SECONDS = Integer.getInteger("interlock.load.seconds", 60);

  /** As many connections as a proxy in front of the server would open. */
  private static final int CONNECTIONS = 64;

  private static final long MOST_GROWTH = 96L << 20;

  private static final List<String> READS =
      List.of(
          "/changes?limit=20",
          "/changes/" + SampleChange.NAME,
          "/changes/" + SampleChange.NAME + "/evidence",
          "/estate/environments",
          "/ledger",
          "/estate");

  @TempDir Path data;

  @Test
  void a_minute_of_reading_deciding_and_writing_is_answered_in_full() throws Exception {
    try (Program program = Program.start(data.resolve("server"))) {
      Browser admin = program.administrator();
      Browser robot = program.person(admin, "", "robot", "requester,operator,auditor");
      ApiClient client = program.token(robot, "requester,operator");
      run(client, 2 * RATE, "warm");
      long before = heap(program, client);
      Outcome outcome = run(client, SECONDS * RATE, "load");
      long after = heap(program, client);
      System.out.printf("%s; heap %d MB, then %d MB%n", outcome, before >> 20, after >> 20);

      assertThat(outcome.failures()).isEmpty();
      assertThat(outcome.statuses().keySet()).containsExactlyInAnyOrder(200, 201);
      assertThat(outcome.answered()).isEqualTo((long) SECONDS * RATE);
      assertThat(after - before).as("growth of what cannot be collected").isLessThan(MOST_GROWTH);
      assertThat(client.get("/changes?q=load-&limit=1").json().get("total").asLong())
          .as("every change that was filed")
          .isEqualTo(outcome.of(201));
    }
  }

  /** Sends each at its time; who finds no connection free waits, and its wait counts. */
  private static Outcome run(ApiClient client, int requests, String prefix) throws Exception {
    Outcome outcome = new Outcome();
    Semaphore connections = new Semaphore(CONNECTIONS);
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, requests)
          .forEach(_ ->
              threads.execute(() -> {
                int number = next.getAndIncrement();
                long due = begin + number * Duration.ofSeconds(1).toNanos() / RATE;
                sleepUntil(due);
                connections.acquireUninterruptibly();
                try {
                  answer(client, number, prefix, outcome);
                } finally {
                  connections.release();
                  outcome.took((System.nanoTime() - due) / 1_000_000);
                }
              }));
    }
    return outcome;
  }

  private static void answer(ApiClient client, int number, String prefix, Outcome outcome) {
    try {
      outcome.came(send(client, number, prefix));
    } catch (RuntimeException e) {
      outcome.failed(String.valueOf(e.getCause()));
    }
  }

  /** Of a hundred: two file a change, six have a decision recorded, ten have one made, 82 read. */
  private static ApiClient.Answer send(ApiClient client, int number, String prefix) {
    String change = "/changes/" + SampleChange.NAME;
    int kind = number % 50;
    if (kind == 0) {
      return client.send("POST", "/changes", SampleChange.body(prefix + "-" + number));
    }
    if (kind < 4) {
      return client.send("POST", change + "/decision", "");
    }
    if (kind < 9) {
      return client.get(
          kind < 7 ? change + "/decision" : "/windows/next?environment=core-production");
    }
    return client.get(READS.get(kind % READS.size()));
  }

  private static void sleepUntil(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(Math.max(0, nanos - System.nanoTime())));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is in use when all that can be collected is. */
  private static long heap(Program program, ApiClient client) throws Exception {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process collect =
        new ProcessBuilder(jcmd.toString(), Long.toString(program.pid()), "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(collect.waitFor()).isZero();
    return new Browser(program.url())
        .get("/actuator/prometheus", "Authorization", client.authorization())
        .body()
        .lines()
        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}

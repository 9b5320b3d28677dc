package dev.interlock.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.SampleChange;
import dev.interlock.server.api.ApiClient;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in the middle of decisions and appends, and started again. */
class ServerKilledIT {

  private static final int DEATHS = 3;
  private static final String KEY = "kept-over-deaths";

  @TempDir Path data;

  @Test
  void everything_that_was_acknowledged_is_there_after_each_death() throws Exception {
    long seed = Long.getLong("interlock.seed", System.nanoTime());
    Random random = new Random(seed);
    try (Program program = Program.start(data.resolve("server"))) {
      Browser administrator = program.administrator();
      Browser robot = program.person(administrator, "", "robot", "requester,operator,auditor");
      ApiClient client = program.token(robot, "requester,operator,auditor");
      Browser manager =
          program.person(administrator, "release-manager", "release-manager", "approver");
      ApiClient.Answer first =
          client.send("POST", "/changes", SampleChange.body(KEY), "Idempotency-Key", KEY);
      assertThat(first.status()).as(first.text()).isEqualTo(201);
      Acknowledged acknowledged = new Acknowledged();
      try (Writers writers = new Writers(client, manager, acknowledged).begin()) {
        for (int death = 0; death < DEATHS; death++) {
          int before = acknowledged.size();
          while (acknowledged.size() <= before + 10) {
            assertThat(writers.wrong()).isEmpty();
            Thread.sleep(50);
          }
          Thread.sleep(random.nextInt(400));
          program.kill();
          program.restart();
        }
        assertThat(writers.wrong()).as("seed " + seed).isEmpty();
        assertThat(writers.unanswered()).isPositive();
      }
      System.out.println("kept over " + DEATHS + " deaths of the server: " + acknowledged);
      requireOnce(client, first);
      Path scratch = data.resolve("exported.ledger");
      acknowledged.verify(client, program.database(), data.resolve("server/server.key"), scratch);
    }
  }

  private static void requireOnce(ApiClient client, ApiClient.Answer first) {
    ApiClient.Answer again =
        client.send("POST", "/changes", SampleChange.body(KEY), "Idempotency-Key", KEY);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(client.get("/changes?state=open&q=" + KEY).json().get("total").asInt()).isEqualTo(1);
  }
}

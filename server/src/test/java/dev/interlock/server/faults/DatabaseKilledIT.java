package dev.interlock.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.Browser;
import dev.interlock.server.TestServer;
import dev.interlock.server.api.ApiClient;
import dev.interlock.server.security.AccountRole;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that is killed while everybody writes, and comes back. */
class DatabaseKilledIT {

  private static final int ROUNDS = 2;

  @TempDir Path data;

  @Test
  void what_was_acknowledged_is_kept_and_the_server_comes_back_by_itself() throws Exception {
    Path folder = java.nio.file.Files.createDirectories(data.resolve("postgresql"));
    try (Postmaster postgres = Postmaster.start(folder);
        TestServer server = TestServer.start(data.resolve("server"), postgres.database())) {
      ApiClient program = ApiClient.of(server, "writers");
      Browser person = server.person("release-manager", List.of(AccountRole.APPROVER));
      Acknowledged acknowledged = new Acknowledged();
      try (Writers writers = new Writers(program, person, acknowledged).begin()) {
        for (int round = 0; round < ROUNDS; round++) {
          killAndRestart(postgres, server, writers, acknowledged);
        }
        assertThat(writers.wrong()).isEmpty();
        assertThat(writers.unanswered()).isZero();
      }
      System.out.println("kept over " + ROUNDS + " deaths of PostgreSQL: " + acknowledged);
      Path scratch = data.resolve("exported.ledger");
      acknowledged.verify(
          program, server.bean(DataSource.class), data.resolve("server/server.key"), scratch);
    }
  }

  private static void killAndRestart(
      Postmaster postgres, TestServer server, Writers writers, Acknowledged acknowledged)
      throws Exception {
    Raw raw = new Raw(server.running().url());
    int before = acknowledged.size();
    until(() -> acknowledged.size() > before + 20);
    int told = writers.later();

    postgres.kill();

    assertThat(raw.get("/actuator/health/readiness").status()).isEqualTo(503);
    assertThat(raw.get("/actuator/health/liveness").status()).isEqualTo(200);
    var page =
        raw.get(
            "/",
            "Accept: text/html",
            "Cookie: interlock=MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw");
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.head()).contains("Retry-After");
    assertThat(page.body()).contains("The database does not answer");
    until(() -> writers.later() > told);

    postgres.restart();

    until(() -> raw.get("/actuator/health/readiness").status() == 200);
    int after = acknowledged.size();
    until(() -> acknowledged.size() > after + 20);
  }

  private static void until(BooleanSupplier holds) throws InterruptedException {
    for (int looks = 0; !holds.getAsBoolean(); looks++) {
      assertThat(looks).as("it never came").isLessThan(1200);
      Thread.sleep(100);
    }
  }
}

package dev.interlock.server.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.TestServer;
import dev.interlock.server.api.ApiClient;
import dev.interlock.server.database.DataFolder;
import dev.interlock.server.database.DatabaseAddress;
import dev.interlock.server.database.EmbeddedDatabase;
import dev.interlock.server.database.ExternalDatabase;
import dev.interlock.server.security.AccountRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two servers on one database, each on a machine of its own, drill what is due. */
class ScheduledDrillsIT {

  private static final List<String> ENVIRONMENTS = List.of("tenant-a", "tenant-b", "tenant-c");

  @TempDir static Path folder = Path.of("");

  private static SavedOdoo saved;
  private static DataFolder data;
  private static EmbeddedDatabase postgres;
  private static TestServer first;
  private static TestServer second;
  private static ApiClient operator;

  @BeforeAll
  static void start() throws Exception {
    saved = SavedOdoo.in(folder, ENVIRONMENTS);
    data = DataFolder.open(folder.resolve("postgresql"));
    postgres = EmbeddedDatabase.start(data);
    DatabaseAddress owner = postgres.owner();
    var database =
        new ExternalDatabase(owner, new DatabaseAddress(owner.url(), "erp-app", "a password"));
    saved.machine("first");
    first = TestServer.plain(folder.resolve("first"), saved.estate().toString(), database);
    Files.createDirectories(folder.resolve("second"));
    Files.copy(folder.resolve("first/server.key"), folder.resolve("second/server.key"));
    saved.machine("second");
    second = TestServer.plain(folder.resolve("second"), saved.estate().toString(), database);
    operator = ApiClient.of(first, "operator", Set.of(AccountRole.OPERATOR), Set.of());
  }

  @AfterAll
  static void stop() throws Exception {
    SavedOdoo.noMachine();
    for (AutoCloseable part : Stream.of(second, first, postgres, data).toList()) {
      if (part != null) {
        part.close();
      }
    }
  }

  @Test
  void each_environment_is_drilled_once_and_what_was_proven_is_told() throws Exception {
    await(() -> shown().stream().allMatch(it -> state(it).equals("done")));

    assertThat(shown()).hasSize(ENVIRONMENTS.size()).allSatisfy(ScheduledDrillsIT::proven);
    assertThat(runs()).isEqualTo(ENVIRONMENTS.size());
    assertThat(shown())
        .extracting(it -> it.at("/drill/host").asString())
        .contains("first", "second");
    assertThat(operator.at(second).get("/evidence").json()).hasSize(ENVIRONMENTS.size());
    assertThat(first.bean(dev.interlock.usecases.ServerLedger.class).ledger().size())
        .isGreaterThanOrEqualTo(ENVIRONMENTS.size());
    assertThat(places()).isEmpty();

    List<JsonNode> proven = operator.get("/drills/proven").json().valueStream().toList();
    assertThat(proven).hasSize(ENVIRONMENTS.size());
    assertThat(proven.getFirst().get("key").asString("")).isNotEmpty();
    assertThat(proven.getFirst().at("/drill/verified").asBoolean()).isTrue();
    assertThat(operator.get("/drills/proven?environment=tenant-b").json())
        .singleElement()
        .satisfies(it -> assertThat(it.at("/drill/environment").asString()).isEqualTo("tenant-b"));

    ApiClient.Answer asked = operator.send("POST", "/drills", "{\"environment\":\"tenant-a\"}");
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
    ApiClient.Answer again =
        operator.at(second).send("POST", "/drills", "{\"environment\":\"tenant-a\"}");
    assertThat(again.json().get("code").asString()).isEqualTo("SRV016");
    String id = asked.json().get("id").asString();
    await(() -> operator.get("/drills/" + id).json().get("state").asString().equals("done"));
    JsonNode done = operator.get("/drills/" + id).json();
    assertThat(done.get("askedBy").asString()).isEqualTo("operator");
    assertThat(done.get("evidence").asString()).startsWith("register/drill-");
    assertThat(done.at("/progress/passed").asInt()).isGreaterThan(10);
    assertThat(done.at("/progress/failed").asInt()).isZero();
  }

  @Test
  void what_cannot_be_started_is_refused() {
    var elsewhere =
        ApiClient.of(first, "elsewhere", Set.of(AccountRole.OPERATOR), Set.of("tenant-b"));
    assertThat(elsewhere.send("POST", "/drills", "{\"environment\":\"tenant-a\"}").status())
        .isEqualTo(403);
    ApiClient.Answer nowhere = operator.send("POST", "/drills", "{\"environment\":\"nowhere\"}");
    assertThat(nowhere.status()).isEqualTo(422);
    assertThat(nowhere.json().get("code").asString()).isEqualTo("SRV014");
    assertThat(operator.send("POST", "/drills", "{}").status()).isEqualTo(400);
    assertThat(operator.get("/drills/some").status()).isEqualTo(400);
    assertThat(operator.get("/drills/00000000-0000-0000-0000-000000000000").status())
        .isEqualTo(404);
  }

  private static void proven(JsonNode shown) {
    assertThat(shown.get("state").asString()).as(shown.toPrettyString()).isEqualTo("proven");
    assertThat(shown.at("/last/verified").asBoolean()).isTrue();
    assertThat(shown.at("/last/counts").asBoolean()).isTrue();
    assertThat(shown.at("/last/checks").toString()).contains("odoo/modules-have-code");
    assertThat(shown.at("/objectives/0/state").asString()).isEqualTo("kept");
    assertThat(shown.at("/drill/planned").asString()).isNotEmpty();
  }

  private static List<JsonNode> shown() {
    return operator.get("/drills").json().valueStream().toList();
  }

  private static String state(JsonNode shown) {
    return shown.at("/drill/state").asString("");
  }

  private static int runs() throws Exception {
    DatabaseAddress owner = postgres.owner();
    try (var connection =
            java.sql.DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        var row = connection.createStatement().executeQuery("SELECT count(*) FROM server.drill")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** What drills left where they made their places. */
  private static List<String> places() throws Exception {
    List<String> left = new ArrayList<>();
    for (String host : List.of("first", "second")) {
      try (Stream<Path> all = Files.list(folder.resolve("places-" + host))) {
        all.map(it -> it.getFileName().toString())
            .filter(it -> !it.equals("turn.lock"))
            .forEach(left::add);
      }
    }
    return left;
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    assertThat(done.getAsBoolean()).as(shown().toString()).isTrue();
  }
}

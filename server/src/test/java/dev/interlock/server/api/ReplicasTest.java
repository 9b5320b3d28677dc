package dev.interlock.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.Ledger;
import dev.interlock.server.Browser;
import dev.interlock.server.SampleChange;
import dev.interlock.server.TestServer;
import dev.interlock.server.database.DataFolder;
import dev.interlock.server.database.DatabaseAddress;
import dev.interlock.server.database.EmbeddedDatabase;
import dev.interlock.server.database.ExternalDatabase;
import dev.interlock.usecases.ServerLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL of one's own. */
@Tag("slow")
class ReplicasTest {

  private static final int AT_ONCE = 60;

  @TempDir static Path data = Path.of("");

  private static DataFolder folder;
  private static EmbeddedDatabase postgres;
  private static ExternalDatabase database;
  private static TestServer first;
  private static TestServer second;
  private static ApiClient pipeline;

  @BeforeAll
  static void start() throws Exception {
    folder = DataFolder.open(data.resolve("postgresql"));
    postgres = EmbeddedDatabase.start(folder);
    DatabaseAddress owner = postgres.owner();
    database = new ExternalDatabase(owner, new DatabaseAddress(owner.url(), "erp-app", "it's one"));
    first = TestServer.start(data.resolve("first"), database);
    second = TestServer.start(sharing("second"), database);
    pipeline = ApiClient.of(first, "pipeline");
  }

  /** A data folder with the key that all replicas share. */
  private static Path sharing(String name) throws Exception {
    Path other = Files.createDirectories(data.resolve(name));
    for (String file : List.of("server.key", "sample.start")) {
      Files.copy(data.resolve("first").resolve(file), other.resolve(file));
    }
    return other;
  }

  @AfterAll
  static void stop() {
    Stream.of(second, first, postgres, folder).forEach(ReplicasTest::close);
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void no_database_is_started_beside_and_the_password_is_said_by_one_server_alone() {
    assertThat(data.resolve("first/postgresql")).doesNotExist();
    assertThat(data.resolve("first/server.key")).exists();
    assertThat(first.password()).isNotEmpty();
    assertThat(second.said()).noneMatch(line -> line.contains("password"));
  }

  @Test
  void who_signed_in_at_one_server_is_signed_in_at_the_other() {
    Browser browser = first.administrator();
    String cookie = "interlock=" + browser.session();
    String page = "/account";

    assertThat(second.browser().status("GET", page)).isEqualTo(401);
    assertThat(second.browser().status("GET", page, "Cookie", cookie)).isEqualTo(200);
    browser.submit(page, "/logout", Map.of());
    assertThat(second.browser().status("GET", page, "Cookie", cookie)).isEqualTo(401);
  }

  @Test
  void what_is_filed_at_one_server_is_there_at_the_other() throws Exception {
    ApiClient elsewhere = pipeline.at(second);
    ApiClient.Answer filed = pipeline.send("POST", "/changes", SampleChange.body("shared"));
    assertThat(filed.status()).as(filed.text()).isEqualTo(201);

    ApiClient.Answer seen = elsewhere.get("/changes/shared");
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.header("ETag")).isEqualTo(filed.header("ETag"));
    ChangesApiTest.problem(
        elsewhere.send("POST", "/changes", SampleChange.body("shared")), 409, "REG002");
  }

  @Test
  void both_append_to_one_ledger_at_the_same_time() throws Exception {
    List<ServerLedger> both =
        List.of(first.bean(ServerLedger.class), second.bean(ServerLedger.class));
    List<Callable<Object>> work = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      var event = new ServerLedger.Event("test/at-once-" + i, "https://example.com/e", "{}");
      ServerLedger ledger = both.get(i % both.size());
      work.add(Executors.callable(() -> ledger.append(List.of(event))));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Object> each : threads.invokeAll(work)) {
        each.get();
      }
    }
    List<String> seen = subjects(both.getFirst().ledger());
    assertThat(subjects(both.getLast().ledger())).isEqualTo(seen);
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, AT_ONCE).mapToObj(i -> "test/at-once-" + i).toList());
  }

  /** Each read holds the entry against the signed tree. */
  private static List<String> subjects(Ledger ledger) {
    return LongStream.range(0, ledger.size())
        .mapToObj(i -> Envelope.parse(ledger.read(i).toArray()).statement().subjects())
        .map(subjects -> String.valueOf(subjects.getFirst().name()))
        .filter(name -> name.startsWith("test/"))
        .toList();
  }

  @Test
  void a_job_is_done_by_one_and_taken_over_by_the_other() throws Exception {
    Path third = sharing("third");
    try (TestServer added = TestServer.start(third, database)) {
      assertThat(added.running().url()).isNotEmpty();
      assertThat(ask("SELECT count(*) FROM server.job WHERE task_name = 'judge-changes'"))
          .isEqualTo("1");
    }
    String before = ask("SELECT max(last_success)::text FROM server.job");
    String after = before;
    for (int looks = 0; after.equals(before) && looks < 600; looks++) {
      Thread.sleep(100);
      after = ask("SELECT max(last_success)::text FROM server.job");
    }
    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void a_server_with_another_key_is_refused_and_nothing_is_left_open() {
    Path alien = data.resolve("alien");
    assertThatThrownBy(() -> TestServer.start(alien, database))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("key");
    DataFolder.open(alien).close();
  }

  private static String ask(String sql) throws Exception {
    DatabaseAddress owner = postgres.owner();
    try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        var row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}

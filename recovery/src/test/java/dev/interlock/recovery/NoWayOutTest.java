package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.postgres.Awaiting;
import dev.interlock.recovery.postgres.Debian;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sql;
import dev.interlock.recovery.postgres.drill.ArchivingServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill of a database that knows other servers reaches none, and has none of their passwords. */
@Tag("slow")
class NoWayOutTest {

  private static final String PLACE = "restore/place-is-isolated";
  private static final String LEFT_OUT = "restore/left-out";

  private static final ProcessProof CLOSED =
      new ProcessProof(
          "closed",
          List.of(),
          List.of(
              check("mappings", "select 1 from pg_user_mappings", "no-rows"),
              check(
                  "subscriptions",
                  "select 1 from pg_subscription where subenabled or subconninfo <> ''",
                  "no-rows")),
          null);

  @TempDir private Path folder;

  @Test
  void a_dump_with_foreign_servers_comes_back_and_calls_nobody() throws Exception {
    try (ArchivingServer outside = outside();
        SourceOdoo source = source()) {
      knowsOutside(source, outside.address());
      source.run(
          "CREATE SUBSCRIPTION fed CONNECTION '%s' PUBLICATION p WITH (connect = false)"
              .formatted(connection(outside.address())));
      source.run("COMMENT ON SUBSCRIPTION fed IS 'from outside'");
      Backup backup =
          new TakeBackup(source.store(), null, InstantSource.system(), RecoveryProgress.NONE)
              .run(source.request(), it -> it.toString().getBytes(StandardCharsets.UTF_8))
              .backup();
      long before = connections(outside);

      Drill drill =
          new RestoreDrill(
                  source.store(), null, InstantSource.system(), RecoveryProgress.NONE, _ -> {})
              .run(
                  new RestoreDrill.Request(
                      backup, null, true, null, List.of(CLOSED), 2, source.places()));

      assertThat(connections(outside)).isEqualTo(before);
      assertThat(drill.checks())
          .filteredOn(it -> !it.check().endsWith("/newest-work"))
          .allMatch(it -> it.outcome() == Outcome.PASS);
      Checked leftOut = named(drill, LEFT_OUT);
      assertThat(leftOut.message())
          .contains("empty until somebody refreshes them", "public.stock_elsewhere")
          .doesNotContain("hunter3");
      assertThat(leftOut.numbers())
          .containsEntry("user-mappings", 1L)
          .containsEntry("subscriptions", 1L)
          .containsEntry("materialized-views", 1L);
      assertThat(named(drill, PLACE).numbers()).containsKey("cut-off");
    }
  }

  /** Its workers would begin as soon as the copy runs, and would take what production waits for. */
  @Test
  void a_copied_server_with_a_subscription_calls_nobody() throws Exception {
    try (ArchivingServer outside = outside();
        LoggedOdoo logged = LoggedOdoo.in(folder)) {
      Sql.run(outside.address(), "CREATE PUBLICATION p");
      logged
          .odoo()
          .run(
              "CREATE SUBSCRIPTION fed CONNECTION '%s' PUBLICATION p WITH (connect = false, slot_name = 'fed')"
                  .formatted(connection(outside.address())));
      logged.odoo().run("ALTER SUBSCRIPTION fed ENABLE");
      knowsOutside(logged.odoo(), outside.address());
      long begun = connections(outside);
      Awaiting.until(() -> connections(outside) > begun, "the subscription of the source calls");
      Path store = logged.odoo().storeFolder();
      Backup base = logged.save(store, null);
      Instant enabled = logged.moment();
      logged.odoo().run("ALTER SUBSCRIPTION fed DISABLE");
      logged.server().archiveAll();
      logged.ship(logged.server().archive(), store, null);
      Awaiting.until(
          () ->
              Sql.text(
                      logged.server().address(),
                      "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'logical"
                          + " replication worker'")
                  .equals("0"),
          "the subscription of the source is silent");
      long before = connections(outside);

      Drill drill = logged.drill(store, null, base, enabled, List.of(CLOSED));

      assertThat(connections(outside)).isEqualTo(before);
      assertThat(drill.checks())
          .filteredOn(it -> !it.check().endsWith("/newest-work"))
          .allMatch(it -> it.outcome() == Outcome.PASS);
      assertThat(drill.checks()).extracting(Checked::check).contains(PLACE);
    }
  }

  private static void knowsOutside(SourceOdoo source, PostgresAddress outside) throws Exception {
    for (String statement :
        List.of(
            "CREATE EXTENSION postgres_fdw",
            "CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '%s', port '%d', dbname 'postgres')"
                .formatted(outside.host(), outside.port()),
            "CREATE USER MAPPING FOR CURRENT_USER SERVER other OPTIONS (user '%s', password '%s')"
                .formatted(outside.user(), outside.password()),
            "CREATE FOREIGN TABLE elsewhere (n int) SERVER other OPTIONS (table_name 'stock')",
            "CREATE MATERIALIZED VIEW stock_elsewhere AS SELECT n FROM elsewhere",
            "CREATE UNIQUE INDEX ON stock_elsewhere (n)")) {
      source.run(statement);
    }
  }

  private ArchivingServer outside() throws Exception {
    ArchivingServer outside =
        ArchivingServer.start(
            Files.createDirectories(Debian.reachable(folder).resolve("outside")),
            "log_connections=on",
            "wal_level=logical");
    Sql.run(outside.address(), "CREATE TABLE stock AS SELECT generate_series(1, 3) AS n");
    return outside;
  }

  private SourceOdoo source() throws Exception {
    ArchivingServer server =
        ArchivingServer.start(Files.createDirectories(folder.resolve("source")));
    return SourceOdoo.on(server::close, server.newDatabase("erp"), folder);
  }

  private static String connection(PostgresAddress it) {
    return "host=%s port=%d user=%s password=%s dbname=postgres"
        .formatted(it.host(), it.port(), it.user(), it.password());
  }

  private static long connections(ArchivingServer outside) throws Exception {
    try (Stream<String> lines = Files.lines(outside.data().resolve("log"))) {
      return lines.filter(line -> line.contains("connection received")).count();
    }
  }

  private static Checked named(Drill drill, String name) {
    return drill.checks().stream().filter(it -> it.check().equals(name)).findFirst().orElseThrow();
  }

  private static SqlCheck check(String name, String sql, String expected) {
    return new SqlCheck(name, sql, Expectation.parse(expected).orElseThrow());
  }
}

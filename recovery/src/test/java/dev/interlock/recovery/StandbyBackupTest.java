package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.postgres.Awaiting;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sql;
import dev.interlock.recovery.postgres.drill.ArchivingServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup from a server that only follows the one that Odoo writes to. */
@Tag("slow")
class StandbyBackupTest {

  @TempDir private static Path folder;

  private static LoggedOdoo odoo;
  private static ArchivingServer standby;
  private static PostgresAddress database;

  @BeforeAll
  static void start() throws Exception {
    odoo = LoggedOdoo.in(folder);
    standby = odoo.server().standby(folder.resolve("source"));
    database = standby.address().database("erp");
    odoo.order("followed");
    Awaiting.until(() -> orders("followed").equals("1"), "it follows");
  }

  @AfterAll
  static void stop() {
    standby.close();
    odoo.close();
  }

  @Test
  void it_tells_how_far_the_server_had_followed_and_that_odoo_may_remove_files() throws Exception {
    Sql.text(database, "SELECT pg_wal_replay_pause()::text");
    Awaiting.until(
        () -> Sql.text(database, "SELECT pg_get_wal_replay_pause_state()").equals("paused"),
        "it follows no more");
    Instant moment = odoo.moment();
    odoo.order("not followed");

    TakeBackup.Taken taken =
        new TakeBackup(odoo.odoo().store(), null, InstantSource.system(), RecoveryProgress.NONE)
            .run(request(false), odoo::sign);
    Sql.text(database, "SELECT pg_wal_replay_resume()::text");

    assertThat(taken.backup().point()).isBefore(moment);
    assertThat(taken.collection()).contains("this server only follows another one");
    assertThat(Objects.requireNonNull(taken.backup().database()).tables()).isNotEmpty();
    assertThat(odoo.drill(taken.backup(), RecoveryProgress.NONE).verified()).isTrue();
  }

  @Test
  void a_canary_or_a_copy_of_it_is_refused_with_what_to_do() {
    assertThatThrownBy(() ->
            new TakeBackup(odoo.odoo().store(), null, InstantSource.system(), RecoveryProgress.NONE)
                .run(request(true), odoo::sign))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("name the one that Odoo writes to");
    assertThatThrownBy(() ->
            new TakeBaseBackup(
                    odoo.odoo().store(), null, InstantSource.system(), RecoveryProgress.NONE)
                .run(
                    request(false),
                    new TakeBaseBackup.Server(standby.data(), odoo.server().archive()),
                    _ -> Optional.empty(),
                    backup -> backup.toString().getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("it only follows another server: copy that one");
  }

  private static TakeBackup.Request request(boolean canary) {
    TakeBackup.Request asked = odoo.odoo().request();
    String url =
        "postgresql://%s:%s@%s:%d/erp"
            .formatted(database.user(), database.password(), database.host(), database.port());
    return new TakeBackup.Request(
        asked.environment(), asked.name(), url, null, asked.filestore(), 2, null, canary);
  }

  private static String orders(String name) throws Exception {
    return Sql.text(database, "SELECT count(*) FROM sale_order WHERE name = '" + name + "'");
  }
}

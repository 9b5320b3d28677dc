package dev.interlock.recovery.postgres.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.recovery.postgres.Sql;
import dev.interlock.recovery.postgres.drill.ArchivingServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a real server, read without one. */
@Tag("slow")
class WalScanTest {

  private static final int BYTES = 16 << 20;

  @TempDir private static Path folder;

  private static ArchivingServer server;
  private static String system;
  private static Instant between;
  private static List<Path> log;

  @BeforeAll
  static void aLog() throws Exception {
    server = ArchivingServer.start(folder, 16);
    var database = server.address();
    Sql.run(database, "CREATE TABLE t AS SELECT generate_series(1, 300000) AS n");
    Sql.text(database, "SELECT pg_logical_emit_message(true, 'large', repeat('x', 20000000))");
    Sql.text(database, "SELECT pg_create_restore_point('first mark')");
    server.archiveAll();
    between =
        Instant.parse(
            Sql.text(database, "SELECT to_json(clock_timestamp() AT TIME ZONE 'UTC')#>>'{}'")
                + "Z");
    Sql.run(database, "INSERT INTO t VALUES (1)");
    Sql.text(database, "SELECT pg_create_restore_point('second mark')");
    server.archiveAll();
    system = Sql.text(database, "SELECT system_identifier FROM pg_control_system()");
    try (Stream<Path> files = Files.list(server.archive())) {
      log = files.filter(file -> file.getFileName().toString().length() == 24).sorted().toList();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void every_record_is_whole_and_the_end_of_the_newest_transaction_is_known() throws Exception {
    WalScan scan = scan(null);
    String told = Sql.text(server.address(), "SELECT max(xmin::text::int) FROM t WHERE n = 1");

    assertThat(told).isNotEmpty();
    assertThat(scan.newest()).isBetween(between, Instant.now());
    assertThat(scan.passed()).isFalse();
  }

  @Test
  void a_target_before_the_last_transaction_is_passed() throws Exception {
    WalScan scan = scan(between);

    assertThat(scan.newest()).isBefore(between);
    assertThat(scan.passed()).isTrue();
    assertThat(scan(Instant.now()).passed()).isFalse();
  }

  @Test
  void a_mark_is_seen_when_a_recovery_to_the_target_comes_past_it() throws Exception {
    WalScan all = scan(null);
    WalScan some = scan(between);

    assertThat(all.marked("first mark")).isTrue();
    assertThat(all.marked("second mark")).isTrue();
    assertThat(all.marked("second")).isFalse();
    assertThat(some.marked("first mark")).isTrue();
    assertThat(some.marked("second mark")).isFalse();
  }

  @Test
  void a_bit_anywhere_is_found() throws Exception {
    byte[] bytes = Files.readAllBytes(log.getFirst());
    for (int at : new int[] {0, 30, 9_000, 1 << 20, 5_000_003, 12_345_678}) {
      byte[] changed = bytes.clone();
      changed[at] ^= 8;
      assertThatThrownBy(() -> read(new WalScan(null), log.getFirst(), changed))
          .as("byte %d", at)
          .isInstanceOf(WalScan.Damaged.class);
    }
  }

  @Test
  void what_is_cut_longer_swapped_empty_or_of_another_server_is_found() throws Exception {
    byte[] bytes = Files.readAllBytes(log.getFirst());
    byte[] other = Files.readAllBytes(log.get(1));
    byte[] zeroed = bytes.clone();
    Arrays.fill(zeroed, 1 << 20, BYTES, (byte) 0);
    assertSaid(Arrays.copyOf(bytes, BYTES - 1), "is cut off");
    assertSaid(new byte[0], "is cut off after 0 bytes");
    assertSaid(Arrays.copyOf(bytes, BYTES + 1), "is longer");
    assertSaid(other, "is another file of the log");
    assertSaid(zeroed, "holds nothing from");
    assertThatThrownBy(() ->
            new WalScan(null).read(named(log.getFirst()), "17", new ByteArrayInputStream(bytes)))
        .hasMessageContaining("instead of 17");
  }

  private static void assertSaid(byte[] content, String words) {
    assertThatThrownBy(() -> read(new WalScan(null), log.getFirst(), content))
        .isInstanceOf(WalScan.Damaged.class)
        .hasMessageContaining(words);
  }

  private static WalScan scan(@Nullable Instant target) throws IOException {
    WalScan scan = new WalScan(target);
    for (Path file : log) {
      read(scan, file, Files.readAllBytes(file));
    }
    return scan;
  }

  private static void read(WalScan scan, Path file, byte[] content) throws IOException {
    scan.read(named(file), system, new ByteArrayInputStream(content));
  }

  private static WalSegment named(Path file) {
    return WalSegment.named(file.getFileName().toString(), BYTES).orElseThrow();
  }
}

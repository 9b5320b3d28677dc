package dev.interlock.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.ledger.Ledger.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Replicas that append at the same time, and sessions that get in their way. */
@Tag("slow")
@ExtendWith(PostgresExtension.class)
class PostgresFaultTest {

  private static final String LOCK = "select pg_advisory_xact_lock(%d, 1)".formatted(0x4C454447);

  @Test
  void replicas_that_append_at_the_same_time_leave_no_gap_and_no_fork(TestDatabase database)
      throws Exception {
    try (PostgresLedger one = database.open();
        PostgresLedger other = database.open();
        ExecutorService pool = Executors.newFixedThreadPool(8)) {
      Map<String, Receipt> acknowledged = new ConcurrentHashMap<>();
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 8; writer++) {
        Ledger ledger = writer % 2 == 0 ? one : other;
        String name = "writer " + writer + " entry ";
        writers.add(
            pool.submit(() -> {
              for (int i = 0; i < 20; i++) {
                acknowledged.put(name + i, ledger.append(Bytes.utf8(name + i)));
              }
            }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      assertThat(one.size()).isEqualTo(160).isEqualTo(other.size());
      acknowledged.forEach((entry, receipt) -> {
        assertThat(one.read(receipt.first()).utf8()).isEqualTo(entry);
        assertThat(other.read(receipt.first()).utf8()).isEqualTo(entry);
      });
      assertOneHistory(one, acknowledged.values().stream().map(Receipt::checkpoint).toList());
    }
  }

  /** Every acknowledged checkpoint is continued by the last, and so by every one in between. */
  static void assertOneHistory(Ledger ledger, List<SignedCheckpoint> checkpoints) {
    Bytes root = ledger.root(ledger.size());
    for (SignedCheckpoint checkpoint : checkpoints) {
      Checkpoint state = checkpoint.checkpoint();
      ConsistencyProof proof = ledger.consistency(state.size(), ledger.size());
      assertThat(checkpoint.signedBy(Samples.PUBLIC)).isTrue();
      assertThat(proof.proves(state.root(), root)).isTrue();
    }
  }

  @Test
  void threads_share_transactions(TestDatabase database) throws Exception {
    try (PostgresLedger ledger = database.open();
        ExecutorService pool = Executors.newFixedThreadPool(32);
        Handle blocker = Jdbi.open(database.runtime())) {
      blocker.begin();
      blocker.execute(LOCK);
      List<Future<Receipt>> appends = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        Bytes entry = Bytes.utf8("entry " + i);
        appends.add(pool.submit(() -> ledger.append(entry)));
      }
      waitUntilBlocked(blocker);
      blocker.commit();
      for (Future<Receipt> append : appends) {
        append.get();
      }
      int checkpoints =
          blocker.createQuery("select count(*) from ledger.checkpoint").mapTo(int.class).one();
      assertThat(checkpoints).isBetween(2, 32);
      assertThat(ledger.size()).isEqualTo(32);
    }
  }

  private static void waitUntilBlocked(Handle handle) throws InterruptedException {
    String waiting =
        "select count(*) from pg_locks where locktype = 'advisory' and not granted"
            + " and database = (select oid from pg_database where datname = current_database())";
    while (handle.createQuery(waiting).mapTo(int.class).one() == 0) {
      Thread.sleep(10);
    }
  }

  @Test
  void transaction_that_hangs_is_named_and_appends_go_on_after_it(TestDatabase database) {
    try (PostgresLedger ledger = database.open(Duration.ofMillis(200));
        Handle hanging = Jdbi.open(database.runtime())) {
      hanging.begin();
      hanging.execute(LOCK);
      int pid = hanging.createQuery("select pg_backend_pid()").mapTo(int.class).one();
      assertThatThrownBy(() -> ledger.append(Bytes.utf8("waits")))
          .isInstanceOfSatisfying(
              LedgerException.class,
              e -> {
                assertThat(e.error()).isEqualTo(LedgerError.IN_USE);
                assertThat(e.error().kind()).isEqualTo(LedgerError.Kind.OUTSIDE);
                assertThat(e).hasMessageContaining("server process " + pid);
              });
      assertThat(ledger.size()).isZero();
      hanging.rollback();
      assertThat(ledger.append(Bytes.utf8("goes on")).first()).isZero();
    }
  }

  @Test
  void acknowledged_means_on_disk_whatever_the_connection_was_set_to(TestDatabase database) {
    assertThat(setting(database, "synchronous_commit")).isEqualTo("off");
    database.run(
        "postgres",
        "create table public.seen (how text)",
        "create function public.look() returns trigger language plpgsql security definer as $$"
            + " begin insert into public.seen values (current_setting('synchronous_commit') || ', '"
            + " || current_setting('transaction_isolation')); return new; end $$",
        "create trigger look before insert on ledger.checkpoint for each row"
            + " execute function public.look()",
        "alter role "
            + PostgresDatabases.RUNTIME
            + " in database "
            + database.name()
            + " set default_transaction_isolation = 'serializable'");
    try (PostgresLedger ledger = database.open()) {
      ledger.append(Bytes.utf8("safe"));
    }
    List<String> seen =
        Jdbi.create(database.as("postgres"))
            .withHandle(h -> h.createQuery("select how from seen").mapTo(String.class).list());
    assertThat(seen).containsExactly("on, read committed", "on, read committed");
  }

  private static String setting(TestDatabase database, String name) {
    return Jdbi.create(database.runtime())
        .withHandle(h -> h.createQuery("show " + name).mapTo(String.class).one());
  }
}

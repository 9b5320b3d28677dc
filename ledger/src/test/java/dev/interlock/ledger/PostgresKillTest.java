package dev.interlock.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.ledger.Ledger.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is killed with SIGKILL while replicas append, and started again. */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PostgresKillTest {

  @Test
  void server_that_does_not_sync_is_refused() throws Exception {
    try (PostgresDatabases own = new PostgresDatabases();
        PostgresLedger ledger = own.migrated().open()) {
      own.server().kill();
      own.server().restart("off");
      assertThatThrownBy(() -> ledger.append(Bytes.utf8("unsafe")))
          .hasMessageContaining("fsync = off")
          .isInstanceOfSatisfying(
              LedgerException.class,
              e -> assertThat(e.error()).isEqualTo(LedgerError.UNSAFE_DATABASE));
    }
  }

  @Test
  void killed_server_loses_nothing_that_was_acknowledged() throws Exception {
    try (PostgresDatabases own = new PostgresDatabases();
        ExecutorService pool = Executors.newFixedThreadPool(6)) {
      TestDatabase database = own.migrated();
      try (PostgresLedger one = database.open();
          PostgresLedger other = database.open()) {
        Load load = new Load(List.of(one, other));
        for (int writer = 0; writer < 6; writer++) {
          int number = writer;
          pool.execute(() -> load.write(number));
        }
        for (int round = 0; round < 3; round++) {
          load.awaitAcknowledged(30);
          own.server().kill();
          load.awaitFailed(6);
          own.server().restart();
        }
        load.awaitAcknowledged(30);
        load.end();
        pool.shutdown();
        assertThat(pool.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        load.assertKept(database);
      }
    }
  }

  /** Writers that go on whatever happens, and what they were told. */
  private static final class Load {

    private final List<? extends Ledger> replicas;
    private final Map<String, Receipt> acknowledged = new ConcurrentHashMap<>();
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean ended = new AtomicBoolean();

    Load(List<? extends Ledger> replicas) {
      this.replicas = replicas;
    }

    void write(int writer) {
      Ledger ledger = replicas.get(writer % replicas.size());
      for (int i = 0; !ended.get(); i++) {
        String entry = "writer " + writer + " entry " + i;
        try {
          acknowledged.put(entry, ledger.append(Bytes.utf8(entry)));
        } catch (RuntimeException e) {
          failures.add(e);
          pause();
        }
      }
    }

    /**
     * A server that is not there refuses at once: without a pause failures would fill the memory.
     */
    private static void pause() {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }

    void awaitAcknowledged(int more) throws InterruptedException {
      int wanted = acknowledged.size() + more;
      while (acknowledged.size() < wanted) {
        Thread.sleep(5);
      }
    }

    void awaitFailed(int more) throws InterruptedException {
      int wanted = failures.size() + more;
      while (failures.size() < wanted) {
        Thread.sleep(5);
      }
    }

    void end() {
      ended.set(true);
    }

    void assertKept(TestDatabase database) {
      assertThat(failures)
          .allSatisfy(e ->
              assertThat(e)
                  .isInstanceOfSatisfying(
                      LedgerException.class,
                      l -> assertThat(l.error().kind()).isEqualTo(LedgerError.Kind.OUTSIDE)));
      try (PostgresLedger reopened = database.open()) {
        acknowledged.forEach(
            (entry, receipt) -> assertThat(reopened.read(receipt.first()).utf8()).isEqualTo(entry));
        assertThat(Samples.all(reopened)).doesNotHaveDuplicates();
        PostgresFaultTest.assertOneHistory(
            reopened, acknowledged.values().stream().map(Receipt::checkpoint).toList());
      }
    }
  }
}

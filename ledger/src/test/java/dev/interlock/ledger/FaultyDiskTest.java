package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ledger.Ledger.Receipt;
import dev.interlock.ledger.append.Signer;
import dev.interlock.ledger.file.WritableLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that are full, break in the middle of a write, or lose power. */
class FaultyDiskTest {

  private static final Signer SIGNER = new Signer(Samples.ORIGIN, Samples.KEY, Samples.CLOCK);

  @TempDir(factory = MemoryDirectory.class)
  Path directory;

  private @Nullable FaultyDisk disk;

  private Path file() {
    return directory.resolve("erp.ledger");
  }

  private WritableLedger open() {
    return WritableLedger.open(
        file(), SIGNER, List.of(Samples.PUBLIC), path -> disk = new FaultyDisk(path));
  }

  private FaultyDisk disk() {
    if (disk == null) {
      throw new AssertionError("not open");
    }
    return disk;
  }

  /**
   * An append writes, syncs, writes, syncs: the operation that fails and how much still arrives.
   */
  @ParameterizedTest
  @CsvSource({"0,0", "0,1", "0,20", "2,0", "2,1", "2,100"})
  void full_disk_refuses_the_append_and_the_ledger_goes_on(int operation, int partial) {
    try (WritableLedger ledger = open()) {
      ledger.append(List.of(Bytes.utf8("first")));
      disk().failIn = operation;
      disk().partial = partial;
      assertError(LedgerError.NO_SPACE, () -> ledger.append(List.of(Bytes.utf8("too much"))));
      assertThat(ledger.store().size()).isEqualTo(1);
      assertThat(ledger.append(List.of(Bytes.utf8("second"))).first()).isEqualTo(1);
    }
    assertContents("first", "second");
  }

  @Test
  void disk_that_fills_up_anywhere_in_a_batch_keeps_nothing_of_it() {
    List<Bytes> batch = List.of(Bytes.utf8("one"), Bytes.utf8(""), Bytes.utf8("three"));
    try (WritableLedger ledger = open()) {
      ledger.append(List.of(Bytes.utf8("first")));
      for (int arriving = 0; arriving < 150; arriving++) {
        disk().failIn = 0;
        disk().partial = arriving;
        assertError(LedgerError.NO_SPACE, () -> ledger.append(batch));
        assertThat(ledger.store().size()).isEqualTo(1);
      }
      assertThat(ledger.append(List.of(Bytes.utf8("second"))).first()).isEqualTo(1);
    }
    assertContents("first", "second");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void failed_sync_ends_the_use_of_the_ledger_but_loses_nothing(int operation) {
    try (WritableLedger ledger = open()) {
      ledger.append(List.of(Bytes.utf8("first")));
      disk().failIn = operation;
      disk().complaint = "Input/output error";
      assertError(LedgerError.STORAGE_FAILED, () -> ledger.append(List.of(Bytes.utf8("unknown"))));
      assertError(LedgerError.CLOSED, () -> ledger.append(List.of(Bytes.utf8("refused"))));
      assertThat(ledger.store().read(0).utf8()).isEqualTo("first");
    }
    assertContents("first", "unknown");
  }

  @Test
  void write_that_cannot_be_taken_back_ends_the_use_of_the_ledger() {
    try (WritableLedger ledger = open()) {
      ledger.append(List.of(Bytes.utf8("first")));
      disk().failIn = 0;
      disk().partial = 7;
      disk().forGood = true;
      assertError(LedgerError.NO_SPACE, () -> ledger.append(List.of(Bytes.utf8("half"))));
      assertError(LedgerError.CLOSED, () -> ledger.append(List.of(Bytes.utf8("refused"))));
    }
    assertContents("first");
  }

  /** The reason for two syncs an append: see the README of this module. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void power_failure_at_any_moment_loses_nothing_acknowledged(int operation) throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Files.deleteIfExists(file());
      List<Bytes> acknowledged = Samples.entries(1 + random.nextInt(5), random);
      try (WritableLedger ledger = open()) {
        ledger.append(acknowledged);
        disk().failIn = operation;
        disk().partial = random.nextInt(400);
        disk().forGood = true;
        List<Bytes> lost = Samples.entries(1 + random.nextInt(10), random);
        assertError(LedgerError.NO_SPACE, () -> ledger.append(lost));
        disk().losePower(random);
      }
      try (FileLedger ledger = Samples.open(file())) {
        assertThat(Samples.all(ledger).subList(0, acknowledged.size())).isEqualTo(acknowledged);
      }
      assertThat(LedgerVerifier.trusting(Samples.PUBLIC).verify(file()).holds()).isTrue();
    }
  }

  @Test
  void appends_that_wait_for_the_disk_share_the_next_batch() throws InterruptedException {
    try (WritableLedger ledger = open()) {
      disk().stalled = new CountDownLatch(1);
      List<Thread> writers = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        Bytes entry = Bytes.utf8("entry " + i);
        writers.add(Thread.ofPlatform().start(() -> ledger.append(List.of(entry))));
        awaitWaiting(writers.getLast());
      }
      disk().stalled.countDown();
      for (Thread writer : writers) {
        writer.join();
      }
      assertThat(ledger.store().size()).isEqualTo(9);
    }
    Verification found = LedgerVerifier.trusting(Samples.PUBLIC).verify(file());
    assertThat(found.checkpoints()).as("the first, one writer's, all others'").isEqualTo(3);
  }

  @Test
  void interrupted_writer_still_gets_its_receipt_and_the_ledger_stays_open() throws Exception {
    try (WritableLedger ledger = open()) {
      disk().stalled = new CountDownLatch(1);
      Thread first = Thread.ofPlatform().start(() -> ledger.append(List.of(Bytes.utf8("first"))));
      awaitWaiting(first);
      List<Receipt> receipts = new ArrayList<>();
      Thread second =
          Thread.ofPlatform()
              .start(() -> receipts.add(ledger.append(List.of(Bytes.utf8("second")))));
      awaitWaiting(second);
      second.interrupt();
      disk().stalled.countDown();
      first.join();
      second.join();
      assertThat(receipts).extracting(Receipt::first).containsExactly(1L);
      assertThat(ledger.append(List.of(Bytes.utf8("third"))).first()).isEqualTo(2);
    }
    assertContents("first", "second", "third");
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private void assertContents(String... expected) {
    List<String> found = new ArrayList<>();
    try (FileLedger ledger = Samples.open(file())) {
      Samples.all(ledger).forEach(entry -> found.add(entry.utf8()));
    }
    assertThat(found).containsExactly(expected);
    assertThat(LedgerVerifier.trusting(Samples.PUBLIC).verify(file()).holds()).isTrue();
  }
}

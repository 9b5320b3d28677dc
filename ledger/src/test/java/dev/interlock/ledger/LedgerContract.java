package dev.interlock.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.ledger.Ledger.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every ledger does, wherever it keeps its entries. */
abstract class LedgerContract {

  /** The same ledger each time, signed with {@link Samples#KEY}; empty at first. */
  abstract Ledger open();

  @Test
  void new_ledger_has_a_signed_checkpoint_over_nothing() {
    try (Ledger ledger = open()) {
      assertThat(ledger.size()).isZero();
      assertThat(ledger.origin()).isEqualTo(Samples.ORIGIN);
      assertThat(ledger.checkpoint().signedBy(Samples.PUBLIC)).isTrue();
      assertThat(ledger.checkpoint().checkpoint().root().hex()).startsWith("e3b0c44298fc1c14");
    }
  }

  @Test
  void entries_come_back_in_order_also_after_reopening() {
    List<Bytes> entries = Samples.entries(25, new Random(1));
    try (Ledger ledger = open()) {
      assertThat(ledger.append(entries.subList(0, 20)).first()).isZero();
      assertThat(ledger.append(entries.subList(20, 25)).first()).isEqualTo(20);
      assertThat(Samples.all(ledger)).isEqualTo(entries);
    }
    try (Ledger ledger = open()) {
      assertThat(Samples.all(ledger)).isEqualTo(entries);
      ledger.append(Bytes.utf8("one more"));
      assertThat(ledger.read(25).utf8()).isEqualTo("one more");
    }
  }

  @Test
  void receipt_has_a_checkpoint_that_covers_the_entries() {
    try (Ledger ledger = open()) {
      Receipt receipt = ledger.append(Samples.entries(3, new Random(2)));
      assertThat(receipt.count()).isEqualTo(3);
      assertThat(receipt.checkpoint().checkpoint().size()).isEqualTo(3);
      assertThat(receipt.checkpoint().signedBy(Samples.PUBLIC)).isTrue();
      assertThat(receipt.checkpoint()).isEqualTo(ledger.checkpoint());
    }
  }

  @Test
  void every_entry_is_proven_under_every_later_size() {
    try (Ledger ledger = open()) {
      List<Bytes> entries = Samples.entries(20, new Random(3));
      entries.forEach(ledger::append);
      for (int size = 1; size <= 20; size++) {
        for (int i = 0; i < size; i++) {
          InclusionProof proof = ledger.inclusion(i, size);
          assertThat(proof.proves(entries.get(i), ledger.root(size))).isTrue();
        }
      }
    }
  }

  @Test
  void every_size_is_consistent_with_every_later_one() {
    try (Ledger ledger = open()) {
      ledger.append(Samples.entries(20, new Random(4)));
      for (int to = 0; to <= 20; to++) {
        for (int from = 0; from <= to; from++) {
          ConsistencyProof proof = ledger.consistency(from, to);
          assertThat(proof.proves(ledger.root(from), ledger.root(to))).isTrue();
        }
      }
    }
  }

  @Test
  void every_root_and_proof_is_that_of_the_rfc() {
    List<Bytes> entries = Samples.entries(13, new Random(5));
    Rfc6962 oracle = new Rfc6962(entries);
    try (Ledger ledger = open()) {
      ledger.append(entries.subList(0, 5));
      entries.subList(5, 13).forEach(ledger::append);
      for (int size = 1; size <= 13; size++) {
        assertThat(ledger.root(size)).isEqualTo(oracle.root(size));
        for (int other = 0; other < size; other++) {
          assertThat(ledger.inclusion(other, size).path()).isEqualTo(oracle.path(other, size));
        }
        for (int from = 1; from <= size; from++) {
          assertThat(ledger.consistency(from, size).path()).isEqualTo(oracle.proof(from, size));
        }
      }
    }
  }

  @Test
  void appends_of_many_threads_are_all_there_once_and_contiguous() throws Exception {
    int threads = 8;
    int each = 25;
    try (Ledger ledger = open();
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Callable<List<Receipt>>> writers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        String name = "writer " + t + " entry ";
        writers.add(() -> appendEach(ledger, name, each));
      }
      for (Future<List<Receipt>> done : pool.invokeAll(writers)) {
        assertThat(done.get()).hasSize(each);
      }
      assertThat(ledger.size()).isEqualTo((long) threads * each * 2);
      assertThat(Samples.all(ledger)).doesNotHaveDuplicates();
    }
  }

  private static List<Receipt> appendEach(Ledger ledger, String name, int count) {
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Bytes> pair = List.of(Bytes.utf8(name + i + "a"), Bytes.utf8(name + i + "b"));
      Receipt receipt = ledger.append(pair);
      assertThat(ledger.read(receipt.first())).isEqualTo(pair.get(0));
      assertThat(ledger.read(receipt.first() + 1)).isEqualTo(pair.get(1));
      receipts.add(receipt);
    }
    return receipts;
  }

  @Test
  void what_is_not_there_is_refused() {
    try (Ledger ledger = open()) {
      ledger.append(Bytes.utf8("only"));
      assertThatThrownBy(() -> ledger.read(1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> ledger.read(-1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> ledger.root(2)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> ledger.inclusion(1, 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> ledger.consistency(0, 2))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> ledger.append(List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void entry_beyond_the_limit_is_refused_and_harms_nothing() {
    try (Ledger ledger = open()) {
      Bytes huge = Bytes.of(new byte[(16 << 20) + 1]);
      assertThatThrownBy(() -> ledger.append(huge))
          .isInstanceOfSatisfying(
              LedgerException.class,
              e -> assertThat(e.error()).isEqualTo(LedgerError.ENTRY_TOO_LARGE));
      assertThat(ledger.append(Bytes.utf8("small")).first()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10_000_000, 16 << 20})
  void entry_up_to_the_limit_comes_back_as_it_was(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    Bytes entry = Bytes.of(bytes);
    try (Ledger ledger = open()) {
      ledger.append(List.of(Bytes.utf8("before"), entry, Bytes.utf8("after")));
    }
    try (Ledger ledger = open()) {
      assertThat(ledger.read(1)).isEqualTo(entry);
      assertThat(ledger.inclusion(1, 3).proves(entry, ledger.root(3))).isTrue();
    }
  }

  @Test
  void append_beyond_the_limit_is_refused_as_a_whole() {
    try (Ledger ledger = open()) {
      Bytes large = Bytes.of(new byte[16 << 20]);
      assertThatThrownBy(() -> ledger.append(List.of(Bytes.utf8("a"), large, large, large, large)))
          .isInstanceOfSatisfying(
              LedgerException.class,
              e -> assertThat(e.error()).isEqualTo(LedgerError.ENTRY_TOO_LARGE))
          .hasMessageContaining("at most 16 MiB and one append just under 64 MiB");
      assertThat(ledger.size()).isZero();
    }
  }

  @Test
  void closed_ledger_refuses_appends() {
    Ledger ledger = open();
    ledger.close();
    assertThatThrownBy(() -> ledger.append(Bytes.utf8("late")))
        .isInstanceOfSatisfying(
            LedgerException.class, e -> assertThat(e.error()).isEqualTo(LedgerError.CLOSED));
  }
}

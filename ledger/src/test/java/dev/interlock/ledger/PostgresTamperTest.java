package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What somebody with all power over the server changes is noticed; what is exported verifies. */
@Tag("slow")
@ExtendWith(PostgresExtension.class)
class PostgresTamperTest {

  private static final LedgerVerifier VERIFIER = LedgerVerifier.trusting(Samples.PUBLIC);
  private static final String OTHER =
      "update ledger.entry set data = 'no', hash = sha256('\\x00'::bytea || 'no'::bytea)";

  @TempDir Path directory;
  private TestDatabase database;

  @BeforeEach
  void ledger_with_entries(TestDatabase given) {
    database = given;
    try (Ledger ledger = database.open()) {
      for (String text : List.of("go", "wait", "stop")) {
        ledger.append(Bytes.utf8(text));
      }
    }
  }

  @Test
  void replaced_data_is_not_returned() {
    try (Ledger ledger = database.open()) {
      database.tamper("update ledger.entry set data = 'no' where index = 1");
      assertError(LedgerError.CORRUPTED, () -> ledger.read(1));
      assertThat(ledger.read(2).utf8()).isEqualTo("stop");
    }
  }

  @Test
  void replaced_entry_is_found_when_opening() {
    database.tamper(OTHER + " where index = 1");
    assertError(LedgerError.CORRUPTED, database::open);
  }

  @Test
  void entry_that_another_replica_has_not_read_yet_is_held_against_the_checkpoint() {
    try (Ledger late = database.open();
        Ledger writer = database.open()) {
      writer.append(Bytes.utf8("new"));
      database.tamper(OTHER + " where index = 3");
      assertError(LedgerError.CORRUPTED, late::size);
      assertError(LedgerError.CORRUPTED, () -> late.read(3));
    }
  }

  @Test
  void missing_entry_is_found() {
    database.tamper("delete from ledger.entry where index = 0");
    assertError(LedgerError.CORRUPTED, database::open);
  }

  @Test
  void edge_that_does_not_hash_to_the_root_is_found() {
    database.tamper(
        "update ledger.checkpoint set edge = sha256('x') || sha256('y') where size = 3");
    assertError(LedgerError.CORRUPTED, database::open);
  }

  @Test
  void ledger_that_was_rolled_back_is_neither_read_nor_continued() {
    try (Ledger ledger = database.open()) {
      database.tamper(
          "delete from ledger.checkpoint where size = 3",
          "delete from ledger.entry where index = 2");
      assertError(LedgerError.CORRUPTED, ledger::size);
      assertThatThrownBy(() -> ledger.append(Bytes.utf8("on top of it")))
          .hasMessageContaining("rolled back from 3 entries to 2");
    }
  }

  @Test
  void history_rewritten_with_the_key_itself_is_not_continued_by_who_saw_the_first_one(
      TestDatabase elsewhere) {
    try (Ledger ledger = database.open()) {
      try (Ledger other = elsewhere.open()) {
        List.of("a", "b", "c", "d").forEach(text -> other.append(Bytes.utf8(text)));
        database.tamper("truncate ledger.entry", "truncate ledger.checkpoint");
        copy(other, elsewhere);
      }
      assertError(LedgerError.CORRUPTED, ledger::size);
      assertError(LedgerError.CORRUPTED, () -> ledger.read(3));
    }
  }

  /** Moves a whole sound ledger into the other database. */
  private void copy(Ledger other, TestDatabase from) {
    var rows =
        org.jdbi.v3.core.Jdbi.create(from.as("postgres"))
            .withHandle(handle ->
                handle
                    .createQuery(
                        "select format('insert into ledger.checkpoint values (%s, %L, %L)',"
                            + " size, note, edge) from ledger.checkpoint"
                            + " where size in (0, 4) order by size")
                    .mapTo(String.class)
                    .list());
    database.run(PostgresDatabases.RUNTIME, rows.get(0));
    for (long i = 0; i < other.size(); i++) {
      String data = "'\\x" + other.read(i).hex() + "'::bytea";
      database.run(
          PostgresDatabases.RUNTIME,
          "insert into ledger.entry values (%d, sha256('\\x00'::bytea || %s), %s)"
              .formatted(i, data, data));
    }
    database.run(PostgresDatabases.RUNTIME, rows.get(1));
  }

  @Test
  void export_verifies_with_every_signature_and_keeps_every_checkpoint() {
    Path file = directory.resolve("copy.ledger");
    List<Bytes> more = Samples.entries(50, new Random(6));
    try (PostgresLedger ledger = database.open()) {
      ledger.append(more.subList(0, 20));
      SignedCheckpoint kept = ledger.checkpoint();
      more.subList(20, 50).forEach(ledger::append);
      ledger.export(file);
      Verification found = VERIFIER.withEverySignature().verifySince(file, kept);
      assertThat(found.failure()).isEmpty();
      assertThat(found.entries()).isEqualTo(53);
      assertThat(found.checkpoints()).isEqualTo(1 + 3 + 1 + 30);
      assertThat(found.latest()).contains(ledger.checkpoint());
      try (LedgerView view = FileLedger.view(file, List.of(Samples.PUBLIC))) {
        assertThat(Samples.all(view)).isEqualTo(Samples.all(ledger));
      }
    }
  }

  @Test
  void export_is_a_ledger_that_can_be_continued() {
    Path file = directory.resolve("copy.ledger");
    try (PostgresLedger ledger = database.open()) {
      ledger.export(file);
    }
    try (Ledger moved = Samples.open(file)) {
      assertThat(moved.append(Bytes.utf8("more")).first()).isEqualTo(3);
    }
    assertThat(VERIFIER.verify(file).failure()).isEmpty();
  }

  @Test
  void export_of_large_entries_goes_in_parts() {
    Path file = directory.resolve("copy.ledger");
    Bytes large = Bytes.of(new byte[5 << 20]);
    try (PostgresLedger ledger = database.open()) {
      ledger.append(List.of(large, large, large, Bytes.utf8("small")));
      ledger.export(file);
      assertThat(VERIFIER.verify(file).entries()).isEqualTo(7);
    }
  }

  @Test
  void export_replaces_no_file_and_leaves_nothing_of_a_failed_one() throws Exception {
    Path file = directory.resolve("copy.ledger");
    try (PostgresLedger ledger = database.open()) {
      Files.writeString(file, "mine");
      assertError(LedgerError.STORAGE_FAILED, () -> ledger.export(file));
      assertThat(file).hasContent("mine");
      Files.delete(file);
      database.tamper("delete from ledger.entry where index = 1");
      assertError(LedgerError.CORRUPTED, () -> ledger.export(file));
      assertThat(directory).isEmptyDirectory();
    }
  }

  @Test
  void export_of_a_changed_entry_does_not_verify() {
    Path file = directory.resolve("copy.ledger");
    try (PostgresLedger ledger = database.open()) {
      database.tamper(OTHER + " where index = 1");
      ledger.export(file);
      assertThat(VERIFIER.verify(file).failure()).isPresent();
    }
  }
}

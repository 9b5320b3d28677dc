package dev.interlock.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLedgerTest extends LedgerContract {

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("erp.ledger");
  }

  @Override
  Ledger open() {
    return Samples.open(file());
  }

  @Test
  void closing_twice_is_harmless() {
    Ledger ledger = open();
    ledger.close();
    ledger.close();
    open().close();
  }

  @Test
  void second_writer_in_this_process_is_refused_and_the_first_keeps_its_lock() {
    try (Ledger ledger = open()) {
      assertError(LedgerError.IN_USE, this::open);
      assertError(LedgerError.IN_USE, this::open);
      ledger.append(Bytes.utf8("still mine"));
    }
    open().close();
  }

  @Test
  void symbolic_link_does_not_get_around_the_lock() throws IOException {
    try (Ledger ledger = open()) {
      Path link = Files.createSymbolicLink(directory.resolve("link"), file());
      assertError(LedgerError.IN_USE, () -> Samples.open(link));
      assertThat(ledger.size()).isZero();
    }
  }

  @Test
  void ledger_of_another_key_is_refused() {
    open().close();
    SigningKey other = Samples.key("other");
    assertError(
        LedgerError.WRONG_KEY, () -> FileLedger.open(file(), Samples.ORIGIN, other, Samples.CLOCK));
    assertError(
        LedgerError.WRONG_KEY, () -> FileLedger.view(file(), List.of(other.verificationKey())));
  }

  @Test
  void ledger_can_change_its_key_and_verifies_with_both() {
    try (Ledger ledger = open()) {
      ledger.append(Bytes.utf8("under the first key"));
    }
    SigningKey next = Samples.key("next");
    try (Ledger ledger =
        FileLedger.open(file(), Samples.ORIGIN, next, List.of(Samples.PUBLIC), Samples.CLOCK)) {
      ledger.append(Bytes.utf8("under the second key"));
    }
    List<VerificationKey> both = List.of(Samples.PUBLIC, next.verificationKey());
    assertThat(LedgerVerifier.trusting(both).verify(file()).holds()).isTrue();
    assertThat(LedgerVerifier.trusting(both).withEverySignature().verify(file()).holds()).isTrue();
    assertThat(LedgerVerifier.trusting(next.verificationKey()).verify(file()).holds()).isTrue();
    assertThat(LedgerVerifier.trusting(Samples.PUBLIC).verify(file()).holds()).isFalse();
  }

  @Test
  void ledger_of_another_origin_is_refused() {
    open().close();
    assertError(
        LedgerError.WRONG_KEY,
        () -> FileLedger.open(file(), "example.com/other", Samples.KEY, Samples.CLOCK));
  }

  @Test
  void view_sees_what_was_acknowledged_while_a_writer_is_at_work() {
    try (Ledger ledger = open()) {
      ledger.append(Bytes.utf8("first"));
      try (LedgerView view = FileLedger.view(file(), List.of(Samples.PUBLIC))) {
        ledger.append(Bytes.utf8("second"));
        assertThat(Samples.all(view)).containsExactly(Bytes.utf8("first"));
        assertThat(view.checkpoint().checkpoint().size()).isEqualTo(1);
      }
      ledger.append(Bytes.utf8("third"));
      assertError(LedgerError.IN_USE, this::open);
    }
  }

  @Test
  void other_files_are_not_taken_for_ledgers() throws IOException {
    for (String content : List.of("", "hello", "interlock-ledger/1 ", "interlock-ledger/2 x\n")) {
      Files.writeString(file(), content);
      assertError(LedgerError.NOT_A_LEDGER, this::open);
      assertThat(file()).hasContent(content);
    }
  }

  /** Opening a pipe would wait for ever. */
  @Test
  void what_is_no_regular_file_is_refused_at_once() throws Exception {
    Path pipe = directory.resolve("pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
    Path link = Files.createSymbolicLink(directory.resolve("dangling"), Path.of("nowhere"));
    for (Path other : List.of(pipe, link, directory, Path.of("/dev/null"))) {
      assertError(LedgerError.NOT_A_FILE, () -> Samples.open(other));
      assertError(LedgerError.NOT_A_FILE, () -> FileLedger.view(other, List.of(Samples.PUBLIC)));
      LedgerVerifier verifier = LedgerVerifier.trusting(Samples.PUBLIC);
      assertError(LedgerError.NOT_A_FILE, () -> verifier.verify(other));
    }
    assertThat(directory.resolve("pipe.lock")).doesNotExist();
  }

  @Test
  void missing_places_are_named() {
    Path nowhere = directory.resolve("no/such/place.ledger");
    assertError(LedgerError.NOT_FOUND, () -> Samples.open(nowhere));
    assertError(LedgerError.NOT_FOUND, () -> FileLedger.view(nowhere, List.of(Samples.PUBLIC)));
    assertError(LedgerError.NOT_A_FILE, () -> FileLedger.view(directory, List.of(Samples.PUBLIC)));
  }

  @Test
  void entry_that_was_replaced_behind_the_back_is_not_returned() throws IOException {
    try (Ledger ledger = open()) {
      ledger.append(Bytes.utf8("approved by the plant manager"));
      byte[] content = Files.readAllBytes(file());
      int at = new String(content, StandardCharsets.ISO_8859_1).indexOf("plant");
      content[at] = 'P';
      Files.write(file(), content);
      assertError(LedgerError.CORRUPTED, () -> ledger.read(0));
    }
  }

  static void assertError(LedgerError error, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(LedgerException.class, e -> assertThat(e.error()).isEqualTo(error));
  }
}

package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody puts something else in the place of the ledger, or of the file that locks it. */
class ReplacedFileTest {

  /** What is put there. */
  enum Something {
    PIPE,
    DIRECTORY,
    DEVICE,
    LINK_TO_NOTHING;

    void putAt(Path place) throws Exception {
      switch (this) {
        case PIPE ->
            assertThat(new ProcessBuilder("mkfifo", place.toString()).start().waitFor()).isZero();
        case DIRECTORY -> Files.createDirectory(place);
        case DEVICE -> Files.createSymbolicLink(place, Path.of("/dev/zero"));
        case LINK_TO_NOTHING -> Files.createSymbolicLink(place, Path.of("nowhere"));
      }
    }
  }

  @TempDir Path directory;

  private Path file;
  private Path aside;

  @BeforeEach
  void a_ledger() {
    file = directory.resolve("erp.ledger");
    aside = directory.resolve("aside");
    try (Ledger ledger = Samples.open(file)) {
      ledger.append(Bytes.utf8("first"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_stands_in_the_place_of_the_ledger_is_refused_at_once(Something something)
      throws Exception {
    Files.move(file, aside);
    something.putAt(file);
    assertError(LedgerError.NOT_A_FILE, () -> Samples.open(file));
    assertError(LedgerError.NOT_A_FILE, () -> FileLedger.view(file, List.of(Samples.PUBLIC)));
    assertError(LedgerError.NOT_A_FILE, () -> LedgerVerifier.trusting(Samples.PUBLIC).verify(file));
  }

  /** To open a pipe for writing would wait for ever. */
  @ParameterizedTest
  @EnumSource
  void what_stands_in_the_place_of_the_lock_is_refused_at_once(Something something)
      throws Exception {
    Path lock = directory.resolve("erp.ledger.lock");
    Files.delete(lock);
    something.putAt(lock);
    assertError(LedgerError.NOT_A_FILE, () -> Samples.open(file));
    Files.delete(lock);
    Samples.open(file).close();
  }

  @ParameterizedTest
  @EnumSource
  void writer_whose_file_is_replaced_appends_nothing_and_goes_on_when_it_is_back(
      Something something) throws Exception {
    try (Ledger ledger = Samples.open(file)) {
      Files.move(file, aside);
      something.putAt(file);
      assertError(LedgerError.NOT_A_FILE, () -> ledger.append(Bytes.utf8("refused")));
      Files.delete(file);
      Files.move(aside, file);
      ledger.append(Bytes.utf8("second"));
      assertThat(Samples.all(ledger)).containsExactly(Bytes.utf8("first"), Bytes.utf8("second"));
    }
    assertHolds(2);
  }

  /** As programs that rotate logs do. */
  @Test
  void writer_whose_file_is_gone_or_another_acknowledges_nothing() throws IOException {
    try (Ledger ledger = Samples.open(file)) {
      Files.move(file, aside);
      assertError(LedgerError.STORAGE_FAILED, () -> ledger.append(Bytes.utf8("refused")));
      Files.copy(aside, file);
      assertError(LedgerError.STORAGE_FAILED, () -> ledger.append(Bytes.utf8("refused")));
      assertThat(ledger.size()).isEqualTo(1);
    }
    assertHolds(1);
  }

  private void assertHolds(long entries) {
    Verification found = LedgerVerifier.trusting(Samples.PUBLIC).verify(file);
    assertThat(found.holds()).isTrue();
    assertThat(found.entries()).isEqualTo(entries);
  }
}

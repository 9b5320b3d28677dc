package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ledger.Verification.Answer;
import dev.interlock.ledger.Verification.Tail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a ledger after its file was cut, changed or continued by something else. */
@Tag("slow")
class CrashTest {

  @TempDir(factory = MemoryDirectory.class)
  Path directory;

  private Path file;
  private final List<Bytes> entries = new ArrayList<>();

  /** Bytes of an entry's frame before the entry: prefix and seal. */
  private static final int FRAME = 9 + Forger.SEAL;

  /** File length after the header, then after each entry: where each entry becomes whole. */
  private final List<Integer> wholeFrom = new ArrayList<>();

  private byte[] content = new byte[0];
  private int firstFrameEnd;
  private int lastCheckpointStart;

  @BeforeEach
  void writeThreeBatches() throws IOException {
    file = directory.resolve("erp.ledger");
    Random random = new Random(11);
    try (Ledger ledger = Samples.open(file)) {
      firstFrameEnd = (int) Files.size(file);
      for (int batch = 1; batch <= 3; batch++) {
        int end = (int) Files.size(file);
        List<Bytes> added = Samples.entries(batch, random);
        for (Bytes entry : added) {
          end += FRAME + entry.length();
          wholeFrom.add(end);
        }
        lastCheckpointStart = end;
        entries.addAll(added);
        ledger.append(added);
      }
    }
    content = Files.readAllBytes(file);
  }

  @Test
  void cut_at_every_byte_keeps_every_whole_entry_and_reports_the_torn_tail() throws IOException {
    for (int length = firstFrameEnd; length < content.length; length++) {
      Path cut = write(directory.resolve("cut-" + length), content, length);
      int end = length;
      int whole = (int) wholeFrom.stream().filter(from -> from <= end).count();
      try (FileLedger ledger = Samples.open(cut)) {
        assertThat(Samples.all(ledger))
            .as("cut at %d", length)
            .isEqualTo(entries.subList(0, whole));
        Recovery recovery = ledger.recovery();
        if (recovery.setAside().isPresent()) {
          Recovery.SetAside aside = recovery.setAside().get();
          assertThat(aside.offset() + aside.bytes()).isEqualTo(length);
          assertThat(aside.entries()).isZero();
          assertThat(Files.readAllBytes(aside.savedTo()))
              .isEqualTo(slice(content, (int) aside.offset(), length));
        }
        ledger.append(Bytes.utf8("after the crash"));
      }
      Verification after = LedgerVerifier.trusting(Samples.PUBLIC).verify(cut);
      assertThat(after.holds()).isTrue();
      assertThat(after.entries()).isEqualTo(whole + 1L);
    }
  }

  @Test
  void cut_before_the_first_checkpoint_is_no_ledger_any_more() throws IOException {
    for (int length = 0; length < firstFrameEnd; length++) {
      Path cut = write(directory.resolve("cut"), content, length);
      try {
        Samples.open(cut).close();
        throw new AssertionError("opened after a cut at " + length);
      } catch (LedgerException e) {
        assertThat(e.error()).isIn(LedgerError.NOT_A_LEDGER, LedgerError.CORRUPTED);
      }
      assertThat(Files.size(cut)).isEqualTo(length);
    }
  }

  @Test
  void verification_of_a_cut_file_reports_the_torn_tail_and_what_is_not_covered()
      throws IOException {
    for (int length = firstFrameEnd; length < content.length; length++) {
      Path cut = write(directory.resolve("cut"), content, length);
      int end = length;
      Verification found = LedgerVerifier.trusting(Samples.PUBLIC).verify(cut);
      assertThat(found.failure()).isEmpty();
      long covered = found.latest().orElseThrow().checkpoint().size();
      assertThat(found.entries()).isEqualTo(covered);
      long whole = wholeFrom.stream().filter(f -> f <= end).count();
      assertThat(found.tail().map(Tail::entries).orElse(0L)).isEqualTo(whole - covered);
      found.tail().ifPresent(tail -> assertThat(tail.offset() + tail.bytes()).isEqualTo(end));
      assertThat(found.holds()).isEqualTo(found.tail().isEmpty());
    }
  }

  @Test
  void every_changed_byte_is_named_or_lies_in_the_reported_tail() throws IOException {
    for (int at = 0; at < content.length; at++) {
      Path changed = write(directory.resolve("changed"), flipped(at), content.length);
      try {
        assertDamageIsSeen(LedgerVerifier.trusting(Samples.PUBLIC).verify(changed), at);
      } catch (LedgerException e) {
        assertThat(e.error()).as("byte %d", at).isEqualTo(LedgerError.NOT_A_LEDGER);
        assertThat(at).isLessThan("interlock-ledger/1 example.com/erp\n".length());
      }
    }
  }

  private void assertDamageIsSeen(Verification found, int at) {
    if (at >= lastCheckpointStart) {
      assertThat(found.answer()).isEqualTo(Answer.HOLDS_IN_PART);
      assertThat(found.tail().orElseThrow().torn())
          .isEqualTo((long) content.length - lastCheckpointStart);
      assertThat(found.entries() + found.tail().orElseThrow().entries()).isEqualTo(entries.size());
    } else {
      assertThat(found.failure()).as("byte %d", at).isPresent();
      assertThat(found.failure().orElseThrow().offset()).isLessThanOrEqualTo(at);
      int whole = (int) wholeFrom.stream().filter(from -> from <= at).count();
      boolean header = at < "interlock-ledger/1 example.com/erp\n".length();
      assertThat(found.failure().orElseThrow().first()).isEqualTo(header ? 0 : whole);
    }
  }

  @Test
  void opening_a_changed_file_never_loses_an_entry_silently() throws IOException {
    int opened = 0;
    for (int at = 0; at < content.length; at++) {
      byte[] bytes = flipped(at);
      Path changed = write(directory.resolve("changed"), bytes, bytes.length);
      try (FileLedger ledger = Samples.open(changed)) {
        assertThat(Samples.all(ledger)).isEqualTo(entries);
        assertThat(ledger.recovery().setAside()).isPresent();
        assertThat(at).isGreaterThanOrEqualTo(lastCheckpointStart);
        opened++;
      } catch (LedgerException e) {
        assertThat(e.error()).isIn(LedgerError.NOT_A_LEDGER, LedgerError.CORRUPTED);
        assertThat(at).as(e.getMessage()).isLessThan(lastCheckpointStart);
        assertThat(Files.readAllBytes(changed)).isEqualTo(bytes);
      }
    }
    assertThat(opened).isEqualTo(content.length - lastCheckpointStart);
  }

  @Test
  void garbage_at_the_end_is_a_torn_tail() throws IOException {
    for (int seed = 0; seed < 50; seed++) {
      byte[] garbage = new byte[1 + new Random(seed).nextInt(500)];
      new Random(seed).nextBytes(garbage);
      byte[] longer = slice(content, 0, content.length + garbage.length);
      System.arraycopy(garbage, 0, longer, content.length, garbage.length);
      Path changed = write(directory.resolve("garbage-" + seed), longer, longer.length);
      try (FileLedger ledger = Samples.open(changed)) {
        assertThat(Samples.all(ledger)).isEqualTo(entries);
        Recovery.SetAside aside = ledger.recovery().setAside().orElseThrow();
        assertThat(aside.bytes()).isEqualTo(garbage.length);
        assertThat(aside.offset()).isEqualTo(content.length);
      }
    }
  }

  @Test
  void entry_that_holds_a_ledger_can_be_torn_without_being_taken_for_damage() throws IOException {
    try (Ledger ledger = Samples.open(file)) {
      ledger.append(Bytes.of(content));
    }
    byte[] grown = Files.readAllBytes(file);
    for (int length = content.length + 1;
        length < content.length + FRAME + content.length;
        length++) {
      Path cut = write(directory.resolve("cut"), grown, length);
      try (FileLedger ledger = Samples.open(cut)) {
        assertThat(ledger.size()).isEqualTo(entries.size());
      }
    }
  }

  /** Who may write entries must not be able to make a crash look like damage. */
  @Test
  void old_checkpoint_planted_in_a_torn_entry_is_not_taken_for_damage() throws IOException {
    int start = content.length + FRAME;
    byte[] frame;
    try (Ledger ledger = Samples.open(file)) {
      frame = Forger.frame(start, 'C', Bytes.utf8(ledger.checkpoint().note()).toArray());
      ledger.append(Bytes.of(Arrays.copyOf(frame, frame.length + 50)));
    }
    byte[] grown = Files.readAllBytes(file);
    for (int length = start; length < start + frame.length + 50; length++) {
      Path cut = write(directory.resolve("cut"), grown, length);
      try (FileLedger ledger = Samples.open(cut)) {
        assertThat(Samples.all(ledger)).isEqualTo(entries);
      }
    }
  }

  @Test
  void more_unreadable_bytes_than_one_write_can_leave_are_damage() throws IOException {
    byte[] zeros = slice(content, 0, content.length + (64 << 20) + 1);
    Path changed = write(directory.resolve("zeros"), zeros, zeros.length);
    assertError(LedgerError.CORRUPTED, () -> Samples.open(changed));
  }

  @Test
  void half_written_new_ledger_is_written_again() throws IOException {
    Path fresh = directory.resolve("fresh.ledger");
    Files.writeString(directory.resolve(".fresh.ledger.new"), "interlock-led");
    try (FileLedger ledger = Samples.open(fresh)) {
      assertThat(ledger.recovery().nothingToDo()).isTrue();
      assertThat(ledger.append(Bytes.of("x".getBytes(StandardCharsets.UTF_8))).first()).isZero();
    }
  }

  /** Another bit from byte to byte, and every ninth time all bits. */
  private byte[] flipped(int at) {
    byte[] changed = content.clone();
    changed[at] ^= (byte) (at % 9 == 8 ? 0xff : 1 << at % 9);
    return changed;
  }

  private static byte[] slice(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  private static Path write(Path target, byte[] bytes, int length) throws IOException {
    return Files.write(target, slice(bytes, 0, length));
  }
}

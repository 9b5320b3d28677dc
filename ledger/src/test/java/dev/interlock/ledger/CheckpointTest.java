package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ledger.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final Bytes ROOT = Bytes.hex("ab".repeat(32));

  /**
   * The key pair and note of Go's golang.org/x/mod/sumdb/note, the format's first implementation.
   */
  private static final SigningKey GO_KEY =
      SigningKey.ofSeed(goKey("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"));

  private static final VerificationKey GO_PUBLIC =
      VerificationKey.ofRaw(goKey("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));

  private static final String GO_TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;

  private static final String GO_NOTE =
      GO_TEXT
          + """

          — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
          """;

  private static byte[] goKey(String base64) {
    byte[] typed = Base64.getDecoder().decode(base64);
    assertThat(typed[0]).isEqualTo((byte) 1);
    return Arrays.copyOfRange(typed, 1, typed.length);
  }

  @Test
  void note_is_byte_for_byte_that_of_the_first_implementation() {
    assertThat(GO_KEY.verificationKey()).isEqualTo(GO_PUBLIC);
    assertThat(SignedNote.sign("PeterNeumann", GO_TEXT, GO_KEY).note()).isEqualTo(GO_NOTE);
    assertThat(SignedNote.parse(GO_NOTE).signedBy("PeterNeumann", GO_PUBLIC)).isTrue();
    assertThat(SignedNote.parse(GO_NOTE).signedBy("PeterNewman", GO_PUBLIC)).isFalse();
  }

  @Test
  void checkpoint_is_origin_size_root_and_time() {
    Checkpoint checkpoint =
        Checkpoint.of(Samples.ORIGIN, 42, ROOT, Instant.parse("2026-11-21T08:00:00Z"));
    String text =
        "example.com/erp\n42\n" + ROOT.base64() + "\ninterlock.dev/time 2026-11-21T08:00:00Z\n";
    assertThat(checkpoint.text()).isEqualTo(text);
    SignedCheckpoint signed = SignedCheckpoint.sign(checkpoint, Samples.KEY);
    assertThat(signed.note()).startsWith(text + "\n— example.com/erp ").endsWith("\n");
    SignedCheckpoint read = read(signed.note());
    assertThat(read).isEqualTo(signed);
    assertThat(read.checkpoint()).isEqualTo(checkpoint);
    assertThat(read.checkpoint().time()).contains(Instant.parse("2026-11-21T08:00:00Z"));
    assertThat(read.signedBy(Samples.PUBLIC)).isTrue();
    assertThat(read.signedBy(GO_PUBLIC)).isFalse();
  }

  @Test
  void time_is_optional_and_other_extensions_are_kept() {
    Checkpoint without = Checkpoint.of(Samples.ORIGIN, 0, ROOT, null);
    assertThat(without.extensions()).isEmpty();
    assertThat(without.time()).isEmpty();
    Checkpoint extended = new Checkpoint(Samples.ORIGIN, 0, ROOT, List.of("x y", "z"));
    SignedCheckpoint read = read(SignedCheckpoint.sign(extended, Samples.KEY).note());
    assertThat(read.checkpoint()).isEqualTo(extended);
    assertThat(read.signedBy(Samples.PUBLIC)).isTrue();
  }

  @Test
  void signatures_of_unknown_keys_are_ignored_but_a_false_one_of_a_known_key_spoils_the_note() {
    Checkpoint checkpoint = Checkpoint.of(Samples.ORIGIN, 42, ROOT, null);
    String ours = SignedCheckpoint.sign(checkpoint, Samples.KEY).note();
    String witness = "— witness.example/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWX\n";
    assertThat(read(ours + witness).signedBy(Samples.PUBLIC)).isTrue();
    Checkpoint other = Checkpoint.of(Samples.ORIGIN, 43, ROOT, null);
    String theirs = SignedCheckpoint.sign(other, Samples.KEY).note();
    String falseLine = theirs.substring(theirs.indexOf('—'));
    assertThat(read(ours + falseLine).signedBy(Samples.PUBLIC)).isFalse();
  }

  @Test
  void every_changed_byte_is_noticed() {
    byte[] note =
        SignedCheckpoint.sign(Checkpoint.of(Samples.ORIGIN, 42, ROOT, Instant.EPOCH), Samples.KEY)
            .note()
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < note.length; i++) {
      for (int mask : new int[] {0x01, 0x20, 0x80, 0xff}) {
        byte[] changed = note.clone();
        changed[i] ^= (byte) mask;
        assertThat(trusted(changed)).as("byte %d with %d", i, mask).isFalse();
      }
    }
  }

  private static boolean trusted(byte[] note) {
    try {
      return SignedCheckpoint.parse(note).signedBy(Samples.PUBLIC);
    } catch (LedgerException e) {
      assertThat(e.error()).isEqualTo(LedgerError.BAD_CHECKPOINT);
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "a\n1\n",
        "a\n1\nHASH\n\n",
        "a\n1\nHASH\n\n- a AAAAAAAA\n",
        "a\n1\nHASH\n\n— a AAAAAAAA",
        "a\n1\nHASH\n\n— a\n",
        "a\n1\nHASH\n\n— a AAAA\n",
        "a\n1\nHASH\n\n— a AAAAAAA\n",
        "a\n1\nHASH\n\n— a b AAAAAAAA\n",
        "a\n01\nHASH\n\n— a AAAAAAAA\n",
        "a\n-1\nHASH\n\n— a AAAAAAAA\n",
        "a\n9999999999999999999\nHASH\n\n— a AAAAAAAA\n",
        "a\n1\nAAAA\n\n— a AAAAAAAA\n",
        "a b\n1\nHASH\n\n— a AAAAAAAA\n",
        "a\n1\n\nHASH\n\n— a AAAAAAAA\n",
        "a\n1\nHASH\n\tx\n\n— a AAAAAAAA\n",
        "\n1\nHASH\n\n— a AAAAAAAA\n"
      })
  void malformed_checkpoint_is_refused(String note) {
    assertError(LedgerError.BAD_CHECKPOINT, () -> read(note.replace("HASH", ROOT.base64())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a+b", "a\nb", "a\u00a0b", "a\u2028b", "a\u0085b"})
  void origin_must_be_usable_as_a_key_name(String origin) {
    assertError(LedgerError.BAD_CHECKPOINT, () -> Checkpoint.of(origin, 0, ROOT, null));
  }

  private static SignedCheckpoint read(String note) {
    return SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8));
  }
}

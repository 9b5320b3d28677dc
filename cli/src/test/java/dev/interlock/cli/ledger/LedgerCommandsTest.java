package dev.interlock.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliGolden;
import dev.interlock.cli.CliRun;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.SigningKey;
import dev.interlock.ledger.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LedgerCommandsTest {

  private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void a_ledger_with_three_entries() throws IOException {
    Files.writeString(folder.resolve("key.pub"), KEY.verificationKey().toPem());
    try (FileLedger ledger = open()) {
      ledger.append(List.of(envelope("order-export"), envelope("label-layout")));
      ledger.append(Bytes.utf8("no envelope"));
    }
  }

  @Test
  void verify_says_that_it_holds() {
    transcript("verify", "ledger verify %s/l.ledger --key %s/key.pub", 0);
    transcript("verify-json", "ledger verify %s/l.ledger --key %s/key.pub --format json", 0);
  }

  @Test
  void an_entry_that_somebody_put_at_the_end_is_covered_by_nothing() throws IOException {
    byte[] forged = "E\0\0\0\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    long at = Files.size(folder.resolve("l.ledger"));
    var crc = new java.util.zip.CRC32C();
    crc.update(java.nio.ByteBuffer.allocate(8).putLong(at).flip());
    crc.update(forged);
    var frame = java.nio.ByteBuffer.allocate(9).put(forged).putInt((int) crc.getValue());
    Files.write(folder.resolve("l.ledger"), frame.array(), java.nio.file.StandardOpenOption.APPEND);
    transcript("verify-uncovered", "ledger verify %s/l.ledger --key %s/key.pub", 1);
    transcript(
        "verify-uncovered-json", "ledger verify %s/l.ledger --key %s/key.pub --format json", 1);
  }

  @Test
  void a_directory_where_a_file_is_wanted_is_bad_input() {
    for (String command :
        List.of(
            "ledger verify %s --key %s/key.pub",
            "ledger verify %s/l.ledger --key %s",
            "ledger verify %s/l.ledger --key %s/key.pub --since %s",
            "ledger show %s --key %s/key.pub",
            "ledger export %s --key %s/key.pub",
            "ledger export %s/l.ledger --key %s",
            "ledger export %s/l.ledger --key %s/key.pub --output %s",
            "ledger export %s/l.ledger --key %s/key.pub --checkpoint %s",
            "ledger export %s/l.ledger --key %s/key.pub --pack %s",
            "gate --replay %s")) {
      CliRun run = run(command);
      assertThat(run.exit()).as(command).isEqualTo(2);
      assertThat(run.err()).as(command).containsPattern("is a (folder|directory)");
    }
  }

  @Test
  void show_lists_the_entries() {
    transcript("show", "ledger show %s/l.ledger --key %s/key.pub", 0);
    transcript("show-json", "ledger show %s/l.ledger --key %s/key.pub --from 1 --format json", 0);
  }

  @Test
  void export_writes_envelopes_line_by_line() {
    transcript("export", "ledger export %s/l.ledger --key %s/key.pub", 0);
  }

  @Test
  void a_kept_checkpoint_proves_that_nothing_was_rolled_back() throws IOException {
    Path shorter = Files.copy(folder.resolve("l.ledger"), folder.resolve("shorter.ledger"));
    try (FileLedger ledger = open()) {
      ledger.append(envelope("after"));
    }
    run("ledger export %s/l.ledger --key %s/key.pub --checkpoint %s/kept.txt");
    CliRun good = run("ledger verify %s/l.ledger --key %s/key.pub --since %s/kept.txt");
    assertThat(good.exit()).isZero();
    CliRun bad = run("ledger verify " + shorter + " --key %s/key.pub --since %s/kept.txt");
    assertThat(bad.exit()).isEqualTo(1);
    assertThat(bad.out()).startsWith("DOES NOT HOLD");
  }

  @Test
  void a_pack_verifies_on_its_own() throws IOException {
    run("ledger export %s/l.ledger --key %s/key.pub --pack %s/p.zip --entry 0 --entry 1");
    Files.delete(folder.resolve("l.ledger"));
    transcript("verify-pack", "ledger verify %s/p.zip --key %s/key.pub", 0);
    transcript("verify-pack-json", "ledger verify %s/p.zip --key %s/key.pub --format json", 0);
  }

  @Test
  void a_pack_of_an_entry_that_does_not_exist_is_refused() {
    CliRun run = run("ledger export %s/l.ledger --key %s/key.pub --pack %s/p.zip --entry 3");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("there is no entry 3", "[CLI013]");
  }

  @Test
  void a_changed_byte_is_an_answer_of_no() throws IOException {
    Path file = folder.resolve("l.ledger");
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("payload")] ^= 1;
    Files.write(file, bytes);
    CliRun run = run("ledger verify %s/l.ledger --key %s/key.pub");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("DOES NOT HOLD", "Entry 0 does not hold");
  }

  @Test
  void files_that_are_something_else_are_bad_input() {
    transcript("no-file", "ledger verify %s/none.ledger --key %s/key.pub", 2);
    transcript("no-ledger", "ledger verify %s/key.pub --key %s/key.pub", 2);
    transcript("no-key", "ledger verify %s/l.ledger --key %s/l.ledger", 2);
  }

  @Test
  void keygen_prints_a_document_and_keeps_the_secret_to_itself() throws IOException {
    CliRun run =
        run("evidence keygen --out %s/new.key --name release --person rm --predicates approval");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("---").contains("kind: TrustedKey", "  name: release");
    assertThat(run.out()).contains("persons: [rm]");
    String secret = Files.readString(folder.resolve("new.key"));
    assertThat(secret).startsWith("-----BEGIN PRIVATE KEY-----");
    assertThat(run.out() + run.err()).doesNotContain(secret.lines().toList().get(1));
    SigningKey written = SigningKey.parse(secret);
    assertThat(run.out()).contains("publicKey: " + written.verificationKey().toBase64());
    assertThat(Files.readString(folder.resolve("new.key.pub")))
        .isEqualTo(written.verificationKey().toPem());
  }

  @Test
  void keygen_never_overwrites_a_key() throws IOException {
    String before = Files.readString(folder.resolve("key.pub"));
    CliRun run = run("evidence keygen --out %s/key --name a --system b --predicates check");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("key.pub"))).isEqualTo(before);
    assertThat(folder.resolve("key")).doesNotExist();
  }

  private void transcript(String name, String command, int exit) {
    String words = command.replace("%s", folder.toString());
    CliRun run = CliRun.of(words.split(" "));
    assertThat(run.exit()).isEqualTo(exit);
    String transcript = run.transcript(words, folder.toString(), "DIR");
    // What a checkpoint's note holds is the ledger's business.
    transcript = transcript.replaceAll("\"note\": \".*\"", "\"note\": \"NOTE\"");
    CliGolden.verify("ledger/" + name + ".txt", transcript);
  }

  private CliRun run(String command) {
    return CliRun.of(command.replace("%s", folder.toString()).split(" "));
  }

  private FileLedger open() {
    return FileLedger.open(
        folder.resolve("l.ledger"), "example.com/erp", KEY, InstantSource.fixed(CliRun.NOW));
  }

  private static Bytes envelope(String change) {
    var subject = Statement.Subject.sha256(change, "ab".repeat(32));
    var statement =
        new Statement(List.of(subject), "https://interlock.dev/evidence/note/v1", Bytes.utf8("{}"));
    return Envelope.sign(statement, KEY).toJson();
  }
}

package dev.interlock.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.cli.CliRun;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.evidence.Drill.Stage;
import dev.interlock.goldens.Checkout;
import dev.interlock.ledger.SigningKey;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.usecases.RecordDecision;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill in a pack tells an auditor who has nothing else what was proven, and shows tampering. */
class DrillPackTest {

  private static final String ENVIRONMENT = "core-production";

  @TempDir private Path folder;

  private Path estate = Path.of("");
  private Path key = Path.of("");
  private Path pack = Path.of("");

  @BeforeEach
  void aDrillOfABackup() throws IOException {
    estate = EstateCopy.of(Checkout.samples().resolve("estate"), folder.resolve("estate"));
    key = folder.resolve("runner.key");
    CliRun made =
        CliRun.of(
            "evidence",
            "keygen",
            "--out",
            key.toString(),
            "--name",
            "runner",
            "--system",
            "Drill runner",
            "--predicates",
            "backup,drill");
    Files.writeString(estate.resolve("people/keys.yaml"), made.out(), StandardOpenOption.APPEND);
    SigningKey signer = SigningKey.parse(Files.readString(key));
    Backup backup =
        new Backup(
            ENVIRONMENT,
            "one",
            "pg-dump",
            CliRun.NOW.minusSeconds(3_700),
            CliRun.NOW.minusSeconds(3_600),
            null,
            null,
            List.of(),
            null,
            CliRun.NOW.minusSeconds(3_500));
    BackupStore store =
        StoredBackup.newFolder(folder.resolve("store"), InstantSource.fixed(CliRun.NOW));
    byte[] manifest = new EvidenceSigner().sign(backup, signer).toJson().toArray();
    store.put(StoreLayout.manifest(ENVIRONMENT, "one"), new ByteArrayInputStream(manifest), null);
    Drill drill =
        new Drill(
            ENVIRONMENT,
            "one",
            true,
            List.of(
                new Measured("order-to-cash", Duration.ofHours(1), Duration.ofMinutes(5)),
                new Measured("warehouse-execution", Duration.ofHours(3), Duration.ofMinutes(5))),
            CliRun.NOW.minusSeconds(600),
            backup.point(),
            backup.point(),
            List.of(new Stage("restore", Duration.ofMinutes(50))),
            List.of(),
            CliRun.NOW.minusSeconds(60));
    var envelope = new EvidenceSigner().sign(drill, signer);
    Files.write(folder.resolve("drill.json"), envelope.toJson().toArray());
    new RecordDecision(InstantSource.fixed(CliRun.NOW))
        .run(
            envelope,
            new RecordDecision.Request(folder.resolve("drills.ledger"), "example.com/drills", key));
    pack = folder.resolve("drill.zip");
    CliRun run =
        CliRun.of(
            "drill",
            "export",
            folder.resolve("drill.json").toString(),
            "--estate",
            estate.toString(),
            "--from",
            folder.resolve("store").toString(),
            "--ledger",
            folder.resolve("drills.ledger").toString(),
            "--key",
            key.toString(),
            "--out",
            pack.toString());
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private CliRun verify(Path file, String... more) {
    List<String> words =
        new ArrayList<>(List.of("ledger", "verify", file.toString(), "--key", key + ".pub"));
    words.addAll(List.of(more));
    return CliRun.of(words.toArray(String[]::new));
  }

  @Test
  void an_auditor_reads_who_signed_what_was_proven_and_what_was_kept() {
    CliRun run = verify(pack);

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out())
        .contains(
            "HOLDS  pack of a restore drill",
            "drill.dsse.json signed by runner (Drill runner)",
            "backup.dsse.json signed by runner",
            "pack.dsse.json signed by runner",
            "Recorded as entry 0 of example.com/drills",
            "Restored backup one",
            "kept  Order to cash: back after 1 h of 4 h",
            "missed  Warehouse execution: back after 3 h of 1 h 30 min");
  }

  @Test
  void programs_read_the_same() {
    assertThat(verify(pack, "--format", "json").out())
        .contains("\"holds\": true", "\"recorded\": true", "\"state\": \"missed\"");
  }

  @Test
  void somebody_elses_key_vouches_for_nothing() throws IOException {
    Path other = folder.resolve("other.pub");
    Files.writeString(other, SigningKey.generate().verificationKey().toPem());

    CliRun run = CliRun.of("ledger", "verify", pack.toString(), "--key", other.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "DOES NOT HOLD",
            "drill.dsse.json is not signed by a trusted key",
            "pack.dsse.json is not signed by a trusted key")
        .doesNotContain("kept  Order to cash");
  }

  @Test
  void whatever_byte_is_changed_is_found() throws IOException {
    byte[] whole = Files.readAllBytes(pack);
    Random random = new Random(20261122);
    Path changed = folder.resolve("changed.zip");
    for (int i = 0; i < 150; i++) {
      byte[] bytes = whole.clone();
      int place = random.nextInt(bytes.length);
      bytes[place] ^= (byte) (1 << random.nextInt(8));
      Files.write(changed, bytes);

      CliRun run = verify(changed);

      assertThat(run.exit()).as("byte %d: %s", place, run.out()).isNotZero();
      assertThat(run.out() + run.err()).as("byte %d", place).isNotBlank();
    }
  }

  @Test
  void promises_that_were_rewritten_with_a_fitting_manifest_are_named() throws IOException {
    Path rewritten = folder.resolve("rewritten.zip");
    RewrittenPack.write(pack, rewritten, "estate.json", text -> text.replace("PT1H30M", "PT9H30M"));

    CliRun run = verify(rewritten);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("wrong: estate.json is not what was signed");
  }

  @Test
  void a_drill_that_no_trusted_key_signed_is_not_packed() throws IOException {
    byte[] drill = Files.readAllBytes(folder.resolve("drill.json"));
    String text = new String(drill, StandardCharsets.UTF_8);
    Path forged = folder.resolve("forged.json");
    Files.writeString(forged, text.replaceFirst("\"sig\":\"..", "\"sig\":\"AA"));

    CliRun run =
        CliRun.of(
            "drill",
            "export",
            forged.toString(),
            "--estate",
            estate.toString(),
            "--key",
            key.toString(),
            "--out",
            folder.resolve("forged.zip").toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("EVD010", "does not count");
    assertThat(folder.resolve("forged.zip")).doesNotExist();
  }
}

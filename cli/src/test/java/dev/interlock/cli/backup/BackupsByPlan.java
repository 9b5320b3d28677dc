package dev.interlock.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.cli.CliRun;
import dev.interlock.cli.drill.EstateCopy;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Surroundings;
import dev.interlock.goldens.Checkout;
import dev.interlock.ledger.SigningKey;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoredBackup;
import dev.interlock.recovery.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store with backups, and an estate whose plan keeps some of them. */
final class BackupsByPlan {

  static final String ENVIRONMENT = "core-production";

  private static final String SYSTEM = "7301234567890123456";

  private final Path folder;
  private final Path estate;

  private BackupsByPlan(Path folder) {
    this.folder = folder;
    this.estate = folder.resolve("estate");
  }

  /** Backups of a day, of 20, 21 and 22 days ago: the plan keeps the first two. */
  static BackupsByPlan in(Path folder) throws IOException {
    BackupsByPlan made = new BackupsByPlan(folder);
    made.fourBackupsByAPlan();
    return made;
  }

  private void fourBackupsByAPlan() throws IOException {
    EstateCopy.of(Checkout.samples().resolve("estate"), estate);
    Path plans = estate.resolve("services/backup-plans.yaml");
    Files.writeString(
        plans,
        Files.readString(plans)
            .replace(
                "method: pgbackrest\n  every: PT5M\n  keep: P35D\n",
                "method: pg-dump\n  every: PT5M\n  keep: P14D\n  retention: {daily: 2}\n"));
    key("runner", "--person", "release-manager", "backup,custody");
    key("robot", "--system", "robot", "backup,custody");
    key("head", "--person", "head-of-it", "approval");
    key("self", "--person", "release-manager", "approval");
    for (int days : new int[] {1, 20, 21, 22}) {
      save("d" + days, CliRun.NOW.minus(Duration.ofDays(days)));
    }
  }

  BackupStore store() {
    return StoredBackup.newFolder(folder.resolve("store"), InstantSource.fixed(CliRun.NOW));
  }

  /** The estate trusts a key no longer. */
  void forget(String name) throws IOException {
    Path keys = estate.resolve("people/keys.yaml");
    String text = Files.readString(keys);
    int at = text.indexOf("name: test-" + name);
    int begin = text.lastIndexOf("---", at);
    int end = text.indexOf("---", at);
    Files.writeString(keys, text.substring(0, begin) + (end < 0 ? "" : text.substring(end)));
  }

  private void key(String name, String whose, String who, String predicates) throws IOException {
    CliRun run =
        CliRun.of(
            "evidence",
            "keygen",
            "--out",
            file(name + ".key"),
            "--name",
            "test-" + name,
            whose,
            who,
            "--predicates",
            predicates);
    assertThat(run.exit()).as(run.err()).isZero();
    Files.writeString(estate.resolve("people/keys.yaml"), run.out(), StandardOpenOption.APPEND);
  }

  String file(String name) {
    return folder.resolve(name).toString();
  }

  void save(String name, Instant point) throws IOException {
    save(name, point, null);
  }

  /** A dump with what stands around. */
  void save(String name, Instant point, @Nullable Surroundings around) throws IOException {
    StoredObject dump =
        store()
            .put(
                StoreLayout.part(ENVIRONMENT, name, "database.dump"),
                new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)),
                null);
    var part = new Backup.Part(dump.name(), dump.bytes(), dump.digest());
    var backup =
        new Backup(
            ENVIRONMENT,
            name,
            "pg-dump",
            point,
            point,
            null,
            null,
            List.of(part),
            null,
            null,
            null,
            around,
            point);
    put(StoreLayout.manifest(ENVIRONMENT, name), signed(backup));
  }

  /** The plan of files says that they are saved alone, every so often. */
  void filesEvery(String time) throws IOException {
    Path plans = estate.resolve("services/backup-plans.yaml");
    String text = Files.readString(plans);
    assertThat(text).contains("method: blob-versioning\n  every: PT5M");
    Files.writeString(
        plans,
        text.replaceFirst(
            "method: blob-versioning\n  every: PT5M", "method: file-copy\n  every: " + time));
  }

  /** Files alone. */
  void saveFiles(String name, Instant point) throws IOException {
    var backup =
        new Backup(
            ENVIRONMENT,
            name,
            "file-copy",
            point,
            point,
            null,
            new Backup.Filestore(0, 0, StoreLayout.FILE_LIST, List.of()),
            List.of(),
            null,
            point);
    put(StoreLayout.manifest(ENVIRONMENT, name), signed(backup));
  }

  /** The plan is of base backups, and there are two, of 1 and of 20 days ago, with their log. */
  void withLog() throws IOException {
    Path plans = estate.resolve("services/backup-plans.yaml");
    Files.writeString(
        plans,
        Files.readString(plans)
            .replace(
                "method: pg-dump\n  every: PT5M", "method: base-backup-and-wal\n  every: PT5M"));
    base("b1", 1, 9);
    base("b20", 20, 6);
    base("b30", 30, 3);
    for (int number = 2; number < 12; number++) {
      String file =
          "00000001000000000000000" + Integer.toHexString(number).toUpperCase(Locale.ROOT);
      log(file);
    }
    log("00000002.history");
  }

  private void base(String name, int days, int first) throws IOException {
    Instant point = CliRun.NOW.minus(Duration.ofDays(days));
    String file = "00000001000000000000000" + first;
    var log = new Backup.Log(SYSTEM, 16 << 20, file, file, point, List.of());
    var backup =
        new Backup(
            ENVIRONMENT,
            name,
            "base-backup-and-wal",
            point,
            point,
            null,
            null,
            List.of(),
            null,
            null,
            log,
            null,
            point);
    put(StoreLayout.manifest(ENVIRONMENT, name), signed(backup));
  }

  private void log(String file) throws IOException {
    put(StoreLayout.logFile(ENVIRONMENT, SYSTEM, file), file.getBytes(StandardCharsets.UTF_8));
    put(StoreLayout.logRecord(ENVIRONMENT, SYSTEM, file), file.getBytes(StandardCharsets.UTF_8));
  }

  /** Names of the files of the log, and of their records, without what is the same in all. */
  List<String> logNames(String kind) {
    String prefix = StoreLayout.log(ENVIRONMENT, SYSTEM) + kind + "/";
    try (Stream<Listed> objects = store().list(prefix)) {
      return objects
          .map(it -> it.name().substring(prefix.length()).replace(".dsse.json", ""))
          .map(it -> it.replace("00000001000000000000000", ""))
          .toList();
    }
  }

  private byte[] signed(Backup backup) throws IOException {
    SigningKey key = SigningKey.parse(Files.readString(folder.resolve("robot.key")));
    return new EvidenceSigner().sign(backup, key).toJson().toArray();
  }

  private void put(String name, byte[] content) throws IOException {
    store().put(name, new ByteArrayInputStream(content), null);
  }

  CliRun backup(String command, String... more) {
    List<String> words = new ArrayList<>(List.of("backup", command, file("store")));
    words.addAll(List.of("--estate", estate.toString(), "--environment", ENVIRONMENT));
    words.addAll(List.of(more));
    return CliRun.of(words.toArray(String[]::new));
  }

  List<String> there() {
    return StoredBackup.in(store(), _ -> java.util.Optional.empty()).stream()
        .map(StoredBackup::name)
        .toList();
  }
}

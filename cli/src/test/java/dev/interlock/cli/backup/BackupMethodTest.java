package dev.interlock.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way to copy a database needs its own options; the log needs a folder or a file. */
class BackupMethodTest {

  @TempDir private Path folder;

  private String key = "";

  @BeforeEach
  void aKey() {
    key = folder.resolve("runner.key").toString();
    CliRun.of(
        "evidence",
        "keygen",
        "--out",
        key,
        "--name",
        "k",
        "--system",
        "s",
        "--predicates",
        "backup");
  }

  @Test
  void options_that_do_not_go_together_are_bad_input() {
    assertRefused("--method: error: there is no way to copy", "--method", "snapshot");
    assertRefused("--data: error: pg-dump does not need it", "--data", folder.toString());
    assertRefused("--wal: error: pg-dump does not need it", "--wal", folder.toString());
    assertRefused(
        "--wal: error: file-copy does not need it",
        "--method",
        "file-copy",
        "--wal",
        folder.toString());
    assertRefused("--canary: error: files are saved alone", "--method", "file-copy", "--canary");
    assertRefused(
        "--data: error: there is no such folder",
        "--method",
        "base-backup-and-wal",
        "--data",
        folder.resolve("none").toString());
  }

  @Test
  void only_a_dump_has_a_format_and_only_files_for_each_table_need_a_place() {
    for (String method : List.of("base-backup-and-wal", "file-copy")) {
      assertRefused(
          "--dump-format: error: " + method + " makes no dump",
          "--method",
          method,
          "--dump-format",
          "directory");
    }
    assertToolRefused(
        "--dump-format: error: barman has it in its own settings",
        "barman",
        "--barman",
        "erp",
        "--dump-format",
        "directory");
    assertRefused("--place: error: nothing would lie there", "--place", folder.toString());
    assertRefused(
        "--place: error: nothing would lie there",
        "--dump-format",
        "CUSTOM",
        "--place",
        folder.toString());
    assertRefused("--dump-format", "--dump-format", "tar");
  }

  @Test
  void a_tool_that_makes_the_backup_is_named_alone_and_takes_nothing_that_it_would_not_heed() {
    assertToolRefused("--pgbackrest: error: nothing says", "pgbackrest");
    assertToolRefused("--pgbackrest: error: nothing says", "pgbackrest", "--barman", "erp");
    assertToolRefused(
        "--barman: error: nothing says", "barman", "--barman", "erp", "--pgbackrest", "erp");
    assertToolRefused(
        "--kind: error: by barman there is no backup that is \"differential\"",
        "barman",
        "--barman",
        "erp",
        "--kind",
        "differential");
    assertToolRefused(
        "--to: error: pgbackrest saves the server of the database, not the files",
        "pgbackrest",
        "--pgbackrest",
        "erp",
        "--to",
        folder.resolve("store").toString());
    assertToolRefused(
        "--canary: error: pgbackrest has it in its own settings",
        "pgbackrest",
        "--pgbackrest",
        "erp",
        "--canary");
  }

  @Test
  void what_only_a_tool_heeds_is_refused_without_it() {
    assertRefused("--barman: error: pg-dump needs no other tool", "--barman", "erp");
    assertRefused("--kind: error: pg-dump has no kinds", "--kind", "full");
  }

  @Test
  void a_backup_of_ours_says_all_that_it_can_not_do_without() {
    CliRun run = run("--filestore", folder.toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("expected --database URL, --to DIR, --key FILE, or --method pgbackrest");
  }

  private void assertToolRefused(String message, String method, String... options) {
    List<String> all = new ArrayList<>(List.of("--method", method));
    all.addAll(List.of(options));
    CliRun run = run(all.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  private static CliRun run(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "backup",
                "run",
                "--estate",
                Checkout.samples().resolve("estate").toString(),
                "--environment",
                "core-production"));
    arguments.addAll(List.of(options));
    return CliRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void what_stands_around_must_be_what_the_estate_says() throws Exception {
    String some = folder.toString();
    assertRefused("--redis: error: the environment has no service", "--redis", "x=redis://h");
    assertRefused("--redis: error: traefik is no Redis", "--redis", "traefik=redis://h");
    assertRefused("--redis-aof: error: the plan core-queue saves", "--redis", "redis=redis://h");
    assertRefused("--redis-aof: error: redis has no address", "--redis-aof", "redis=" + some);
    assertRefused(
        "--redis: error: this is no address",
        "--redis",
        "redis=http://h",
        "--redis-aof",
        "redis=" + some);
    assertRefused(
        "--redis: error: the address holds a password",
        "--redis",
        "redis=redis://u:secret@h",
        "--redis-aof",
        "redis=" + some);
    assertRefused("--repository: error: there is no", "--repository", "traefik=" + some + "/none");
    assertRefused(
        "--certificates: error: certificates are saved with their keys, and only sealed",
        "--certificates",
        "certificates=" + some);
  }

  @Test
  void a_log_that_is_not_there_is_bad_input_and_an_empty_folder_is_none() throws Exception {
    CliRun none = wal(folder.resolve("none"));
    CliRun empty = wal(Files.createDirectory(folder.resolve("empty")));
    CliRun other = wal(Files.writeString(folder.resolve("000000010000000000000003"), "no log"));

    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("there is no such file or folder");
    assertThat(empty.exit()).as(empty.err()).isZero();
    assertThat(empty.out()).contains("0 new files of the log");
    assertThat(other.exit()).isNotZero();
    assertThat(other.err()).contains("does not begin as a file of the log does");
  }

  private CliRun wal(Path source) {
    return CliRun.of(
        "backup",
        "wal",
        source.toString(),
        "--estate",
        Checkout.samples().resolve("estate").toString(),
        "--environment",
        "core-production",
        "--to",
        folder.resolve("store").toString(),
        "--new-store",
        "--key",
        key);
  }

  private void assertRefused(String message, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "backup",
                "run",
                "--estate",
                Checkout.samples().resolve("estate").toString(),
                "--environment",
                "core-production",
                "--database",
                "postgresql://nobody@127.0.0.1:1/none",
                "--filestore",
                folder.toString(),
                "--to",
                folder.resolve("store").toString(),
                "--new-store",
                "--key",
                key));
    arguments.addAll(List.of(options));
    CliRun run = CliRun.of(arguments.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(folder.resolve("store")).doesNotExist();
  }
}

package dev.interlock.recovery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupCatalogue;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.postgres.Debian;
import dev.interlock.recovery.postgres.Tool;
import dev.interlock.recovery.postgres.drill.Unprivileged;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository of the real pgBackRest that is encrypted. */
@Tag("slow")
class PgBackRestCipherTest {

  private static final String RIGHT =
      "repo1-cipher-type=aes-256-cbc\nrepo1-cipher-pass=right-passphrase\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"", "repo1-cipher-type=aes-256-cbc\nrepo1-cipher-pass=wrong-passphrase\n"})
  void a_wrong_passphrase_and_none_are_told_in_words(String cipher) throws Exception {
    BackupCatalogue right = BackupCatalogue.pgBackRest("erp", settings("right", RIGHT), 1);
    BackupCatalogue wrong = BackupCatalogue.pgBackRest("erp", settings("wrong", cipher), 1);
    makeRepository();

    assertThat(right.list().backups()).isEmpty();
    assertThatThrownBy(wrong::list).satisfies(this::namesTheCipher);
    assertThatThrownBy(() -> wrong.take("full", RecoveryProgress.NONE))
        .satisfies(this::namesTheCipher);
  }

  private Path settings(String name, String cipher) throws Exception {
    Debian.tools();
    Path all = Debian.reachable(folder);
    return Files.writeString(
        all.resolve(name),
        """
        [global]
        repo1-path=%1$s/keep
        lock-path=%1$s
        log-path=%1$s
        %2$s
        [erp]
        pg1-path=%1$s/data
        """
            .formatted(all, cipher));
  }

  /** Without a server: it reads the version and the number of the data directory alone. */
  private void makeRepository() throws Exception {
    Unprivileged user = Unprivileged.find();
    user.give(folder);
    String initdb = Debian.tools().require(Tool.INITDB, Debian.MAJOR, "the test").path() + "";
    run(user.command(initdb, "-D", folder.resolve("data") + "", "--no-sync"));
    String settings = "--config=" + folder.resolve("right");
    run(user.command("pgbackrest", settings, "--stanza=erp", "--no-online", "stanza-create"));
  }

  private void run(List<String> words) throws Exception {
    ToolRun.Ended ended = new ToolRun(new ToolCommand(words, Map.of(), folder)).run();
    assertThat(ended.well()).as(ended.words()).isTrue();
  }

  private void namesTheCipher(Throwable it) {
    assertThat(it)
        .isInstanceOf(Fault.class)
        .hasMessageContaining("can't decrypt")
        .hasMessageContaining("repo-cipher-pass")
        .hasMessageNotContaining("passphrase=")
        .hasMessageNotContaining("wrong-passphrase");
    assertThat(it.getMessage()).matches("[\\x20-\\x7E\\n]*");
  }
}

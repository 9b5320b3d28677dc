package dev.interlock.recovery.store;

import static dev.interlock.recovery.store.BackupStoreContract.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.SealingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingKeyTest {

  @TempDir private Path temp;

  @Test
  void key_comes_back_from_its_file_which_only_its_owner_reads() throws IOException {
    SealingKey key = SealingKey.generate();
    Path file = temp.resolve("key");
    key.write(file);
    assertThat(SealingKey.read(file)).isEqualTo(key);
    assertThat(SealingKey.read(file).fingerprint()).isEqualTo(key.fingerprint());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void key_is_never_written_over_another_file() throws IOException {
    Path file = Files.writeString(temp.resolve("key"), "x");
    assertFault(RecoveryCode.PROTECTED, () -> SealingKey.generate().write(file), "never");
    assertThat(file).hasContent("x");
    assertFault(
        RecoveryCode.STORE_FAILED,
        () -> SealingKey.generate().write(temp.resolve("no/such/folder/key")),
        "folder");
  }

  @Test
  void keys_differ_and_do_not_show_themselves() {
    SealingKey key = SealingKey.generate();
    assertThat(key).isNotEqualTo(SealingKey.generate());
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(key.secret());
    assertThat(key.toString()).contains(key.fingerprint()).doesNotContain(secret);
    assertThat(key.fingerprint()).matches("sha256:[0-9a-f]{64}");
    assertThatThrownBy(() -> SealingKey.of(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "hello",
        "interlock sealing key 1\n",
        "interlock sealing key 1\nAAAA\nsha256:00\n",
        "interlock sealing key 1\n%%%%\nsha256:00\n",
        "interlock sealing key 2\nAAAA\nsha256:00\n"
      })
  void file_that_holds_no_key_is_refused(String content) throws IOException {
    Path file = Files.writeString(temp.resolve("key"), content);
    assertFault(RecoveryCode.WRONG_KEY, () -> SealingKey.read(file), file.toString());
  }

  @Test
  void damaged_key_is_refused_without_showing_it() throws IOException {
    Path file = temp.resolve("key");
    SealingKey.generate().write(file);
    List<String> lines = Files.readAllLines(file);
    String secret = lines.get(1);
    String other = (secret.startsWith("A") ? "B" : "A") + secret.substring(1);
    Files.writeString(file, lines.get(0) + "\n" + other + "\n" + lines.get(2) + "\n");
    assertThatThrownBy(() -> SealingKey.read(file))
        .hasMessageContaining("damaged")
        .hasMessageNotContaining(other)
        .hasMessageNotContaining(secret);
  }

  @Test
  void missing_file_and_folder_are_told() {
    assertFault(RecoveryCode.WRONG_KEY, () -> SealingKey.read(temp.resolve("gone")), "no such");
    assertFault(RecoveryCode.WRONG_KEY, () -> SealingKey.read(temp), "folder");
  }
}

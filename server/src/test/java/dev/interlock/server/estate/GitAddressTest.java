package dev.interlock.server.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interlock.usecases.InputRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an estate lies in Git, as somebody writes it down. */
class GitAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://git.example/erp.git, https://git.example/erp.git, '', ''",
    "https://git.example/erp.git#main, https://git.example/erp.git, main, ''",
    "ssh://git@git.example/erp#a/b:erp/estate/, ssh://git@git.example/erp, a/b, erp/estate",
    "git@git.example:erp.git#:estate, git@git.example:erp.git, '', estate",
    "file:///srv/erp.git, file:///srv/erp.git, '', ''"
  })
  void address_branch_and_folder(String text, String url, String branch, String folder) {
    assertThat(GitAddress.is(text)).isTrue();
    assertThat(GitAddress.parse(text)).isEqualTo(new GitAddress(url, branch, folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"governance/", "/srv/estate", "C:\\estate", "a@b", "."})
  void a_folder_is_no_address(String text) {
    assertThat(GitAddress.is(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://git.example/erp",
        "git://git.example/erp",
        "ext::sh://x",
        "https://me:hush@git.example/erp",
        "https://hush@git.example/erp",
        "ssh://me:hush@git.example/erp",
        "https://git.example/erp#a..b",
        "https://git.example/erp#main:../hush",
        "https://git.example/erp#main:/etc"
      })
  void what_cannot_be_used_is_refused(String text) {
    InputRejected refused = catchThrowableOfType(InputRejected.class, () -> GitAddress.parse(text));
    assertThat(refused.problems().getFirst().render()).contains("SRV011");
  }

  @Test
  void a_password_is_not_repeated() {
    InputRejected refused =
        catchThrowableOfType(
            InputRejected.class, () -> GitAddress.parse("https://me:hush@git.example/erp"));
    assertThat(refused.problems().getFirst().render()).doesNotContain("hush");
  }
}

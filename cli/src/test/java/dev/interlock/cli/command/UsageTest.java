package dev.interlock.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest {

  @Test
  void version_is_one_line() {
    CliRun run = CliRun.of("--version");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).matches("interlock \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void nothing_at_all_shows_the_help() {
    assertThat(CliRun.of()).isEqualTo(CliRun.of("--help"));
    assertThat(CliRun.of().exit()).isZero();
    assertThat(CliRun.of().out()).startsWith("Usage: interlock").endsWith("\n");
  }

  @Test
  void an_unknown_option_is_refused_with_a_suggestion() {
    CliRun run = CliRun.of("--verison");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            error: unknown option '--verison'
              hint: did you mean "--version"?
            Try 'interlock --help'.
            """);
  }

  @Test
  void an_unknown_command_is_refused() {
    CliRun run = CliRun.of("frobnicate");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("error: unknown command 'frobnicate'\n");
  }

  @Test
  void the_output_does_not_depend_on_the_locale() {
    CliRun expected = CliRun.of("--help");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(CliRun.of("--help")).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void colours_appear_only_where_they_are_wanted() {
    Map<String, String> terminal = Map.of("INTERLOCK_TTY", "12");
    assertThat(CliRun.with(terminal, "--help").out()).contains("\u001B[");
    assertThat(CliRun.with(Map.of("INTERLOCK_TTY", "12", "NO_COLOR", "1"), "--help").out())
        .doesNotContain("\u001B[");
    assertThat(CliRun.of("--help").out()).doesNotContain("\u001B[");
  }
}

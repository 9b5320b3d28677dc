package dev.interlock.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalledAsTest {

  private static final Map<String, String> ENV = Map.of("INTERLOCK_NAME", "./interlock");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "interlock init drafts one, ./interlock init drafts one",
    "send it as interlock approve writes it, send it as ./interlock approve writes it",
    "write apiVersion interlock.dev/v1, write apiVersion interlock.dev/v1",
    "name /opt/interlock or ./interlock, name /opt/interlock or ./interlock"
  })
  void commands_are_called_as_the_user_called_the_program(String hint, String shown) {
    assertThat(new CalledAs("./interlock").in(hint)).isEqualTo(shown);
  }

  @Test
  void a_name_is_taken_as_it_is_and_quoted_where_a_shell_would_split_it() {
    assertThat(new CalledAs("/o p/$1").in("interlock init")).isEqualTo("'/o p/$1' init");
  }

  @Test
  void hints_from_every_reader_call_the_program_so() throws IOException {
    Path compose = Files.writeString(folder.resolve("compose.yaml"), "services: {web: {image: a}}");
    Path job = Files.writeString(folder.resolve("job.yaml"), TEXT);
    String inFolder = folder.resolve("empty").toString();
    Files.createDirectory(folder.resolve("empty"));

    assertThat(CliRun.with(ENV, "check", compose.toString()).err())
        .contains("hint: ./interlock init drafts");
    assertThat(CliRun.with(ENV, "check", job.toString()).err())
        .contains("hint: ./interlock controls list shows");
    assertThat(CliRun.with(ENV, "estate", "check", inFolder).out())
        .contains("hint: ./interlock init drafts");
    assertThat(CliRun.of("estate", "check", inFolder).out())
        .contains("hint: interlock init drafts");
  }

  private static final String TEXT =
      "{apiVersion: example.com/v1, kind: Widget, metadata: {name: w}, spec: {}}";
}

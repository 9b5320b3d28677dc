package dev.interlock.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A pipe that nobody writes to is refused where a file is wanted; to open it would never end. */
class PipeTest {

  private static final String ESTATE = Checkout.samples().resolve("estate").toString();
  private static final String CHANGE =
      Checkout.samples().resolve("changes/traefik-upgrade.yaml").toString();

  static final List<List<String>> COMMANDS =
      List.of(
          List.of("gate", "PIPE", "--estate", ESTATE),
          List.of("check", "PIPE"),
          List.of("ledger", "verify", "PIPE", "--key", "PIPE"),
          List.of("evidence", "sign", "--kind", "cost", "PIPE", "--key", "PIPE", "--out", "OUT"),
          List.of(
              "approve",
              CHANGE,
              "--estate",
              ESTATE,
              "--person",
              "plant-manager-pune",
              "--role",
              "plant-manager",
              "--key",
              "PIPE",
              "--out",
              "OUT"));

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @FieldSource("COMMANDS")
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void nobody_waits_for_a_pipe(List<String> command) throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.yaml");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    CliRun run = CliRun.of(filled(command.stream(), pipe).toArray(String[]::new));

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err() + run.out()).contains("pipe or device");
  }

  private Stream<String> filled(Stream<String> words, Path pipe) {
    String out = folder.resolve("out.json").toString();
    return words.map(word ->
        switch (word) {
          case "PIPE" -> pipe.toString();
          case "OUT" -> out;
          default -> word;
        });
  }
}

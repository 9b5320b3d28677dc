package dev.interlock.cli.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesNewCommandTest {

  private static final String ESTATE = Checkout.root() + "/samples/estate";

  @TempDir Path folder;

  @Test
  void what_is_begun_is_judged_and_does_not_go() {
    Path file = folder.resolve("changes/label-fonts.yaml");
    CliRun begun =
        CliRun.of("changes", "new", "label-fonts", "--estate", ESTATE, "--out", "" + file);
    assertThat(begun.exit()).as(begun.err()).isZero();
    assertThat(begun.out()).isEqualTo(file + "\n");
    CliRun gate = CliRun.of("gate", "" + file, "--estate", ESTATE);
    assertThat(gate.exit()).as(gate.err()).isEqualTo(1);
    assertThat(gate.out()).startsWith("STOP  label-fonts").contains("way-back").contains("OPEN");
  }

  @Test
  void the_estate_tells_what_there_is_to_choose_from() {
    CliRun run =
        CliRun.of("changes", "new", "x", "--estate", ESTATE, "--environment", "core-staging");
    assertThat(run.out())
        .contains("environment: core-staging\n", "# One of: ", "core-production", "head-of-it");
  }

  @Test
  void nothing_is_overwritten_and_names_are_names() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
    CliRun again = CliRun.of("changes", "new", "x", "--out", "" + file);
    assertThat(again.exit()).isEqualTo(2);
    assertThat(file).hasContent("mine");
    CliRun name = CliRun.of("changes", "new", "No Name");
    assertThat(name.exit()).isEqualTo(2);
    assertThat(name.err()).contains("this cannot be a name");
    CliRun elsewhere =
        CliRun.of("changes", "new", "x", "--estate", ESTATE, "--environment", "prod");
    assertThat(elsewhere.exit()).isEqualTo(2);
  }
}

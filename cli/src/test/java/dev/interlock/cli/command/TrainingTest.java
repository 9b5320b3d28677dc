package dev.interlock.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the start-up cache is trained with is what people run. */
class TrainingTest {

  /** They begin with a server, a database or Azure, or are run once in a lifetime. */
  private static final Set<String> UNTRAINED =
      Set.of(
          "up",
          "changes list",
          "changes show",
          "changes withdraw",
          "evidence send",
          "inventory azure",
          "backup run",
          "backup list",
          "backup wal",
          "backup status",
          "backup prune",
          "backup approve",
          "backup hold",
          "backup release",
          "drill run",
          "drill azure",
          "generate-completion");

  private static final String FOLDER = "cli/target/dist/training/";

  @TempDir Path folder;

  private static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>(lines("decisions"));
    lines.addAll(lines("other-commands"));
    return lines;
  }

  private static List<String> lines(String purpose) throws IOException {
    Path file = Checkout.root().resolve("launcher/training/" + purpose + ".txt");
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  @Test
  void every_command_that_needs_no_server_is_trained() throws IOException {
    List<String> lines = lines();
    TreeSet<String> untrained =
        EveryCommandTest.leaves()
            .filter(name ->
                lines.stream().noneMatch(line -> line.startsWith(name + " ") || line.equals(name)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(untrained).containsExactlyInAnyOrderElementsOf(UNTRAINED);
  }

  @Test
  void decisions_have_a_cache_of_their_own() throws IOException {
    assertThat(lines("decisions"))
        .filteredOn(line -> !line.startsWith("evidence keygen "))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("gate ") || line.startsWith("check "));
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"decisions", "other-commands"})
  void every_line_is_a_command_that_answers_and_writes_below_its_own_folder(String purpose)
      throws IOException {
    List<String> lines = lines(purpose);
    for (String line : lines) {
      CliRun run = CliRun.of(Stream.of(line.split(" ")).map(this::placed).toArray(String[]::new));
      assertThat(run.exit()).as(line + "\n" + run.err()).isBetween(0, 1);
    }
    assertThat(lines.stream().filter(line -> line.contains("--out")))
        .isNotEmpty()
        .allMatch(
            line -> line.contains("--out " + FOLDER) || line.endsWith("--out " + folderName()));
  }

  private static String folderName() {
    return FOLDER.substring(0, FOLDER.length() - 1);
  }

  private String placed(String word) {
    if (word.startsWith(folderName())) {
      return folder + word.substring(folderName().length());
    }
    return word.startsWith("samples/") ? Checkout.root().resolve(word).toString() : word;
  }
}

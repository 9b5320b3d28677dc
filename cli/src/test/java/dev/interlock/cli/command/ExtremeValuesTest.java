package dev.interlock.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.cli.remote.StubServer;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option and argument of every command with values that nobody means: an answer, or a message
 * that says what is wrong with the value. Never a mistake in the program, never a stack trace.
 */
@Tag("slow")
class ExtremeValuesTest {

  private static final Path CHECKOUT = Checkout.root();

  private static final Map<String, String> TOKEN = Map.of("INTERLOCK_TOKEN", "ilk_test");
  private static final StubServer SERVER = ValidCommands.server();

  @TempDir private Path scratch = Path.of("");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static Stream<String> arguments() {
    return EveryCommandTest.leaves()
        .flatMap(name ->
            EveryCommandTest.find(name).getCommandSpec().args().stream()
                .filter(arg -> !arg.inherited())
                .map(arg -> name + " " + label(arg)));
  }

  @ParameterizedTest
  @MethodSource("arguments")
  void is_answered_or_refused_whatever_the_value(String argument) throws Exception {
    int space = argument.lastIndexOf(' ');
    String command = argument.substring(0, space);
    String label = argument.substring(space + 1);
    ArgSpec spec =
        EveryCommandTest.find(command).getCommandSpec().args().stream()
            .filter(arg -> label(arg).equals(label))
            .findFirst()
            .orElseThrow();
    List<String> values = ExtremeValues.of(spec);
    List<String> wrong =
        IntStream.range(0, values.size())
            .parallel()
            .mapToObj(number -> tried(command, spec, values.get(number), "run" + number))
            .flatMap(Optional::stream)
            .toList();
    assertThat(wrong).isEmpty();
  }

  private Optional<String> tried(String command, ArgSpec spec, String value, String run) {
    try {
      Path folder = prepared(scratch.resolve(run));
      List<String> words = words(command, label(spec), spec.isOption(), value, folder);
      return problem(CliRun.with(TOKEN, words.toArray(String[]::new)), value)
          .map(problem -> shown(value) + problem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void every_command_is_swept() {
    assertThat(ValidCommands.ALL.keySet())
        .containsExactlyInAnyOrderElementsOf(EveryCommandTest.leaves().toList());
  }

  @ParameterizedTest
  @MethodSource("dev.interlock.cli.command.EveryCommandTest#leaves")
  void what_is_spoilt_was_good_before(String command) throws Exception {
    Path folder = prepared(scratch.resolve("good"));
    CliRun run = CliRun.with(TOKEN, words(command, "", true, "", folder).toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isLessThan(isOutside(run) ? 4 : 2);
  }

  private static Optional<String> problem(CliRun run, String value) {
    boolean traced = (run.out() + run.err()).contains("\tat ");
    boolean silent = run.exit() == 2 && run.err().isBlank() && run.out().isBlank();
    // What only shows when it is opened is no mistake in the words.
    int highest = value.endsWith("/socket") || isOutside(run) ? 3 : 2;
    boolean wrong = run.exit() < 0 || run.exit() > highest || traced || silent;
    return wrong ? Optional.of(" exit " + run.exit() + ": " + run.err().strip()) : Optional.empty();
  }

  /**
   * Nobody is signed in to Azure here, no database listens and nothing was saved: a command that
   * gets so far had nothing against its words.
   */
  private static boolean isOutside(CliRun run) {
    return Stream.of("[AZR001]", "[REC003]", "[REC011]").anyMatch(run.err()::contains);
  }

  private static List<String> words(
      String command, String label, boolean option, String value, Path folder) {
    List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
    boolean placed = label.isEmpty();
    for (String pair : ValidCommands.ALL.getOrDefault(command, List.of())) {
      boolean spoilt = !placed && pair.startsWith(option ? label + "=" : label + ":");
      String good = pair.replaceFirst("^[A-Z]+:", "");
      words.add(at(folder, !spoilt ? good : option ? label + "=" + value : value));
      placed |= spoilt;
    }
    if (!placed) {
      words.add(at(folder, option ? label + "=" + value : value));
    }
    return words;
  }

  private static String at(Path folder, String word) {
    return word.replace("DIR", folder.toString())
        .replace("SAMPLES", CHECKOUT + "/samples")
        .replace("SERVER", SERVER.url());
  }

  private static Path prepared(Path folder) throws IOException {
    Files.createDirectories(folder);
    ValidCommands.prepare(folder);
    return folder;
  }

  private static String shown(String value) {
    String text = value.length() > 60 ? value.substring(0, 60) + "…" : value;
    return "'" + text.replace("\0", "\\0") + "'";
  }

  private static String label(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }
}

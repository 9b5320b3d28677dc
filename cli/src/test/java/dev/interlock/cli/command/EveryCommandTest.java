package dev.interlock.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.ResultStream;
import dev.interlock.goldens.Checkout;
import dev.interlock.goldens.Golden;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What holds for every command, so that a new one cannot forget it. */
class EveryCommandTest {

  /** All of them, to look at; what parses needs its own. */
  private static final CommandLine ALL = CommandTree.wholeParser(nowhere());

  static Stream<String> commands() {
    List<String> names = new ArrayList<>();
    collect(ALL, "", names);
    return names.stream();
  }

  static Stream<String> leaves() {
    return commands().filter(name -> find(name).getSubcommands().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void has_help(String name) {
    CliRun run = CliRun.of(words(name, "--help"));
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Usage: interlock " + name).contains("--help");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void has_the_same_help_by_the_help_command(String name) {
    List<String> help = new ArrayList<>(List.of("help"));
    help.addAll(List.of(words(name)));
    assertThat(CliRun.of(help.toArray(String[]::new))).isEqualTo(CliRun.of(words(name, "--help")));
  }

  @ParameterizedTest
  @MethodSource("leaves")
  void shows_examples_that_can_be_parsed(String name) {
    String help = CliRun.of(words(name, "--help")).out();
    assertExamplesFit(help);
    List<String> examples = examples(help);
    assertThat(examples).as("examples in the help of " + name).isNotEmpty();
    CommandLine parser = Program.configured(CommandTree.wholeParser(nowhere()), nowhere());
    for (String example : examples) {
      List<String> words = Arrays.asList(example.split(" +"));
      parser.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    }
  }

  /** Picocli breaks what is too long anywhere. */
  private static void assertExamplesFit(String help) {
    assertThat(help.substring(help.indexOf("\nExamples:") + 1).lines().skip(1))
        .filteredOn(line -> !line.isEmpty())
        .allSatisfy(line -> assertThat(line).startsWith("  "));
  }

  /** Lists of commands show this sentence and no other. */
  @Test
  void each_says_in_its_first_sentence_what_it_does() {
    CommandLine parser = CommandTree.wholeParser(nowhere());
    assertFirstIsASentence(Program.configured(parser, nowhere()));
  }

  private static void assertFirstIsASentence(CommandLine command) {
    assertThat(command.getCommandSpec().usageMessage().description()[0]).endsWith(".");
    command.getSubcommands().values().forEach(EveryCommandTest::assertFirstIsASentence);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void refuses_an_unknown_option_with_a_suggestion(String name) {
    CliRun run = CliRun.of(words(name, "--hepl"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("unknown option '--hepl'", "did you mean \"--help\"?", name + " --help");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void describes_every_option(String name) {
    CommandLine command = find(name);
    assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
    assertThat(command.getCommandSpec().args())
        .allSatisfy(arg -> assertThat(arg.description()).as(arg.toString()).isNotEmpty());
  }

  @Test
  void the_documentation_is_what_the_commands_say() {
    StringBuilder page = new StringBuilder(DocumentationPage.HEAD);
    Stream.concat(Stream.of(""), commands())
        .forEach(name -> page.append(DocumentationPage.section(name, help(name))));
    Golden.assertMatches(Checkout.root().resolve("docs/cli.md"), page.toString());
  }

  private static String help(String name) {
    return CliRun.of(name.isEmpty() ? new String[] {"--help"} : words(name, "--help")).out();
  }

  private static List<String> examples(String help) {
    return help.replaceAll(" \\\\\n *", " ")
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("interlock "))
        .map(line -> line.replaceAll(" (>>?|[|]) .*", ""))
        .toList();
  }

  private static void collect(CommandLine parent, String path, List<String> names) {
    parent
        .getSubcommands()
        .forEach((name, line) -> {
          names.add(path + name);
          collect(line, path + name + " ", names);
        });
  }

  static CommandLine find(String name) {
    CommandLine line = ALL;
    for (String word : words(name)) {
      line = Objects.requireNonNull(line.getSubcommands().get(word), name);
    }
    return line;
  }

  private static String[] words(String name, String... more) {
    return Stream.concat(Arrays.stream(name.split(" ")), Arrays.stream(more))
        .toArray(String[]::new);
  }

  private static Invocation nowhere() {
    return new Invocation(
        InputStream.nullInputStream(),
        new ResultStream(OutputStream.nullOutputStream()),
        new ResultStream(OutputStream.nullOutputStream()),
        Map.of(),
        InstantSource.fixed(CliRun.NOW));
  }
}

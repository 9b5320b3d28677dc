package dev.interlock.guardrails.azurepolicy.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.FunctionTable;
import dev.interlock.expression.ObjectValue;
import dev.interlock.goldens.Golden;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each function that only policy rules have has a golden file with calls and what they give, in the
 * surroundings of {@code surroundings.json}; {@code alone: true} where nothing is told of them.
 */
class PolicyFunctionGoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/azurepolicy/functions");

  private final PolicyCalculator calculator =
      PolicyCalculator.of(FOLDER.resolve("surroundings.json"));

  /**
   * A line of a golden.
   *
   * @param alone whether nothing is told of what is around
   */
  private record Call(String text, boolean alone) {}

  static List<Path> goldens() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void gives_what_its_golden_says(Path golden) throws IOException {
    StringBuilder actual = new StringBuilder();
    for (Call call : calls(golden)) {
      actual.append("- call: ").append(PolicyCalculator.quoted(call.text())).append('\n');
      actual.append(call.alone() ? "  alone: true\n" : "");
      actual.append("  ").append(calculator.outcome(call.text(), !call.alone())).append('\n');
    }
    Golden.assertMatches(golden, actual.toString());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void its_golden_calls_it(Path golden) throws IOException {
    assertThat(calls(golden))
        .isNotEmpty()
        .allSatisfy(call -> assertThat(call.text()).contains(name(golden) + "("));
  }

  @Test
  void each_function_of_policies_alone_has_a_golden_and_each_golden_a_function()
      throws IOException {
    Set<String> own =
        new TreeSet<>(
            PolicyFunctions.table(
                    new Fields(AliasTable.shipped()), ObjectValue.EMPTY, ObjectValue.EMPTY)
                .names());
    own.removeAll(FunctionTable.standard().names());
    Set<String> goldens =
        goldens().stream()
            .map(PolicyFunctionGoldenTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(goldens).isEqualTo(own);
  }

  private static String name(Path golden) {
    return golden.getFileName().toString().replace(".yaml", "");
  }

  private static List<Call> calls(Path golden) throws IOException {
    List<Call> calls = new ArrayList<>();
    DocumentReader.standard()
        .read(
            Files.readString(golden),
            golden.toString(),
            document -> {
              for (Node entry : ((SequenceNode) document.root()).items()) {
                MappingNode one = (MappingNode) entry;
                calls.add(new Call(String.valueOf(one.text("call")), one.get("alone") != null));
              }
            });
    return calls;
  }
}

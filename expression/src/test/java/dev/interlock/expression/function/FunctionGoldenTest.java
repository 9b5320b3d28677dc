package dev.interlock.expression.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.FunctionTable;
import dev.interlock.expression.LazyFunction;
import dev.interlock.expression.PureFunction;
import dev.interlock.goldens.Golden;
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

/** Each function has a golden file with calls and what they give. */
class FunctionGoldenTest {

  private static final Path GOLDEN = Path.of("src/test/golden");

  static List<Path> goldens() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void gives_what_its_golden_says(Path golden) throws IOException {
    StringBuilder actual = new StringBuilder();
    for (String call : calls(golden)) {
      actual.append("- call: ").append(quoted(call)).append('\n');
      actual.append("  ").append(Calculator.outcome(call)).append('\n');
    }
    Golden.assertMatches(golden, actual.toString());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void its_golden_calls_it(Path golden) throws IOException {
    String name = name(golden) + "(";
    assertThat(calls(golden)).isNotEmpty().allSatisfy(call -> assertThat(call).contains(name));
  }

  @Test
  void each_function_has_a_golden_and_each_golden_a_function() throws IOException {
    Set<String> goldens =
        goldens().stream()
            .map(FunctionGoldenTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(goldens).isEqualTo(new TreeSet<>(FunctionTable.standard().names()));
  }

  @Test
  void each_function_has_a_name_of_its_own() {
    List<String> names = new ArrayList<>();
    StandardFunctions.PURE.stream().map(PureFunction::name).forEach(names::add);
    StandardFunctions.LAZY.stream().map(LazyFunction::name).forEach(names::add);
    assertThat(names).doesNotHaveDuplicates();
  }

  private static String name(Path golden) {
    return golden.getFileName().toString().replace(".yaml", "");
  }

  private static List<String> calls(Path golden) throws IOException {
    List<String> calls = new ArrayList<>();
    DocumentReader.standard()
        .read(
            Files.readString(golden),
            golden.toString(),
            document -> {
              for (Node entry : ((SequenceNode) document.root()).items()) {
                calls.add(((MappingNode) entry).text("call"));
              }
            });
    return calls;
  }

  private static String quoted(String text) {
    return Calculator.quoted(text);
  }
}

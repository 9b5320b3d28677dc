package dev.interlock.expression.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.NullValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.goldens.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a public project says that functions give. Its {@code resolve_field} is no function of the
 * language but how that project looks up fields of resources, and is left out.
 */
class SharedFunctionCasesTest {

  private static final String LEFT_OUT = "resolve_field.json";

  @TestFactory
  Stream<DynamicTest> gives_what_others_say() throws IOException {
    Path folder = Shared.require("cases/azure-policy-functions");
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith(LEFT_OUT)) {
          tests.addAll(tests(file));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(200);
    return tests.stream();
  }

  private static List<DynamicTest> tests(Path file) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    String name = function(file.getFileName().toString().replace(".json", ""));
    DocumentReader.standard()
        .read(
            Files.readString(file),
            file.toString(),
            document -> {
              for (Node node : list((MappingNode) document.root(), "cases").items()) {
                MappingNode test = (MappingNode) node;
                tests.add(
                    DynamicTest.dynamicTest(
                        name + ": " + test.text("note"), () -> holds(name, test)));
              }
            });
    return tests;
  }

  private static String function(String file) {
    if (file.startsWith("int_")) {
      return file.substring("int_".length());
    }
    StringBuilder name = new StringBuilder();
    for (String word : file.split("_")) {
      name.append(name.isEmpty() ? word : capital(word));
    }
    return name.toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static SequenceNode list(MappingNode node, String key) {
    return (SequenceNode) Objects.requireNonNull(node.get(key));
  }

  private static void holds(String name, MappingNode test) {
    String call = call(name, list(test, "args"));
    Node want = test.get("want");
    if (want != null) {
      assertThat(Calculator.value(call)).as(call).isEqualTo(Values.of(want));
    } else if (test.get("want_null") != null) {
      assertThat(Calculator.value(call)).as(call).isEqualTo(NullValue.NULL);
    } else {
      assertThatExceptionOfType(ExpressionException.class)
          .as(call)
          .isThrownBy(() -> Calculator.value(call));
    }
  }

  private static String call(String name, SequenceNode arguments) {
    return arguments.items().stream()
        .map(Values::of)
        .map(SharedFunctionCasesTest::written)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private static String written(Value value) {
    String text = value instanceof StringValue it ? it.text() : JsonText.of(value);
    String quoted = "'" + text.replace("'", "''") + "'";
    return value instanceof StringValue ? quoted : "json(" + quoted + ")";
  }
}

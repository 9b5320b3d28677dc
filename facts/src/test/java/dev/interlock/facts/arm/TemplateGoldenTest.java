package dev.interlock.facts.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.expression.ScopeFunction;
import dev.interlock.facts.TemplateExpander;
import dev.interlock.facts.arm.function.TemplateFunctions;
import dev.interlock.goldens.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder holds a template, what it is expanded with, and what comes of it, as Microsoft
 * documents it.
 */
class TemplateGoldenTest {

  private static final Path GOLDEN = Path.of("src/test/golden/arm");

  static List<String> goldens() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  static Stream<String> functions() {
    return TemplateFunctions.ASKING.stream().map(ScopeFunction::name);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void comes_to_what_its_golden_says(String name) {
    Path folder = GOLDEN.resolve(name);
    String actual = Expanding.shown(TemplateExpander.expand(Expanding.folder(folder)));
    Golden.assertMatches(folder.resolve("expected.json"), actual);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void each_function_that_asks_has_a_golden_that_calls_it(String function) throws IOException {
    Path template = GOLDEN.resolve("function-" + function).resolve("template.json");
    assertThat(template).exists();
    assertThat(Files.readString(template)).contains(function + "(");
  }

  @Test
  void there_are_many() throws IOException {
    assertThat(goldens()).hasSizeGreaterThan(60);
  }
}
